package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Place;
import java.util.List;
import java.util.Optional;

/// What a publish means to those in the middle of the older app: by the place where they stand,
/// and for what they carry along.
public record Impact(List<Line> lines, Contract contract) {
  public Impact {
    lines = List.copyOf(lines);
  }

  /// How many journeys stand at a place.
  public record Count(Stand stand, int journeys) {}

  /// `to` is where they would be moved; empty where they cannot be.
  public record Line(Stand stand, int journeys, Fate fate, Optional<Place> to) {}

  /// What became of a place.
  public enum Fate {
    /// It is as it was, perhaps under another name.
    KEPT,
    /// It is there, and says or does something else.
    CHANGED,
    /// It is gone; its flow is there.
    DELETED,
    /// Its flow is gone too, or is of another channel.
    FLOW_DELETED
  }

  public static Impact of(List<Count> counts, App old, App now, MoveMap map) {
    var landings = new Landings(old, now, map);
    return new Impact(
        counts.stream().map(count -> line(count, landings)).toList(),
        Contract.between(old, now, map));
  }

  private static Line line(Count count, Landings landings) {
    var was = count.stand().spot();
    var line = count.stand().channel();
    var landing = landings.of(line, was, data(landings, was, line));
    return new Line(
        count.stand(),
        count.journeys(),
        landing.map(it -> fate(landings, was, it)).orElse(Fate.FLOW_DELETED),
        landing.map(it -> it.spot().place()));
  }

  /// A data flow stands on other channels only where it was run there.
  private static boolean data(Landings landings, MoveMap.Spot was, Channel line) {
    var flow = landings.old().flows().get(was.flow());
    return line != Channel.NONE && flow != null && flow.channel() == Channel.NONE;
  }

  private static Fate fate(Landings landings, MoveMap.Spot was, Landings.Landing landing) {
    if (!landing.spot().equals(landings.map().of(was))) {
      return Fate.DELETED;
    }
    return StepContent.same(landings.old(), was, landings.now(), landing.spot(), landings.map())
        ? Fate.KEPT
        : Fate.CHANGED;
  }

  /// How many journeys stand at places of this fate.
  public int journeys(Fate fate) {
    return lines.stream().filter(line -> line.fate() == fate).mapToInt(Line::journeys).sum();
  }
}
