package dev.wayfare.flow.step;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Begins a text flow with the contact, whatever channel this is. It lies on top of what the text
/// channel is doing, which goes on when it is done.
public record Start(
    String flow,
    Map<String, Expression> with,
    Optional<String> hours,
    Exit next,
    Optional<Exit> failed)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "start",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.TO_TEXT),
          "Begins a text flow with the contact, from a page, a timer or a data flow.",
          """
          channel: web
          start: send
          steps:
            send: {type: start, flow: hello_by_text, next: done}
            done: {type: page, title: "Look at your phone"}
          """,
          Start::new);

  Start(Fields in) {
    this(
        in.starts("flow", "The text flow."),
        in.inputs("flow", "with", "Its inputs by name."),
        in.maybeHours("hours", Moments.HOURS),
        in.exit("next", "Where to go on; it does not wait for the hours."),
        in.maybeExit("failed", "Where to go when the contact has no phone number."));
  }

  @Override
  public Move run(Scene scene) {
    if (scene.contact().phone().isEmpty()) {
      return failed
          .map(Move::through)
          .orElseGet(
              () -> new Move.Fail(Trouble.NO_PHONE, "the contact has no phone number to text"));
    }
    return switch (scene.takeInput()) {
      case Input.None() -> begin(scene);
      case Input.Failed(var trouble) -> new Move.Fail(trouble.code(), trouble.message());
      case Input.Returned _ -> Move.through(next);
      case Input.Text _, Input.Opening _, Input.OfCall _, Input.Answered _, Input.Submitted _, Input.TimerFired _, Input.Expired _ ->
          new Move.Await();
    };
  }

  private Move begin(Scene scene) {
    var opens = Moments.closedUntil(scene, hours);
    if (opens.isPresent()) {
      scene.later(new Timer.Run(opens.get(), flow, scene.values(with), hours.orElse("")));
    } else if (scene.channel() != Channel.TEXT) {
      scene.start(flow, scene.values(with));
    } else {
      return new Move.Call(flow, scene.values(with));
    }
    return Move.through(next);
  }
}
