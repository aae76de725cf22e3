package dev.wayfare.flow.check;

import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.Reference.Kind;
import dev.wayfare.flow.Variable;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Variables are set before they are read, read if they are declared, and hide nobody.
final class VariableUse implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    app.app().variables().values().forEach(variable -> own(app, "", variable, "variables", tell));
    for (var flow : app.app().flows().values()) {
      flow.variables().values().forEach(variable -> ofFlow(app, flow, variable, tell));
    }
  }

  private static void ofFlow(Graph app, Flow flow, Variable variable, Consumer<Problem> tell) {
    var input = flow.inputs().containsKey(variable.name());
    var section = "flows/" + flow.name() + (input ? "/inputs" : "/variables");
    own(app, flow.name(), variable, section, tell);
    if (app.app().variables().containsKey(variable.name())) {
      tell.accept(
          Problem.warning(
              Code.VARIABLE_SHADOWED,
              app.place(section + "/" + variable.name()),
              "`%s` of the flow `%s` hides the app's variable of this name."
                  .formatted(variable.name(), flow.name()),
              "Rename one of them, or remove the flow's to use the app's."));
    }
  }

  /// `flow` is empty for a variable of the app.
  private static void own(
      Graph app, String flow, Variable variable, String section, Consumer<Problem> tell) {
    var name = variable.name();
    var declared = app.at(section + "/" + name);
    var read = uses(app, Kind.READS, flow, name).findFirst();
    if (read.isEmpty()) {
      declared.ifPresent(
          there ->
              tell.accept(
                  Problem.hint(
                      Code.VARIABLE_UNUSED,
                      there.place(),
                      "Nothing reads `%s`.".formatted(name),
                      "Remove it, if nobody looks at it in the trail either.")));
      return;
    }
    var input =
        Optional.ofNullable(app.app().flows().get(flow))
            .filter(found -> found.inputs().containsKey(name));
    if (input.isEmpty()
        && variable.initial().isEmpty()
        && uses(app, Kind.SETS, flow, name).findFirst().isEmpty()) {
      tell.accept(
          Problem.warning(
              Code.VARIABLE_NEVER_SET,
              read.get().place(),
              "`%s` is read here, but nothing ever sets it.".formatted(name),
              "Set it in a step before, or give it a `default`."));
    }
  }

  /// Where a variable is used; an app's variable is not meant where a flow's hides it.
  private static Stream<Reference> uses(Graph app, Kind kind, String flow, String name) {
    return app.references(kind)
        .filter(use -> use.target().equals(name))
        .filter(use -> flow.isEmpty() ? !hides(app, use.flow(), name) : use.flow().equals(flow));
  }

  private static boolean hides(Graph app, String flow, String name) {
    var found = app.app().flows().get(flow);
    return found != null && found.variables().containsKey(name);
  }
}
