package dev.wayfare.flow.step;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Set;

/// Writes a line of the builder's own; one of level error can alert.
public record Log(Effect.Level level, String code, Template message, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "log",
          StepType.EVERYWHERE,
          Set.of(),
          "Writes a line to the journey's log; a line of level `error` can alert the team.",
          """
          channel: text
          start: note
          steps:
            note: {type: log, level: warning, code: late_order, message: "Order is late"}
          """,
          Log::new);

  Log(Fields in) {
    this(
        in.choice("level", Effect.Level.class, Effect.Level.INFO, "How much it matters."),
        in.word("code", "", "A short word to group by."),
        in.template("message", "What happened."),
        in.exit("next", "Where to go on."));
  }

  @Override
  public Move run(Scene scene) {
    var text = scene.fill(message);
    scene.emit(new Effect.Log(level, code, text));
    scene.note("logged", Values.object("level", level.name(), "code", code, "message", text));
    return Move.through(next);
  }
}
