package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.change.MoveMap.Spot;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Begins a journey anew on an app, with nothing of what it knew but the person and what it started
/// with.
///
/// A channel begins at the flow it stood in at the bottom where a trigger starts that flow, with
/// the inputs it had; the others are left, and come again when the journey gets there. The engine
/// begins it ([dev.wayfare.flow.Input.Moved], with a sentence for the person).
public final class Restart {
  private Restart() {}

  public static Moving of(Journey journey, App old, App now, MoveMap map) {
    var report = new Report();
    if (journey.standing() != Standing.OPEN) {
      report.refuse(Moving.Code.OVER, Place.ROOT, "The journey is over.");
      return new Moving.Refused(report.refused());
    }
    report.refuse(map.wrong(old, now));
    var stacks = new EnumMap<Channel, List<Frame>>(Channel.class);
    journey
        .stacks()
        .forEach(
            (line, frames) ->
                begins(line, frames.getFirst(), old, now, map, report)
                    .ifPresent(frame -> stacks.put(line, List.of(frame))));
    if (stacks.isEmpty()) {
      report.refuse(
          Moving.Code.NO_ENTRANCE, Place.ROOT, "No trigger starts a flow in which it stands.");
    }
    if (!report.refused().isEmpty()) {
      return new Moving.Refused(report.refused());
    }
    journey.timers().keySet().forEach(name -> report.effect(new Effect.DropTimer(name)));
    if (journey.standsOn(Channel.WEB) && !stacks.containsKey(Channel.WEB)) {
      report.effect(new Effect.WebMoved());
    }
    var call =
        stacks.containsKey(Channel.VOICE)
            ? Pending.plan(journey, now, map, report)
            : Map.<String, Object>of();
    return new Moving.Moved(anew(journey, stacks, call), report.effects(), report.notes());
  }

  private static Optional<Frame> begins(
      Channel line, Frame bottom, App old, App now, MoveMap map, Report report) {
    var was = Restacking.spot(bottom);
    var name = map.flow(bottom.flow());
    var flow = Optional.ofNullable(now.flows().get(name)).filter(it -> it.channel() == line);
    if (flow.isEmpty() || !starts(now, name)) {
      report.note(Moving.What.LEFT, line, was.place(), "leaves " + was);
      return Optional.empty();
    }
    var spot = new Spot(name, flow.get().start());
    report.note(Moving.What.ELSEWHERE, line, was.place(), "begins anew at " + spot);
    return Optional.of(frame(bottom, old, now, flow.get(), map, report));
  }

  private static Frame frame(
      Frame bottom, App old, App now, Flow flow, MoveMap map, Report report) {
    var given = new LinkedHashMap<String, Object>();
    var inputs = Scope.of(old, bottom.flow()).inputs();
    bottom
        .variables()
        .forEach(
            (name, value) -> {
              if (inputs.containsKey(name)) {
                given.put(name, value);
              }
            });
    var kept =
        new Holdings(Scope.of(now), map, report)
            .inputs(Scope.of(old, bottom.flow()), Scope.of(now, flow.name()), given);
    var memos = Map.<String, Object>of(Frame.BEGINS, true);
    return new Frame(flow.name(), flow.start(), false, kept, secrets(bottom, kept), memos);
  }

  private static Set<String> secrets(Frame bottom, Map<String, Object> kept) {
    return Set.copyOf(bottom.secrets().stream().filter(kept::containsKey).toList());
  }

  private static boolean starts(App app, String flow) {
    return app.triggers().values().stream().map(Trigger::flow).anyMatch(flow::equals);
  }

  private static Journey anew(
      Journey journey, Map<Channel, List<Frame>> stacks, Map<String, Object> call) {
    return new Journey(
        journey.id(),
        journey.link(),
        journey.contact(),
        Map.of(),
        Collections.unmodifiableMap(stacks),
        Map.of(),
        Map.of(),
        List.of(),
        call,
        Set.of(),
        journey.start(),
        journey.standing(),
        journey.began(),
        journey.expires(),
        journey.turn());
  }
}
