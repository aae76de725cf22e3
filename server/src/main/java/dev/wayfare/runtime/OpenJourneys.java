package dev.wayfare.runtime;

import dev.wayfare.flow.App;
import dev.wayfare.flow.change.Contract;
import dev.wayfare.flow.change.Impact.Count;
import dev.wayfare.flow.change.MoveMap;
import dev.wayfare.flow.change.Stand;
import dev.wayfare.publish.Impact;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.PeopleInTheMiddle;
import dev.wayfare.publish.PeoplePolicy;
import dev.wayfare.publish.SealedRelease;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Who is in the middle of a journey, counted by where they stand. Looks at every open journey of a
/// deployment, page by page, without holding anybody up.
final class OpenJourneys implements PeopleInTheMiddle {
  private static final UUID BEGIN = new UUID(0, 0);
  private static final int BATCH = 1_000;

  private final JourneyStore journeys;
  private final LiveReleases releases;

  OpenJourneys(JourneyStore journeys, LiveReleases releases) {
    this.journeys = journeys;
    this.releases = releases;
  }

  @Override
  public Impact impact(UUID deployment, App next, PeoplePolicy policy) {
    var standing = new HashMap<UUID, Map<Stand, Integer>>();
    var chosen = new Fates(policy.last());
    var open = 0L;
    var after = BEGIN;
    while (true) {
      var some = journeys.open(deployment, after, BATCH);
      for (var each : some) {
        var counts = standing.computeIfAbsent(each.release(), _ -> new HashMap<>());
        Stand.of(each.journey()).forEach(stand -> counts.merge(stand, 1, Integer::sum));
        releases.release(each.release()).ifPresent(it -> chosen.of(each, it.app(), next));
      }
      open += some.size();
      if (some.size() < BATCH) {
        return told(open, standing, next, chosen.forecast());
      }
      after = some.getLast().journey().id();
    }
  }

  private Impact told(
      long open, Map<UUID, Map<Stand, Integer>> standing, App next, Impact.Forecast forecast) {
    var places = new ArrayList<Impact.Place>();
    var variables = new TreeSet<String>();
    standing.forEach(
        (id, counts) ->
            releases.release(id).ifPresent(it -> tell(it, counts, next, places, variables)));
    places.sort(
        Comparator.comparingLong(Impact.Place::journeys)
            .reversed()
            .thenComparing(Impact.Place::place)
            .thenComparingInt(Impact.Place::version));
    return new Impact(open, places, List.copyOf(variables), forecast);
  }

  private static void tell(
      SealedRelease release,
      Map<Stand, Integer> counts,
      App next,
      List<Impact.Place> places,
      Set<String> variables) {
    var all = counts.entrySet().stream().map(it -> new Count(it.getKey(), it.getValue())).toList();
    var impact = dev.wayfare.flow.change.Impact.of(all, release.app(), next, MoveMap.NONE);
    for (var line : impact.lines()) {
      places.add(
          new Impact.Place(
              line.stand().channel().word(),
              line.stand().place().path(),
              release.version(),
              Impact.Fate.valueOf(line.fate().name()),
              line.journeys()));
    }
    impact.contract().terms().forEach(term -> variables.add(sentence(term)));
  }

  private static String sentence(Contract.Term term) {
    var place = term.place().path();
    return switch (term) {
      case Contract.Added _ -> place + " is new.";
      case Contract.Removed _ -> place + " is gone.";
      case Contract.Renamed(var from, _) -> from.path() + " is called " + place + ".";
      case Contract.Retyped(_, var from, var to, _) ->
          "%s was %s and is %s.".formatted(place, from.word(), to.word());
    };
  }
}
