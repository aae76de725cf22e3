package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Asked;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.change.MoveMap.Spot;
import dev.wayfare.flow.change.Moving.What;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a journey waits for beside the person: its timers, answers from outside that nobody has
/// heard yet, and what comes after a call.
record Pending(
    Journey journey,
    Landings landings,
    Holdings holdings,
    Map<Channel, Restacking> stacks,
    Report report) {
  private static final List<String> FLOWS_AFTER_A_CALL = List.of("unanswered", "hung_up");

  // --- timers

  /// One that wakes a step goes with it; any other stays by its name while its flow exists.
  Map<String, Timer> timers() {
    var timers = new LinkedHashMap<String, Timer>();
    journey
        .timers()
        .forEach(
            (name, timer) ->
                moved(timer)
                    .ifPresentOrElse(it -> keep(timers, name, it), () -> drop(name, timer)));
    return timers;
  }

  private Optional<Timer> moved(Timer timer) {
    return switch (timer) {
      case Timer.Wake(var at, var line, var depth, var step) ->
          depth(line, depth)
              .filter(_ -> journey.stack(line).get(depth - 1).step().equals(step))
              .map(now -> new Timer.Wake(at, line, now, stepAt(line, now)));
      case Timer.Run(var at, var flow, var inputs, var hours) ->
          flow(flow).map(to -> new Timer.Run(at, to, inputs(flow, to, inputs), hours));
      case Timer.Call(var at, var flow, var inputs, var ring, var plan, var hours) ->
          flow(flow)
              .map(to -> new Timer.Call(at, to, inputs(flow, to, inputs), ring, plan(plan), hours));
      case Timer.Text text -> Optional.of(text);
    };
  }

  /// What a flow is called now; empty when it is gone.
  private Optional<String> flow(String was) {
    return Optional.of(landings.map().flow(was)).filter(landings.now().flows()::containsKey);
  }

  private Map<String, Object> inputs(String was, String now, Map<String, Object> inputs) {
    return holdings.inputs(Scope.of(landings.old(), was), Scope.of(landings.now(), now), inputs);
  }

  /// How a call is to go, without the flows that are gone.
  private Map<String, Object> plan(Map<String, Object> plan) {
    var now = new LinkedHashMap<>(plan);
    for (var after : FLOWS_AFTER_A_CALL) {
      var was = String.valueOf(plan.getOrDefault(after, ""));
      if (!was.isEmpty()) {
        flow(was).ifPresentOrElse(to -> now.put(after, to), () -> now.put(after, ""));
      }
    }
    return now;
  }

  private void keep(Map<String, Timer> timers, String was, Timer timer) {
    var name = timer instanceof Timer.Wake wake ? wake.name() : was;
    timers.put(name, timer);
    if (!name.equals(was)) {
      report.effect(new Effect.DropTimer(was));
      report.effect(new Effect.SetTimer(name, timer.at()));
    }
  }

  private void drop(String name, Timer timer) {
    report.effect(new Effect.DropTimer(name));
    switch (timer) {
      case Timer.Wake(_, var line, var depth, var step) ->
          report.note(
              What.TIMER_DROPPED,
              line,
              place(line, depth, step),
              "The timer of `" + step + "` is dropped: it does not wait there any more.");
      case Timer.Run run -> dropped(name, run.flow());
      case Timer.Call call -> dropped(name, call.flow());
      case Timer.Text _ -> {}
    }
  }

  private void dropped(String name, String flow) {
    report.note(
        What.TIMER_DROPPED,
        Channel.NONE,
        new Place("flows/" + flow, 0, 0),
        "The timer `%s` is dropped: its flow `%s` is gone.".formatted(name, flow));
  }

  // --- answers from outside

  /// Nothing is moved while an answer is awaited. One that came and was not heard goes with its
  /// step.
  Map<String, Asked> asked() {
    var asked = new LinkedHashMap<String, Asked>();
    journey
        .asked()
        .forEach(
            (key, it) -> {
              var place = place(it.channel(), it.depth(), it.step());
              var depth = depth(it.channel(), it.depth());
              if (it.arrived().isEmpty()) {
                report.later(
                    Moving.Code.WAITS_OUTSIDE,
                    place,
                    "`" + it.step() + "` waits for an answer from outside.");
              } else if (depth.isPresent()) {
                var step = stepAt(it.channel(), depth.get());
                asked.put(key, new Asked(it.channel(), depth.get(), step, it.arrived()));
              } else {
                report.note(
                    What.ANSWER_DROPPED,
                    it.channel(),
                    place,
                    "The answer that `" + it.step() + "` waited for is dropped.");
              }
            });
    return asked;
  }

  // --- after the call

  /// The plan of the call without flows that are gone.
  static Map<String, Object> plan(Journey journey, App app, MoveMap map, Report report) {
    var plan = new LinkedHashMap<>(journey.call());
    for (var after : new String[] {"hung_up", "unanswered"}) {
      if (plan.get(after) instanceof String flow && !flow.isEmpty()) {
        var to = map.flow(flow);
        var there = app.flows().containsKey(to);
        plan.put(after, there ? to : "");
        if (!there) {
          report.note(
              What.PLAN_DROPPED,
              Channel.VOICE,
              new Place("flows/" + flow, 0, 0),
              "Nothing runs after the call: the flow `" + flow + "` is gone.");
        }
      }
    }
    return Collections.unmodifiableMap(plan);
  }

  private Optional<Integer> depth(Channel line, int old) {
    return Optional.ofNullable(stacks.get(line)).flatMap(stack -> stack.depth(old));
  }

  private String stepAt(Channel line, int depth) {
    var stack = stacks.get(line);
    return stack == null ? "" : stack.frames().get(depth - 1).step();
  }

  private Place place(Channel line, int depth, String step) {
    var stack = journey.stack(line);
    return depth <= stack.size() ? new Spot(stack.get(depth - 1).flow(), step).place() : Place.ROOT;
  }
}
