package dev.wayfare.flow.step;

import dev.wayfare.flow.Verb;
import dev.wayfare.flow.shape.Fields;
import java.util.Optional;

/// Who speaks a step's words on a call. What is left out is the app's; a language alone leaves the
/// choice of a voice to the carrier, for the app's may not speak it.
public record Speaking(Optional<String> voice, Optional<String> language) {
  Speaking(Fields in) {
    this(
        given(in.word("voice", "", "On calls: the carrier's name of the voice; else the app's.")),
        given(in.word("language", "", "On calls: the language (`en-US`); else the app's.")));
    if (language.isPresent() && !language.get().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      in.problem(
          dev.wayfare.flow.Problem.Code.VALUE_WRONG,
          "language",
          "`" + language.get() + "` is not a language.",
          "Write a tag like en-US or de-DE.");
    }
  }

  private static Optional<String> given(String word) {
    return word.isBlank() ? Optional.empty() : Optional.of(word);
  }

  Verb.Voice of(Scene scene) {
    var usual = scene.voice();
    return new Verb.Voice(
        voice.orElse(language.isPresent() ? "" : usual.name()), language.orElse(usual.language()));
  }
}
