package dev.wayfare.flow.check;

import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.step.StepType.Trait;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Flows that run themselves, straight or by way of others. Where a condition or a person stands
/// between it may be meant, so it is a warning; where nothing does it never ends.
record Calls(Shapes shapes) implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    var flows = app.app().flows();
    var endless = new LinkedHashSet<String>();
    Cycles.of(flows.keySet(), flow -> always(app, flow)).forEach(endless::addAll);
    Cycles.of(flows.keySet(), flow -> called(app, flow))
        .forEach(round -> tell(app, round, endless, tell));
  }

  private static Set<String> called(Graph app, String flow) {
    return app.references(Reference.Kind.RUN)
        .filter(run -> run.flow().equals(flow))
        .map(Reference::target)
        .filter(app.app().flows()::containsKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The flow that is run whatever happens: from the start, through steps with one way out.
  private Set<String> always(Graph app, String name) {
    var flow = app.app().flows().get(name);
    var way = new LinkedHashSet<String>();
    for (var step = flow == null ? "" : flow.start(); flow != null && way.add(step); ) {
      var runs = called(app, flow, step);
      if (!runs.isEmpty()) {
        return runs;
      }
      var found = flow.steps().get(step);
      var exits = app.exits(flow, step);
      if (found == null
          || exits.size() != 1
          || !shapes.oneWay(found)
          || app.has(flow, step, Trait.WAITS)) {
        return Set.of();
      }
      step = exits.iterator().next();
    }
    return Set.of();
  }

  private static Set<String> called(Graph app, Flow flow, String step) {
    return app.references(flow, step)
        .filter(run -> run.kind() == Reference.Kind.RUN)
        .map(Reference::target)
        .filter(app.app().flows()::containsKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void tell(
      Graph app, Set<String> round, Set<String> endless, Consumer<Problem> tell) {
    var inOrder = new LinkedHashSet<>(app.app().flows().keySet());
    inOrder.retainAll(round);
    var first = inOrder.iterator().next();
    var place =
        app.references(Reference.Kind.RUN)
            .filter(run -> run.flow().equals(first) && round.contains(run.target()))
            .map(Reference::place)
            .findFirst()
            .orElseGet(() -> app.place("flows/" + first));
    var who =
        round.size() == 1
            ? "The flow `%s` runs itself".formatted(first)
            : "The flows %s run one another".formatted(Graph.listed(inOrder));
    tell.accept(
        endless.containsAll(round)
            ? Problem.error(
                Code.CALLS_ITSELF,
                place,
                who + " without end.",
                "Lead an exit back to a step instead, or run another flow.")
            : Problem.warning(
                Code.CALLS_ITSELF,
                place,
                who + "; each time it lies on top of the last, and the depth is limited.",
                "Lead an exit back to a step instead, where it is meant to begin again."));
  }
}
