package dev.wayfare.flow.step;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks a question and keeps the answer.
///
/// An answer that is not what `expect` says, or that the `check` refuses, is answered with
/// `otherwise` and the question stays open, `tries` times at most when a way out is given. On a
/// call a sensitive answer is keyed, and nobody keeps the keys but the variable, which is a secret.
/// A `photo` or `file` is what came with a text; it is kept with the journey, as one from a page
/// is.
public record Ask(
    Template text,
    Expect expect,
    String into,
    Optional<Expression> check,
    Optional<Template> otherwise,
    int tries,
    Optional<Exit> gaveUp,
    Optional<Duration> patience,
    Optional<Exit> silent,
    boolean sensitive,
    Listening listening,
    Exit next)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "ask",
          StepType.DIALOGUE,
          Set.of(StepType.Trait.WAITS, StepType.Trait.RESTS, StepType.Trait.TEXTS),
          "Asks a question, waits for the answer, checks it and keeps it.",
          """
          channel: text
          start: size
          steps:
            size:
              type: ask
              text: "How many boxes?"
              expect: number
              into: boxes
              check: "boxes > 0"
              otherwise: "Please send a number above 0."
              next: thanks
            thanks: {type: say, text: "{{ boxes }} it is."}
          """,
          Ask::new);

  Ask(Fields in) {
    this(
        in,
        in.template("text", "The question."),
        in.choice("expect", Expect.class, Expect.TEXT, "What an answer looks like."));
  }

  private Ask(Fields in, Template text, Expect expect) {
    this(
        text,
        expect,
        in.sets("into", expect.type(), "The variable that takes the answer."),
        in.maybeExpression(
            "check", Type.BOOLEAN, "A condition on the answer, which stands in its variable."),
        in.maybeTemplate("otherwise", "What is said to an answer that does not fit."),
        in.count("tries", 3, 1, 20, "How many answers are heard before `gave_up`."),
        in.maybeExit("gave_up", "Where to go after that many; without it the question stays open."),
        in.maybeDuration("patience", "How long an answer is waited for."),
        in.maybeExit("silent", "Where to go when none came in that time."),
        in.flag(
            "sensitive",
            false,
            "The answer is never shown in the trail; a call takes it by keypad alone, into a"
                + " variable of type `secret`."),
        new Listening(in),
        in.exit("next", "Where to go on."));
    if (sensitive && !listening.keypad()) {
      in.problem(
          Problem.Code.VALUE_WRONG,
          "listen",
          "A sensitive answer is keyed, and `listen` is `speech`.",
          "Leave `listen` out, or write `keypad`.");
    }
  }

  @Override
  public Move run(Scene scene) {
    return switch (scene.takeInput()) {
      case Input.None() -> {
        if (scene.channel() == Channel.VOICE) {
          yield listen(scene, scene.fill(text));
        }
        scene.say(scene.fill(text));
        patience.ifPresent(length -> scene.wakeAt(scene.now().plus(length)));
        yield new Move.Await();
      }
      case Input.Text(var body, var media) -> {
        scene.note("heard", Map.of("text", sensitive ? "•••" : body));
        yield expect.hangsOnAText() ? fetch(scene, media) : hear(scene, expect.read(body, scene));
      }
      case Input.Answered(_, Outcome.Done(var file), _) -> hear(scene, Optional.of(file));
      case Input.Answered(_, Outcome.Failed(var code, var message), _) -> {
        scene.note("failed", Map.of("code", code, "message", message));
        yield hear(scene, Optional.empty());
      }
      case Input.Spoken spoken -> {
        if (spoken.isNothing()) {
          yield Listening.silence(scene, tries, gaveUp, silent, () -> again(scene));
        }
        scene.note("heard", spoken.told(sensitive));
        yield hear(scene, Heard.read(expect, spoken, scene));
      }
      case Input.Held() -> listen(scene, scene.fill(text));
      case Input.TimerFired _ -> silent.map(Move::through).orElseGet(Move.Await::new);
      case Input.Opening _,
          Input.Forwarded _,
          Input.PickedUp _,
          Input.HungUp _,
          Input.Submitted _,
          Input.Expired _,
          Input.OfPublisher _,
          Input.Returned _,
          Input.Failed _ ->
          new Move.Await();
    };
  }

  /// The first that fits is fetched from where the carrier keeps it; the others are left there.
  private Move fetch(Scene scene, List<Input.Media> media) {
    var images = expect == Expect.PHOTO;
    return media.stream()
        .filter(each -> !images || each.type().startsWith("image/"))
        .findFirst()
        .<Move>map(each -> new Move.Outside(new Request.Media(each.url(), images)))
        .orElseGet(() -> hear(scene, Optional.empty()));
  }

  private Move hear(Scene scene, Optional<Object> answer) {
    if (answer.isPresent() && accepted(scene, answer.get())) {
      scene.keep(Optional.empty());
      if (sensitive) {
        scene.setSecretly(into, answer.get());
      } else {
        scene.set(into, answer.get());
      }
      return Move.through(next);
    }
    var heard = Listening.tried(scene) + 1;
    if (gaveUp.isPresent() && heard >= tries) {
      scene.keep(Optional.empty());
      return Move.through(gaveUp.get());
    }
    scene.keep(Optional.of((double) heard));
    var words =
        otherwise.map(scene::fill).orElseGet(() -> expect.hint() + " " + scene.fill(text)).strip();
    if (scene.channel() == Channel.VOICE) {
      return listen(scene, words);
    }
    scene.say(words);
    return new Move.Await();
  }

  private Move again(Scene scene) {
    return listen(scene, scene.fill(listening.again().orElse(text)));
  }

  private Move listen(Scene scene, String words) {
    scene.listen(
        listening.words(scene, words), listening.hearing(scene, patience, List.of(), 0, sensitive));
    return new Move.Await();
  }

  private boolean accepted(Scene scene, Object answer) {
    return check
        .map(condition -> (Boolean) scene.value(condition, Map.of(into, answer)))
        .orElse(true);
  }
}
