package dev.wayfare.flow.step;

import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;
import java.util.Set;

/// Fails on purpose, with a code of the builder's own.
public record Raise(String code, Template message) implements Step {
  static final StepType TYPE =
      new StepType(
          "raise",
          StepType.EVERYWHERE,
          Set.of(),
          "Fails with a code of your own; the nearest `catch` hears it.",
          """
          channel: text
          start: fail
          steps:
            fail: {type: raise, code: no_stock, message: "Nothing left today"}
            caught: {type: catch, codes: [no_stock], next: tell}
            tell: {type: say, text: "{{ error.message }}."}
          """,
          Raise::new);

  Raise(Fields in) {
    this(
        in.word("code", "Which failure this is, in a word of your own."),
        in.template("message", "What went wrong, for the trail and the alert."));
  }

  @Override
  public Move run(Scene scene) {
    return new Move.Fail(code, scene.fill(message));
  }
}
