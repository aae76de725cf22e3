package dev.wayfare.flow.check;

import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.step.StepType.Trait;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Steps that go round must wait somewhere, or a turn would never end. A round that a condition can
/// leave may be meant, so it is a warning; one that nothing can leave is an error.
record Rounds(Shapes shapes) implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var flow : app.app().flows().values()) {
      var restless = new LinkedHashSet<>(flow.steps().keySet());
      restless.removeIf(step -> pauses(app, flow, step));
      Cycles.of(restless, step -> onward(app, flow, step, restless))
          .forEach(round -> tell(app, flow, round, tell));
    }
  }

  private static boolean pauses(Graph app, Flow flow, String step) {
    return app.has(flow, step, Trait.WAITS)
        || app.has(flow, step, Trait.COUNTS)
        || app.callsWaiting(flow, step);
  }

  private static Set<String> onward(Graph app, Flow flow, String step, Set<String> among) {
    var exits = app.exits(flow, step);
    exits.retainAll(among);
    return exits;
  }

  private void tell(Graph app, Flow flow, Set<String> round, Consumer<Problem> tell) {
    var inOrder = new LinkedHashSet<>(flow.steps().keySet());
    inOrder.retainAll(round);
    var first = inOrder.iterator().next();
    var endless = round.stream().allMatch(step -> oneWay(flow, step));
    var place = app.step(flow, first);
    var who =
        inOrder.size() == 1
            ? "The step `%s` leads back to itself".formatted(first)
            : "The steps %s go round".formatted(Graph.listed(inOrder));
    tell.accept(
        endless
            ? Problem.error(
                Code.LOOP_WITHOUT_INPUT,
                place,
                who + " without ever waiting or ending.",
                "Put a step that waits for an answer or for time into the round, or lead an exit"
                    + " out of it.")
            : Problem.warning(
                Code.LOOP_WITHOUT_INPUT,
                place,
                who + " without waiting; only a condition ends this.",
                "Use a list to go round, or put a step that waits into the round."));
  }

  private boolean oneWay(Flow flow, String step) {
    return Optional.ofNullable(flow.steps().get(step)).filter(shapes::oneWay).isPresent();
  }
}
