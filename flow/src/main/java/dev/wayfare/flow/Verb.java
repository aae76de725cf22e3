package dev.wayfare.flow;

import java.time.Duration;
import java.util.List;

/// What a call does next, in the order in which a turn says it. Each carrier has its own words for
/// these; what comes after a [Listen], [Forward], [Hold] or [HangUp] in the same turn is never
/// heard.
public sealed interface Verb {

  /// Speaks. `ssml` is the same as a fragment of markup for carriers that understand it, empty
  /// where it says no more than the text.
  record Speak(String text, String ssml, Voice voice) implements Verb {
    public Speak(String text, Voice voice) {
      this(text, "", voice);
    }
  }

  /// Plays a sound by its address, this many times.
  record Play(String url, int times) implements Verb {}

  /// Says the prompts, then hears; with `bargeIn` already while they are said.
  record Listen(List<Verb> prompts, Hearing hearing) implements Verb {
    public Listen {
      prompts = List.copyOf(prompts);
    }
  }

  /// Connects the caller with another number, which rings for so long.
  record Forward(String to, Duration ring) implements Verb {}

  /// Waits for so long, then asks again what is next ([Input.Held]).
  record Hold(Duration pause) implements Verb {}

  /// Ends the call.
  record HangUp() implements Verb {}

  /// Who speaks: a carrier's name for a voice (empty for its own choice) and a language (`en-US`).
  record Voice(String name, String language) {
    public static final Voice USUAL = new Voice("", "en-US");
  }

  /// How a call listens: by speech, keypad or both. `digits` is how many are awaited, 0 when `#` or
  /// a pause ends them; `hints` are words likely to be said; with `secret` nobody keeps what is
  /// keyed.
  record Hearing(
      boolean speech,
      boolean keypad,
      int digits,
      Duration patience,
      List<String> hints,
      boolean bargeIn,
      boolean secret,
      String language) {
    public Hearing {
      hints = List.copyOf(hints);
    }
  }
}
