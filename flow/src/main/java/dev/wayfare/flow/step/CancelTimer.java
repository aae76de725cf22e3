package dev.wayfare.flow.step;

import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Set;

/// Drops a timer of the journey; one that is not set is no failure.
public record CancelTimer(String name, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "cancel_timer",
          StepType.EVERYWHERE,
          Set.of(),
          "Drops a timer; one that is not set is no failure.",
          """
          channel: text
          start: drop
          steps:
            drop: {type: cancel_timer, name: reminder}
          """,
          CancelTimer::new);

  CancelTimer(Fields in) {
    this(in.word("name", "The timer's name in the journey."), in.exit("next", "Where to go on."));
  }

  @Override
  public Move run(Scene scene) {
    scene.dropTimer(name);
    return Move.through(next);
  }
}
