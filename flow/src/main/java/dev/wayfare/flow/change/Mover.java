package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Standing;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Moves journeys from one version of an app to another. Pure: the same journey, apps and map give
/// the same.
///
/// What is gone in the new app is nowhere in a moved journey: no step, flow or variable. What
/// stands elsewhere than before has not begun there yet; the engine begins it
/// ([dev.wayfare.flow.Input.Moved]).
public final class Mover {
  private Mover() {}

  public static Moving move(Journey journey, App old, App now, MoveMap map) {
    var report = new Report();
    if (journey.standing() != Standing.OPEN) {
      report.refuse(Moving.Code.OVER, Place.ROOT, "The journey is over.");
      return new Moving.Refused(report.refused());
    }
    report.refuse(map.wrong(old, now));
    var holdings = new Holdings(Scope.of(now), map, report);
    holdings.journey(Scope.of(old), journey.variables(), journey.secrets());
    var landings = new Landings(old, now, map);
    var stacks = new EnumMap<Channel, Restacking>(Channel.class);
    journey
        .stacks()
        .forEach(
            (line, frames) ->
                stacks.put(line, new Restacking(landings, holdings, report, line).stand(frames)));
    var pending = new Pending(journey, landings, holdings, stacks, report);
    var plan = Pending.plan(journey, now, map, report);
    var moved = moved(journey, stacks, pending, holdings, plan);
    if (!report.refused().isEmpty()) {
      return new Moving.Refused(report.refused());
    }
    return report.later().isEmpty()
        ? new Moving.Moved(moved, report.effects(), report.notes())
        : new Moving.NotNow(report.later());
  }

  private static Journey moved(
      Journey journey,
      Map<Channel, Restacking> stacks,
      Pending pending,
      Holdings holdings,
      Map<String, Object> plan) {
    var asked = pending.asked();
    var timers = pending.timers();
    var kept = holdings.journey();
    return new Journey(
        journey.id(),
        journey.link(),
        journey.contact(),
        kept.values(),
        frames(stacks),
        Collections.unmodifiableMap(timers),
        Collections.unmodifiableMap(asked),
        journey.unheard(),
        plan,
        kept.secrets(),
        journey.start(),
        journey.standing(),
        journey.began(),
        journey.expires(),
        journey.turn());
  }

  private static Map<Channel, List<Frame>> frames(Map<Channel, Restacking> stacks) {
    var frames = new EnumMap<Channel, List<Frame>>(Channel.class);
    stacks.forEach((line, stack) -> frames.put(line, List.copyOf(stack.frames())));
    return Collections.unmodifiableMap(frames);
  }
}
