package dev.wayfare.flow.check;

import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.step.StepType.Trait;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/// A way leads to every step: from the flow's start, a doorway, or a link or step that enters
/// there.
final class Reach implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var flow : app.app().flows().values()) {
      var reached = reached(app, flow);
      for (var step : flow.steps().keySet()) {
        if (!reached.contains(step)) {
          tell.accept(
              Problem.warning(
                  Code.STEP_UNREACHABLE,
                  app.step(flow, step),
                  "No way leads to the step `%s`.".formatted(step),
                  "Lead an exit of another step to it, or remove it."));
        }
      }
    }
  }

  private static Set<String> reached(Graph app, Flow flow) {
    var ahead = new ArrayDeque<String>();
    ahead.add(flow.start());
    flow.steps().keySet().stream()
        .filter(step -> app.has(flow, step, Trait.DOORWAY))
        .forEach(ahead::add);
    app.references(Reference.Kind.FLOW_STEP)
        .map(Reference::target)
        .filter(target -> target.startsWith(flow.name() + "/"))
        .forEach(target -> ahead.add(target.substring(flow.name().length() + 1)));
    var reached = new LinkedHashSet<String>();
    while (!ahead.isEmpty()) {
      var step = ahead.poll();
      if (reached.add(step)) {
        ahead.addAll(app.exits(flow, step));
      }
    }
    return reached;
  }
}
