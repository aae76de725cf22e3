package dev.wayfare.flow.step;

import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Optional;
import java.util.Set;

/// Moves the web channel to a flow or one of its pages. On the web channel it goes there itself;
/// from elsewhere the person's open page moves.
public record Enter(String flow, Optional<String> step, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "enter",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.TO_WEB),
          "Moves the person's page to another web flow, or to a page in it.",
          """
          channel: web
          start: ask
          steps:
            ask: {type: page, title: "Ready?", next: move}
            move: {type: enter, flow: booking}
          """,
          Enter::new);

  Enter(Fields in) {
    this(
        in.starts("flow", "The web flow."),
        in.maybeStepOf("flow", "step", "The step in it; without it, its start."),
        in.exit("next", "Where to go on, where this is not a web flow."));
  }

  @Override
  public Move run(Scene scene) {
    return new Move.Enter(flow, step, next);
  }
}
