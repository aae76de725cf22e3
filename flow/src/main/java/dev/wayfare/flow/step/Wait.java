package dev.wayfare.flow.step;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lets time pass: for a while, or until a moment. On the text channel a text may cut it short.
public record Wait(
    Optional<Duration> length,
    Optional<Expression> until,
    Optional<String> hours,
    Exit next,
    Optional<Exit> heard)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "wait",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.WAITS),
          "Lets time pass: `for` a while, or `until` a moment.",
          """
          channel: text
          start: pause
          steps:
            pause: {type: wait, for: 10m, heard: early, next: late}
            early: {type: say, text: "There you are."}
            late: {type: say, text: "Still there?"}
          """,
          Wait::new);

  Wait(Fields in) {
    this(
        in.maybeDuration("for", "How long."),
        in.maybeExpression("until", Type.MOMENT, "Until when."),
        in.maybeHours("hours", Moments.HOURS),
        in.exit("next", "Where to go on."),
        in.maybeExit(
            "heard", "Where to go when a text comes first; without it the text changes nothing."));
  }

  @Override
  public Move run(Scene scene) {
    return switch (scene.takeInput()) {
      case Input.None() -> {
        var end = Moments.of(scene, length, until, hours);
        if (!end.isAfter(scene.now())) {
          yield Move.through(next);
        }
        scene.wakeAt(end);
        scene.note("waits", Map.of("until", end));
        yield new Move.Await();
      }
      case Input.TimerFired _ -> {
        var opens = Moments.closedUntil(scene, hours);
        opens.ifPresent(scene::wakeAt);
        yield opens.isPresent() ? new Move.Await() : Move.through(next);
      }
      case Input.Text _ -> heard.map(Move::through).orElseGet(Move.Await::new);
      case Input.Opening _, Input.OfCall _, Input.Answered _, Input.Submitted _, Input.Expired _, Input.Returned _, Input.Failed _ ->
          new Move.Await();
    };
  }
}
