package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.change.MoveMap.Spot;
import dev.wayfare.flow.step.Step;
import dev.wayfare.flow.step.StepType.Trait;
import dev.wayfare.flow.step.StepTypes;
import dev.wayfare.flow.step.Wait;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where what stood in the old app stands in the new one.
///
/// At what the map gives for its step, else at the step of the same id. Where that is gone: at the
/// nearest step before it, along the ways of the old flow, that still is there and at which a
/// journey rests; where there is none, at the flow's start.
record Landings(App old, App now, MoveMap map) {

  /// `stays` says that it is the same waiting step: it keeps waiting and nobody notices.
  record Landing(Spot spot, boolean stays) {}

  /// Empty when the flow is gone, or is of a channel that this one cannot be on.
  Optional<Landing> of(Channel line, Frame frame) {
    return of(line, new Spot(frame.flow(), frame.step()), frame.called());
  }

  Optional<Landing> of(Channel line, Spot was, boolean called) {
    var is = map.of(was);
    var flow = now.flows().get(is.flow());
    if (flow == null || flow.channel() != line && !(called && flow.channel() == Channel.NONE)) {
      return Optional.empty();
    }
    return Optional.of(
        flow.steps().containsKey(is.step())
            ? new Landing(is, stays(was, is))
            : new Landing(nearest(was, flow), false));
  }

  private static @Nullable Step step(App app, Spot spot) {
    var flow = app.flows().get(spot.flow());
    return flow == null ? null : flow.steps().get(spot.step());
  }

  /// The same kind of step; one that the map names, and so was renamed, also says the same.
  private boolean stays(Spot was, Spot is) {
    var before = step(old, was);
    var after = step(now, is);
    return before != null
        && after != null
        && StepTypes.of(before).equals(StepTypes.of(after))
        && waitsAlike(before, after)
        && (!map.names(was) || StepContent.same(old, was, now, is, map));
  }

  /// A step that lets time pass waits for a moment or a condition; one for the other would never
  /// come.
  private static boolean waitsAlike(Step before, Step after) {
    return !(before instanceof Wait one && after instanceof Wait other)
        || one.when().isPresent() == other.when().isPresent();
  }

  private Spot nearest(Spot gone, Flow flow) {
    var seen = new LinkedHashSet<>(Set.of(gone.step()));
    var ring = Set.of(gone.step());
    while (!ring.isEmpty()) {
      var before = before(gone.flow(), ring);
      before.removeAll(seen);
      var found =
          before.stream()
              .map(step -> map.of(new Spot(gone.flow(), step)))
              .filter(spot -> spot.flow().equals(flow.name()) && rests(spot))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      seen.addAll(before);
      ring = before;
    }
    return new Spot(flow.name(), flow.start());
  }

  /// The steps of the old flow that lead to one of these, in its order.
  private Set<String> before(String name, Set<String> steps) {
    var flow = old.flows().get(name);
    if (flow == null) {
      return new LinkedHashSet<>();
    }
    var leading = new LinkedHashSet<String>();
    old.references().stream()
        .filter(it -> it.kind() == Reference.Kind.EXIT && it.flow().equals(name))
        .filter(it -> steps.contains(it.target()))
        .forEach(it -> leading.add(it.step()));
    var inOrder = new LinkedHashSet<>(flow.steps().keySet());
    inOrder.retainAll(leading);
    return inOrder;
  }

  private boolean rests(Spot spot) {
    var step = step(now, spot);
    return step != null && StepTypes.of(step).traits().contains(Trait.RESTS);
  }
}
