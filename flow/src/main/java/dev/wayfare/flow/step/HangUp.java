package dev.wayfare.flow.step;

import dev.wayfare.flow.shape.Fields;
import java.util.Set;

/// Ends the call. The journey goes on.
public record HangUp() implements Step {
  static final StepType TYPE =
      new StepType(
          "hang_up",
          StepType.CALLS,
          Set.of(),
          "Ends the call; the journey goes on.",
          """
          channel: voice
          start: bye
          steps:
            bye: {type: say, text: "Goodbye.", next: over}
            over: {type: hang_up}
          """,
          HangUp::new);

  HangUp(Fields in) {
    this();
  }

  @Override
  public Move run(Scene scene) {
    scene.note("hung_up", java.util.Map.of());
    return new Move.HangUp();
  }
}
