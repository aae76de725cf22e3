package dev.wayfare.flow.step;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Connects the caller with another number. When the two have spoken, the call goes on at `next`.
public record Transfer(
    Expression to,
    Duration ring,
    Exit next,
    Optional<Exit> busy,
    Optional<Exit> noAnswer,
    Optional<Exit> failed)
    implements Step {
  private static final Pattern LITERAL = Pattern.compile("(['\"])(.*)\\1");

  static final StepType TYPE =
      new StepType(
          "transfer",
          StepType.CALLS,
          Set.of(StepType.Trait.WAITS, StepType.Trait.RESTS),
          "Forwards the call to another number, and says what happens when nobody answers.",
          """
          channel: voice
          start: person
          steps:
            person: {type: transfer, to: "'+15550199'", ring: 20s, no_answer: sorry, next: bye}
            sorry: {type: say, text: "Nobody is free at the moment.", next: bye}
            bye: {type: hang_up}
          """,
          Transfer::new);

  Transfer(Fields in) {
    this(
        in.expression("to", Type.PHONE, "The number in E.164."),
        in.maybeDuration("ring", "How long it rings; 20s when left out.")
            .orElse(Duration.ofSeconds(20)),
        in.exit("next", "Where the call goes on when the two have spoken."),
        in.maybeExit("busy", "Where to go when the line is busy; without it, as `no_answer`."),
        in.maybeExit("no_answer", "Where to go when nobody answers; without it, as `failed`."),
        in.maybeExit("failed", "Where to go when the number cannot be reached."));
    var literal = LITERAL.matcher(to.source().strip());
    if (literal.matches() && !Address.isE164(literal.group(2))) {
      in.problem(
          Problem.Code.VALUE_WRONG,
          "to",
          "`" + literal.group(2) + "` is not a phone number in E.164.",
          "Write it with its country, like `'+15550100'`.");
    }
  }

  @Override
  public Move run(Scene scene) {
    return switch (scene.takeInput()) {
      case Input.None() -> forward(scene);
      case Input.Forwarded(var how) -> {
        scene.note("transferred", Map.of("outcome", Words.of(how)));
        yield after(scene, how);
      }
      case Input.Text _,
          Input.Opening _,
          Input.Spoken _,
          Input.Held _,
          Input.PickedUp _,
          Input.HungUp _,
          Input.Submitted _,
          Input.Answered _,
          Input.TimerFired _,
          Input.Expired _,
          Input.OfPublisher _,
          Input.Returned _,
          Input.Failed _ ->
          new Move.Await();
    };
  }

  private Move forward(Scene scene) {
    var number = Values.show(scene.value(to));
    if (!Address.isE164(number)) {
      return Move.failing(
          scene, failed, Trouble.NO_PHONE, "a call is forwarded to a number like +15550100");
    }
    scene.emit(new Effect.Voice(new Verb.Forward(number, ring)));
    scene.note("forwards", Map.of("to", number));
    return new Move.Await();
  }

  private Move after(Scene scene, Input.CallEnd how) {
    return switch (how) {
      case COMPLETED -> Move.through(next);
      case BUSY -> leave(scene, busy.or(() -> noAnswer).or(() -> failed), "the line was busy");
      case NO_ANSWER -> leave(scene, noAnswer.or(() -> failed), "nobody answered");
      case FAILED -> leave(scene, failed, "the number could not be reached");
    };
  }

  private static Move leave(Scene scene, Optional<Exit> exit, String why) {
    return Move.failing(scene, exit, Trouble.CALL_FAILED, why);
  }
}
