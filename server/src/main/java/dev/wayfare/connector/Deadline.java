package dev.wayfare.connector;

import java.time.Duration;

/// When a call has taken long enough. Elapsed time, not a clock that can be set.
record Deadline(Duration limit, long end) {

  static Deadline in(Duration limit) {
    return new Deadline(limit, System.nanoTime() + limit.toNanos());
  }

  /// What is left; negative when it is over.
  Duration left() {
    return Duration.ofNanos(end - System.nanoTime());
  }

  boolean over() {
    return !left().isPositive();
  }

  /// At least one, as zero means for ever to sockets.
  int millisLeft() {
    return (int) Math.max(1, left().toMillis());
  }
}
