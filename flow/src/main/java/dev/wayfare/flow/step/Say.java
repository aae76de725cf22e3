package dev.wayfare.flow.step;

import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Set;

/// Says something and goes on.
public record Say(Template text, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "say",
          StepType.DIALOGUE,
          Set.of(StepType.Trait.TEXTS),
          "Says something on the flow's channel and goes on.",
          """
          channel: text
          start: hello
          steps:
            hello: {type: say, text: "Hello {{ contact.first_name }}", next: bye}
            bye: {type: say, text: "Goodbye"}
          """,
          Say::new);

  Say(Fields in) {
    this(
        in.template("text", "What is said; `{{ }}` holes are filled."),
        in.exit("next", "Where to go on."));
  }

  @Override
  public Move run(Scene scene) {
    scene.say(scene.fill(text));
    return Move.through(next);
  }
}
