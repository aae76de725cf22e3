package dev.wayfare.flow.step;

import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.Set;

/// Moves the journey's end further away: 90 days from now at most. Never nearer.
public record Extend(Duration by, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "extend",
          StepType.EVERYWHERE,
          Set.of(),
          "Keeps the journey open for longer, counted from now: 90 days at most. It never ends sooner.",
          """
          channel: text
          start: longer
          steps:
            longer: {type: extend, by: 30d}
          """,
          Extend::new);

  Extend(Fields in) {
    this(
        in.duration("by", "How long from now the journey stays open."),
        in.exit("next", "Where to go on."));
  }

  @Override
  public Move run(Scene scene) {
    scene.extend(by);
    return Move.through(next);
  }
}
