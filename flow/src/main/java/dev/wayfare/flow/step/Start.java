package dev.wayfare.flow.step;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Begins a text or voice flow with the contact, whatever channel this is. A text flow lies on top
/// of what the text channel is doing, which goes on when it is done. A voice flow is a call: it
/// runs once somebody takes it.
public record Start(
    String flow,
    Map<String, Expression> with,
    Duration ring,
    Machine machine,
    Optional<Template> message,
    Optional<String> unanswered,
    Optional<String> hungUp,
    Optional<String> hours,
    Exit next,
    Optional<Exit> failed)
    implements Step {
  private static final Duration USUAL = Duration.ofSeconds(30);

  static final StepType TYPE =
      new StepType(
          "start",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.TO_PHONE, StepType.Trait.TO_PEOPLE),
          "Begins a text flow with the contact, or calls them with a voice flow.",
          """
          channel: web
          start: send
          steps:
            send: {type: start, flow: hello_by_text, next: done}
            done: {type: page, title: "Look at your phone"}
          """,
          Start::new);

  /// What is done when an answering machine takes the call.
  public enum Machine {
    TALK,
    HANG_UP,
    MESSAGE
  }

  Start(Fields in) {
    this(
        in.starts("flow", "The text or voice flow."),
        in.inputs("flow", "with", "Its inputs by name."),
        in.maybeDuration("ring", "How long a call rings; 30s when left out.").orElse(USUAL),
        in.choice(
            "machine", Machine.class, Machine.TALK, "What happens when a machine takes the call."),
        in.maybeTemplate("message", "What a machine is told when `machine` is `message`."),
        in.maybeStarts("unanswered", "A flow that runs when nobody takes the call."),
        in.maybeStarts("hung_up", "A flow that runs once the call is over."),
        in.maybeHours("hours", Moments.HOURS),
        in.exit("next", "Where to go on; it does not wait for the hours, nor while it rings."),
        in.maybeExit(
            "failed", "Where to go when the contact has no phone number, or is on a call."));
    if (machine == Machine.MESSAGE && message.isEmpty()) {
      in.problem(
          Problem.Code.FIELD_MISSING,
          "message",
          "A machine is to get a message, and there is none.",
          "Add `message:` with what it is told.");
    }
  }

  @Override
  public Move run(Scene scene) {
    if (scene.contact().phone().isEmpty()) {
      return failed
          .map(Move::through)
          .orElseGet(() -> new Move.Fail(Trouble.NO_PHONE, "the contact has no phone number"));
    }
    if (scene.channelOf(flow) == Channel.VOICE) {
      return call(scene);
    }
    return switch (scene.takeInput()) {
      case Input.None() -> begin(scene);
      case Input.Failed(var trouble) -> new Move.Fail(trouble.code(), trouble.message());
      case Input.Returned _ -> Move.through(next);
      case Input.Text _,
          Input.Opening _,
          Input.OfCall _,
          Input.Answered _,
          Input.Submitted _,
          Input.TimerFired _,
          Input.Expired _,
          Input.OfPublisher _ ->
          new Move.Await();
    };
  }

  private Move call(Scene scene) {
    var opens = Moments.closedUntil(scene, hours);
    if (opens.isPresent()) {
      var inputs = scene.given(flow, with);
      scene.later(new Timer.Call(opens.get(), flow, inputs, ring, plan(scene), hours.orElse("")));
      return Move.through(next);
    }
    if (scene.onCall() || scene.channel() == Channel.VOICE) {
      return Move.failing(scene, failed, Trouble.CALL_FAILED, "a call with the contact is on");
    }
    scene.placeCall(
        flow,
        scene.given(flow, with),
        new Effect.PlaceCall(scene.contact().phone(), ring, machine != Machine.TALK),
        plan(scene));
    return Move.through(next);
  }

  private Map<String, Object> plan(Scene scene) {
    return Map.of(
        "machine", Words.of(machine),
        "message", message.map(scene::fill).orElse(""),
        "unanswered", unanswered.orElse(""),
        "hung_up", hungUp.orElse(""));
  }

  private Move begin(Scene scene) {
    var opens = Moments.closedUntil(scene, hours);
    if (opens.isPresent()) {
      scene.later(new Timer.Run(opens.get(), flow, scene.given(flow, with), hours.orElse("")));
    } else if (scene.channel() != Channel.TEXT) {
      scene.start(flow, scene.values(with));
    } else {
      return new Move.Call(flow, scene.values(with));
    }
    return Move.through(next);
  }
}
