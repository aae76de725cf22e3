package dev.wayfare.flow.step;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.List;
import java.util.Set;

/// Goes on by the first condition that holds.
public record Branch(List<Case> cases, Exit otherwise) implements Step {
  static final StepType TYPE =
      new StepType(
          "branch",
          StepType.EVERYWHERE,
          Set.of(),
          "Goes on by the first condition that holds, else through `otherwise`.",
          """
          channel: text
          start: known
          steps:
            known:
              type: branch
              cases:
                - {when: "contact.first_name != ''", next: greet}
              otherwise: stranger
            greet: {type: say, text: "Welcome back, {{ contact.first_name }}."}
            stranger: {type: say, text: "Welcome."}
          """,
          Branch::new);

  Branch(Fields in) {
    this(
        in.list("cases", Case::new, "Conditions, tried in this order."),
        in.exit("otherwise", "Where to go when none holds."));
  }

  /// One condition and its exit.
  public record Case(Expression when, Exit next) {
    Case(Fields in) {
      this(
          in.expression("when", Type.BOOLEAN, "The condition."),
          in.exit("next", "Where to go when it holds."));
    }
  }

  @Override
  public Move run(Scene scene) {
    for (var each : cases) {
      if (scene.holds(each.when())) {
        return Move.through(each.next());
      }
    }
    return Move.through(otherwise);
  }
}
