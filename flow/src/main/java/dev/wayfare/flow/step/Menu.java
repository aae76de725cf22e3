package dev.wayfare.flow.step;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Offers a choice and goes on by what is answered.
///
/// An option with a `label` is listed under the text by its number, and heard by that number and
/// its label; the words in `match` are heard as well. Case, outer space and a closing mark do not
/// matter.
public record Menu(
    Template text,
    Map<String, Option> options,
    Optional<String> into,
    Optional<Template> otherwise,
    int tries,
    Optional<Exit> gaveUp,
    Optional<Duration> patience,
    Optional<Exit> silent)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "menu",
          StepType.DIALOGUE,
          Set.of(StepType.Trait.WAITS, StepType.Trait.TEXTS),
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
  public record Option(List<String> match, Optional<Template> label, Exit next) {
    Option(Fields in) {
      this(
          in.words("match", "Words that choose it."),
          in.maybeTemplate("label", "How it is listed, with its number."),
          in.exit("next", "Where it leads."));
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
        in.maybeExit("silent", "Where to go when none came in that time."));
  }

  @Override
  public Move run(Scene scene) {
    return switch (scene.takeInput()) {
      case Input.None() -> {
        scene.say(question(scene));
        patience.ifPresent(length -> scene.wakeAt(scene.now().plus(length)));
        yield new Move.Await();
      }
      case Input.Text(var body, _) -> hear(scene, body);
      case Input.TimerFired _ -> silent.map(Move::through).orElseGet(Move.Await::new);
      case Input.Opening _, Input.OfCall _, Input.Answered _, Input.Submitted _, Input.Expired _, Input.Returned _, Input.Failed _ ->
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
        lines.add(number + " " + scene.fill(option.label().get()));
      }
    }
    return String.join("\n", lines);
  }

  private Move hear(Scene scene, String body) {
    scene.note("heard", Map.of("text", body));
    var word = plain(body);
    var number = 0;
    for (var each : options.entrySet()) {
      number++;
      if (chooses(scene, each.getValue(), number, word)) {
        scene.keep(Optional.empty());
        into.ifPresent(variable -> scene.set(variable, each.getKey()));
        return Move.through(each.getValue().next());
      }
    }
    var heard = scene.memo().map(tried -> ((Double) tried).intValue()).orElse(0) + 1;
    if (gaveUp.isPresent() && heard >= tries) {
      scene.keep(Optional.empty());
      return Move.through(gaveUp.get());
    }
    scene.keep(Optional.of((double) heard));
    scene.say(otherwise.map(scene::fill).orElseGet(() -> question(scene)));
    return new Move.Await();
  }

  private static boolean chooses(Scene scene, Option option, int number, String word) {
    if (option.match().stream().anyMatch(match -> plain(match).equals(word))) {
      return true;
    }
    return option.label().isPresent()
        && (word.equals("" + number) || word.equals(plain(scene.fill(option.label().get()))));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!?]+$", "");
  }
}
