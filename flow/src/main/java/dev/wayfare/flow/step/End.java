package dev.wayfare.flow.step;

import dev.wayfare.flow.shape.Fields;
import java.util.Map;
import java.util.Set;

/// Ends the whole journey, on every channel.
public record End(String reason) implements Step {
  static final StepType TYPE =
      new StepType(
          "end",
          StepType.EVERYWHERE,
          Set.of(),
          "Ends the whole journey, on every channel; its timers are dropped.",
          """
          channel: text
          start: bye
          steps:
            bye: {type: say, text: "Goodbye.", next: over}
            over: {type: end}
          """,
          End::new);

  End(Fields in) {
    this(in.word("reason", "", "Why, in a word of your own, for the statistics."));
  }

  @Override
  public Move run(Scene scene) {
    scene.note("ended", reason.isEmpty() ? Map.of() : Map.of("reason", reason));
    return new Move.End();
  }
}
