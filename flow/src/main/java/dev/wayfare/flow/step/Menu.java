package dev.wayfare.flow.step;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Offers a choice and goes on by what is answered.
///
/// An option with a `label` is listed under the text by its key, and heard by that key and its
/// label; the words in `match` are heard as well. The key is the option's number where it has none
/// of its own. Case, outer space and a closing mark do not matter; on a call every option has its
/// key, and other words may stand around the ones that choose.
public record Menu(
    Template text,
    Map<String, Option> options,
    Optional<String> into,
    Optional<Template> otherwise,
    int tries,
    Optional<Exit> gaveUp,
    Optional<Duration> patience,
    Optional<Exit> silent,
    Listening listening)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "menu",
          StepType.DIALOGUE,
          Set.of(StepType.Trait.WAITS, StepType.Trait.RESTS, StepType.Trait.TEXTS),
          "Offers a choice and goes on by the answer.",
          """
          channel: text
          start: offer
          steps:
            offer:
              type: menu
              text: "Do you want to change the day?"
              options:
                change: {match: [yes, y], next: link}
                keep: {match: [no, n], next: thanks}
              otherwise: "Please answer yes or no."
            link: {type: say, text: "Good, let us change it."}
            thanks: {type: say, text: "See you then."}
          """,
          Menu::new);

  /// One choice.
  public record Option(
      List<String> match, Optional<Template> label, Optional<String> key, Exit next) {
    Option(Fields in) {
      this(
          in.words(
              "match",
              "Words that choose it. A text may go on after them (`yes please`), and on a call they may"
                  + " stand anywhere."),
          in.maybeTemplate("label", "How it is listed, with its key."),
          Optional.of(in.word("key", "", "Its key (`0` to `9`, `*`, `#`); else its number."))
              .filter(word -> !word.isEmpty()),
          in.exit("next", "Where it leads."));
      if (key.isPresent() && !key.get().matches("[0-9*#]{1,4}")) {
        in.problem(
            Problem.Code.VALUE_WRONG,
            "key",
            "`" + key.get() + "` cannot be keyed on a phone.",
            "Write digits, `*` or `#`, like \"0\".");
      }
    }
  }

  Menu(Fields in) {
    this(
        in.template("text", "The question."),
        in.map("options", Option::new, "The choices, in the order in which they are listed."),
        in.maybeSets("into", Type.TEXT, "The variable that takes the name of the chosen option."),
        in.maybeTemplate("otherwise", "What is said to an answer that is none of them."),
        in.count("tries", 3, 1, 20, "How many answers are heard before `gave_up`."),
        in.maybeExit("gave_up", "Where to go after that many; without it the question stays open."),
        in.maybeDuration("patience", "How long an answer is waited for."),
        in.maybeExit("silent", "Where to go when none came in that time."),
        new Listening(in));
  }

  @Override
  public Move run(Scene scene) {
    return switch (scene.takeInput()) {
      case Input.None() -> {
        if (scene.channel() == Channel.VOICE) {
          yield listen(scene, question(scene));
        }
        scene.say(question(scene));
        patience.ifPresent(length -> scene.wakeAt(scene.now().plus(length)));
        yield new Move.Await();
      }
      case Input.Text(var body, _) -> {
        scene.note("heard", Map.of("text", body));
        yield choose(scene, Choosing.written(scene, options, body));
      }
      case Input.Spoken spoken -> {
        if (spoken.isNothing()) {
          yield Listening.silence(scene, tries, gaveUp, silent, () -> listen(scene, again(scene)));
        }
        scene.note("heard", spoken.told(false));
        yield choose(scene, Choosing.spoken(scene, options, spoken));
      }
      case Input.Held() -> listen(scene, question(scene));
      case Input.TimerFired _ -> silent.map(Move::through).orElseGet(Move.Await::new);
      case Input.Opening _,
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

  private String question(Scene scene) {
    var lines = new ArrayList<String>();
    lines.add(scene.fill(text));
    var number = 0;
    for (var option : options.values()) {
      number++;
      if (option.label().isPresent()) {
        lines.add(listed(scene, option, number));
      }
    }
    return String.join("\n", lines);
  }

  private String listed(Scene scene, Option option, int number) {
    var words = scene.fill(option.label().orElse(text));
    var key = option.key().orElse("" + number);
    if (scene.channel() != Channel.VOICE) {
      return key + " " + words;
    }
    return listening.keypad() ? key + ": " + words + "." : words + ".";
  }

  private String again(Scene scene) {
    return listening.again().map(scene::fill).orElseGet(() -> question(scene));
  }

  private Move choose(Scene scene, Optional<String> chosen) {
    var option = chosen.map(options::get);
    if (option.isPresent()) {
      scene.keep(Optional.empty());
      into.ifPresent(variable -> scene.set(variable, chosen.orElse("")));
      return Move.through(option.get().next());
    }
    var heard = Listening.tried(scene) + 1;
    if (gaveUp.isPresent() && heard >= tries) {
      scene.keep(Optional.empty());
      return Move.through(gaveUp.get());
    }
    scene.keep(Optional.of((double) heard));
    var words = otherwise.map(scene::fill).orElseGet(() -> question(scene));
    if (scene.channel() == Channel.VOICE) {
      return listen(scene, words);
    }
    scene.say(words);
    return new Move.Await();
  }

  private Move listen(Scene scene, String words) {
    scene.listen(
        listening.words(scene, words),
        listening.hearing(
            scene,
            patience,
            Choosing.hints(scene, options),
            Choosing.longestKey(options) == 1 ? 1 : 0,
            false));
    return new Move.Await();
  }
}
