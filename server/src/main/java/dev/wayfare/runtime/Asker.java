package dev.wayfare.runtime;

import java.time.Duration;
import java.util.Optional;

/// Who waits for what a turn says, and how long.
///
/// @param phone whose conversation texts are the reply; all others leave through the outbox
/// @param key the webhook whose reply is remembered
/// @param limit how long the turns behind the first are waited for; without one nobody waits
/// @param onCall whether the reply is heard on a call
record Asker(
    Optional<String> phone, Optional<String> key, Optional<Duration> limit, boolean onCall) {

  /// A timer, a sweep, the worker: what is said leaves by itself.
  static final Asker NOBODY =
      new Asker(Optional.empty(), Optional.empty(), Optional.empty(), false);

  static Asker text(String phone, String key, Duration limit) {
    return new Asker(Optional.of(phone), Optional.of(key), Optional.of(limit), false);
  }

  static Asker page(Duration limit) {
    return new Asker(Optional.empty(), Optional.empty(), Optional.of(limit), false);
  }

  static Asker call(Duration limit) {
    return new Asker(Optional.empty(), Optional.empty(), Optional.of(limit), true);
  }
}
