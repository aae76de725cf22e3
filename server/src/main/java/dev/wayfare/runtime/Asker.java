package dev.wayfare.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Who waits for what a turn says, and how long.
///
/// @param phone whose conversation texts are the reply; all others leave through the outbox
/// @param key the webhook whose reply is remembered
/// @param limit how long the turns behind the first are waited for; without one nobody waits
/// @param call how what a call hears is remembered, where the reply is heard on one
/// @param program how what a program is told is written after these turns, where one asked
/// @param news what became of the call that this is about
record Asker(
    Optional<String> phone,
    Optional<String> key,
    Optional<Duration> limit,
    Optional<CallScripts> call,
    Optional<Function<List<Turns.Ran>, List<String>>> program,
    Optional<CallNews> news) {

  /// A timer, a sweep, the worker: what is said leaves by itself.
  static final Asker NOBODY =
      new Asker(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  static Asker text(String phone, String key, Duration limit) {
    return new Asker(
        Optional.of(phone),
        Optional.of(key),
        Optional.of(limit),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Asker page(Duration limit) {
    return new Asker(
        Optional.empty(),
        Optional.empty(),
        Optional.of(limit),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Asker call(String key, Duration limit, CallScripts scripts, Optional<CallNews> news) {
    return new Asker(
        Optional.empty(),
        Optional.of(key),
        Optional.of(limit),
        Optional.of(scripts),
        Optional.empty(),
        news);
  }

  /// A program waits for an answer of its own; texts leave by themselves.
  static Asker program(
      Optional<String> key, Duration limit, Function<List<Turns.Ran>, List<String>> written) {
    return new Asker(
        Optional.empty(),
        key,
        Optional.of(limit),
        Optional.empty(),
        Optional.of(written),
        Optional.empty());
  }

  /// The call is over: nobody hears what is said.
  static Asker over(CallNews.Over news) {
    return new Asker(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(news));
  }

  /// Whether the reply is heard on a call.
  boolean onCall() {
    return call.isPresent();
  }
}
