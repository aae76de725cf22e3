package dev.wayfare.flow.step;

import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sets a timer that runs a flow later, on that flow's own channel, whatever the journey does
/// meanwhile. A timer of the same name is replaced.
public record SetTimer(
    String name,
    Optional<Duration> after,
    Optional<Expression> at,
    Optional<String> hours,
    String flow,
    Exit next)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "timer",
          StepType.EVERYWHERE,
          Set.of(),
          "Sets a timer that runs a flow later, whatever the journey does meanwhile. A timer of the same name is replaced.",
          """
          channel: text
          start: remind
          steps:
            remind: {type: timer, name: reminder, after: 24h, flow: nudge_by_text, next: done}
            done: {type: say, text: "We will remind you tomorrow."}
          """,
          SetTimer::new);

  SetTimer(Fields in) {
    this(
        in.word("name", "The timer's name in the journey."),
        in.maybeDuration("after", "How long from now."),
        in.maybeExpression("at", Type.MOMENT, "Or the moment."),
        in.maybeHours("hours", Moments.HOURS),
        in.starts("flow", "The flow it runs."),
        in.exit("next", "Where to go on."));
  }

  @Override
  public Move run(Scene scene) {
    var due = Moments.of(scene, after, at, hours);
    scene.setTimer(name, new Timer.Run(due, flow, Map.of(), hours.orElse("")));
    return Move.through(next);
  }
}
