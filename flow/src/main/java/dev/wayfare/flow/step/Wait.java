package dev.wayfare.flow.step;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lets time pass: for a while, until a moment, or until a condition holds. On the text channel a
/// text may cut it short; a call is held. A condition is looked at after every turn of the journey,
/// whatever channel it was on, and by a held call each time it asks what is next.
public record Wait(
    Optional<Duration> length,
    Optional<Expression> until,
    Optional<Expression> when,
    Optional<Duration> patience,
    Optional<Template> meanwhile,
    Optional<Template> music,
    Optional<String> hours,
    Exit next,
    Optional<Exit> heard,
    Optional<Exit> silent)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "wait",
          StepType.EVERYWHERE,
          Set.of(StepType.Trait.WAITS, StepType.Trait.RESTS, StepType.Trait.TO_PEOPLE),
          "Lets time pass: `for` a while, `until` a moment, or until a condition holds (`when`).",
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
        in.maybeExpression(
            "when", Type.BOOLEAN, "Until this holds: another channel may bring it about."),
        in.maybeDuration("patience", "How long `when` is waited for; without it, without end."),
        in.maybeTemplate("meanwhile", "What is said once, before the waiting."),
        in.maybeTemplate("music", "On calls: the address of a sound that is played meanwhile."),
        in.maybeHours("hours", Moments.HOURS),
        in.exit("next", "Where to go on."),
        in.maybeExit(
            "heard", "Where to go when a text comes first; without it the text changes nothing."),
        in.maybeExit(
            "silent", "Where to go when `when` did not come in time; without it, as `next`."));
    if (when.isPresent() && (length.isPresent() || until.isPresent())) {
      in.problem(
          Problem.Code.VALUE_WRONG,
          "when",
          "A step waits for a time or for a condition, and this one has both.",
          "Write the time as `patience`.");
    }
  }

  @Override
  public Move run(Scene scene) {
    return switch (scene.takeInput()) {
      case Input.None() -> begin(scene);
      case Input.Held() -> {
        if (holds(scene)) {
          yield Move.through(next);
        }
        play(scene);
        yield new Move.Await();
      }
      case Input.TimerFired _ -> {
        if (when.isPresent()) {
          yield holds(scene) ? Move.through(next) : Move.through(silent.orElse(next));
        }
        var opens = Moments.closedUntil(scene, hours);
        opens.ifPresent(scene::wakeAt);
        yield opens.isPresent() ? new Move.Await() : Move.through(next);
      }
      case Input.Text(var body, _) -> {
        scene.note("heard", Map.of("text", body));
        yield heard.map(Move::through).orElseGet(Move.Await::new);
      }
      case Input.Opening _,
          Input.Spoken _,
          Input.Forwarded _,
          Input.PickedUp _,
          Input.HungUp _,
          Input.Answered _,
          Input.Submitted _,
          Input.Expired _,
          Input.OfPublisher _,
          Input.Returned _,
          Input.Failed _ ->
          new Move.Await();
    };
  }

  private boolean holds(Scene scene) {
    return when.isPresent() && scene.holds(when.get());
  }

  private Move begin(Scene scene) {
    if (when.isEmpty()) {
      var end = Moments.of(scene, length, until, hours);
      if (!end.isAfter(scene.now())) {
        return Move.through(next);
      }
      scene.wakeAt(end);
      scene.note("waits", Map.of("until", end));
    } else if (holds(scene)) {
      return Move.through(next);
    } else {
      patience.ifPresent(time -> scene.wakeAt(scene.now().plus(time)));
      scene.note("waits", Map.of("when", when.get().source()));
    }
    if (scene.channel() == Channel.TEXT || scene.channel() == Channel.VOICE) {
      meanwhile.ifPresent(words -> scene.say(scene.fill(words)));
    }
    play(scene);
    return new Move.Await();
  }

  private void play(Scene scene) {
    if (scene.channel() == Channel.VOICE && music.isPresent()) {
      scene.emit(new Effect.Voice(new Verb.Play(scene.fill(music.get()), 1)));
    }
  }
}
