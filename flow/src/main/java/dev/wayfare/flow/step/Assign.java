package dev.wayfare.flow.step;

import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Map;
import java.util.Set;

/// Sets variables, one after the other: a later one sees the earlier ones.
public record Assign(Map<String, Expression> values, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "set",
          StepType.EVERYWHERE,
          Set.of(),
          "Sets variables, one after the other: a later one sees what an earlier one became.",
          """
          channel: text
          start: count
          variables: {tries: number}
          steps:
            count: {type: set, values: {tries: tries + 1}, next: tell}
            tell: {type: say, text: "That was try {{ tries }}."}
          """,
          Assign::new);

  Assign(Fields in) {
    this(
        in.assigns("values", "What each variable becomes: an expression by the variable's name."),
        in.exit("next", "Where to go on."));
  }

  @Override
  public Move run(Scene scene) {
    values.forEach((variable, value) -> scene.set(variable, scene.value(value)));
    return Move.through(next);
  }
}
