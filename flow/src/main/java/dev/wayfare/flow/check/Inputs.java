package dev.wayfare.flow.check;

import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.Variable;
import dev.wayfare.flow.expression.Nearest;
import java.util.Map;
import java.util.function.Consumer;

/// Whoever runs or begins a flow gives it the inputs it needs, and no others.
final class Inputs implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var reference : app.app().references()) {
      switch (reference.kind()) {
        case RUN, FLOW -> given(app, reference, reference.target(), tell);
        case FLOW_STEP -> {
          var flow = reference.target().substring(0, reference.target().indexOf('/'));
          given(app, reference, flow, tell);
        }
        case EXIT, HOURS, SETS, READS -> {}
      }
    }
  }

  private static void given(Graph app, Reference reference, String name, Consumer<Problem> tell) {
    var flow = app.app().flows().get(name);
    if (flow == null) {
      return;
    }
    var with = Graph.parent(reference.place().path()) + "/with";
    var given =
        !Graph.isAfterCall(reference)
                && app.at(with).orElse(null) instanceof Tree.Branch(var fields, _)
            ? fields
            : Map.<String, Tree>of();
    flow.inputs().values().stream()
        .filter(Variable::required)
        .filter(input -> !given.containsKey(input.name()))
        .forEach(input -> tell.accept(missing(flow, input, reference.place())));
    given.forEach(
        (input, tree) -> {
          if (!flow.inputs().containsKey(input)) {
            tell.accept(unknown(flow, input, tree.place()));
          }
        });
  }

  private static Problem missing(Flow flow, Variable input, Place place) {
    return Problem.error(
        Code.INPUT_MISSING,
        place,
        "The flow `%s` needs the input `%s`, and it is not given."
            .formatted(flow.name(), input.name()),
        "Give it in `with:`, or let the input have a `default` and be not required.");
  }

  private static Problem unknown(Flow flow, String input, Place place) {
    return Problem.error(
        Code.INPUT_UNKNOWN,
        place,
        "The flow `%s` has no input `%s`.".formatted(flow.name(), input),
        Nearest.to(input, flow.inputs().keySet())
            .map("Did you mean `%s`?"::formatted)
            .orElse(
                "Add it to the `inputs` of `%s`, or leave it out here.".formatted(flow.name())));
  }
}
