package dev.wayfare.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps a notifier that fails from being tried again and again. After some failures in a row it
/// is shut for a while; then one message goes to see, and it opens or stays shut for longer.
record Breaker(int failures, Optional<Instant> shutUntil) {
  static final Breaker WELL = new Breaker(0, Optional.empty());
  static final int PATIENCE = 5;
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(1);

  Breaker failed(Instant now) {
    var more = failures + 1;
    return more < PATIENCE
        ? new Breaker(more, Optional.empty())
        : new Breaker(more, Optional.of(now.plus(pause(more - PATIENCE))));
  }

  private static Duration pause(int times) {
    var pause = FIRST.multipliedBy(1L << Math.min(times, 10));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  boolean shut() {
    return failures >= PATIENCE;
  }
}
