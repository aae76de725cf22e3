package dev.wayfare.flow.step;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Set;

/// Says something and goes on. With `ssml` the text is speech markup: calls hear it as it is
/// marked, the trail and other channels get its words.
public record Say(Template text, boolean ssml, Speaking speaking, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "say",
          StepType.DIALOGUE,
          Set.of(StepType.Trait.TEXTS),
          "Says something on the flow's channel and goes on.",
          """
          channel: text
          start: hello
          steps:
            hello: {type: say, text: "Hello {{ contact.first_name }}", next: bye}
            bye: {type: say, text: "Goodbye"}
          """,
          Say::new);

  Say(Fields in) {
    this(
        in.template("text", "What is said; `{{ }}` holes are filled."),
        in.flag("ssml", false, "The text is speech markup; values in its holes are escaped."),
        new Speaking(in),
        in.exit("next", "Where to go on."));
    if (ssml) {
      Ssml.wrong(text.source())
          .ifPresent(
              what ->
                  in.problem(
                      Problem.Code.SSML_WRONG,
                      "text",
                      "This is not speech markup a call understands. " + what,
                      "Use break, emphasis, p, s, phoneme, prosody, say-as, sub, w and lang, each"
                          + " closed, and write `&lt;` and `&amp;` for the signs themselves."));
    }
  }

  @Override
  public Move run(Scene scene) {
    if (ssml) {
      var markup = scene.fill(text, Ssml::escaped);
      scene.say(
          new Verb.Speak(
              Ssml.plain(markup), markup.indexOf('<') < 0 ? "" : markup, speaking.of(scene)));
    } else {
      scene.say(new Verb.Speak(scene.fill(text), speaking.of(scene)));
    }
    return Move.through(next);
  }
}
