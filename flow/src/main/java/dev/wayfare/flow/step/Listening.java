package dev.wayfare.flow.step;

import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How a question listens on a call, and what it does when nothing is heard.
public record Listening(
    By by,
    int digits,
    List<String> hints,
    boolean bargeIn,
    Optional<Template> again,
    Speaking speaking) {
  private static final Duration USUAL = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /// What is listened to.
  public enum By {
    SPEECH,
    KEYPAD,
    BOTH
  }

  Listening(Fields in) {
    this(
        in.choice("listen", By.class, By.BOTH, "On calls: what is listened to."),
        in.count(
            "digits", 0, 0, 50, "On calls: how many keys are awaited; 0 when `#` or a pause ends."),
        in.words("hints", "On calls: words that are likely to be said."),
        in.flag("barge_in", true, "On calls: the caller may answer before all is said."),
        in.maybeTemplate(
            "again", "On calls: what is said when nothing was heard; else the question."),
        new Speaking(in));
  }

  boolean speech() {
    return by != By.KEYPAD;
  }

  boolean keypad() {
    return by != By.SPEECH;
  }

  Verb.Hearing hearing(
      Scene scene, Optional<Duration> patience, List<String> likely, int keys, boolean secret) {
    var all = new ArrayList<>(hints);
    likely.stream().filter(word -> !all.contains(word)).forEach(all::add);
    var time = patience.orElse(USUAL);
    return new Verb.Hearing(
        speech() && !secret,
        keypad() || secret,
        digits > 0 ? digits : keys,
        time.compareTo(LONGEST) > 0 ? LONGEST : time,
        speech() && !secret ? all : List.of(),
        bargeIn,
        secret,
        speaking.of(scene).language());
  }

  Verb.Speak words(Scene scene, String text) {
    return new Verb.Speak(text, speaking.of(scene));
  }

  /// Nothing was heard: out by `silent`, else once more, else out by `gave_up`; a call on which
  /// nobody speaks ends where there is no such exit.
  static Move silence(
      Scene scene, int tries, Optional<Exit> gaveUp, Optional<Exit> silent, Supplier<Move> again) {
    scene.note("silent", java.util.Map.of());
    if (silent.isPresent()) {
      scene.keep(Optional.empty());
      return Move.through(silent.get());
    }
    var tried = tried(scene) + 1;
    if (tried < tries) {
      scene.keep(Optional.of((double) tried));
      return again.get();
    }
    scene.keep(Optional.empty());
    return gaveUp.map(Move::through).orElseGet(Move.HangUp::new);
  }

  /// How many answers did not fit so far.
  static int tried(Scene scene) {
    return scene.memo().map(tried -> ((Double) tried).intValue()).orElse(0);
  }
}
