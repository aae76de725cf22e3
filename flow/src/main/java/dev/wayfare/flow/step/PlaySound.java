package dev.wayfare.flow.step;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Map;
import java.util.Set;

/// Plays a sound on a call and goes on.
public record PlaySound(Template url, int times, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "play",
          StepType.CALLS,
          Set.of(),
          "Plays a sound on the call and goes on.",
          """
          channel: voice
          start: jingle
          steps:
            jingle: {type: play, url: "https://example.com/jingle.mp3", next: hello}
            hello: {type: say, text: "Hello."}
          """,
          PlaySound::new);

  PlaySound(Fields in) {
    this(
        in.template("url", "The address of the sound (mp3 or wav)."),
        in.count("times", 1, 1, 100, "How often it is played."),
        in.exit("next", "Where to go on."));
    if (url.constant() && !url.source().isEmpty() && !url.source().matches("https?://\\S+")) {
      in.problem(
          Problem.Code.VALUE_WRONG,
          "url",
          "`" + url.source() + "` is not the address of a sound.",
          "Write a whole address, like https://example.com/jingle.mp3.");
    }
  }

  @Override
  public Move run(Scene scene) {
    var address = scene.fill(url);
    scene.emit(new Effect.Voice(new Verb.Play(address, times)));
    scene.note("played", Map.of("url", address));
    return Move.through(next);
  }
}
