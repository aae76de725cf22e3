package dev.wayfare.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// What a turn does to a call of its journey. A journey listens to one call at a time: one that
/// begins takes the place of the one before it.
sealed interface CallNews {
  UUID id();

  /// A call came in.
  record CameIn(UUID id, String carrier, String providerId, String from, String to)
      implements CallNews {}

  /// A call to be placed. `from` is empty where no number is bound that could.
  record Placed(UUID id, String from, String to, Duration ring, boolean detectMachine)
      implements CallNews {}

  /// A call of ours was taken.
  record Taken(UUID id, String carrier, String providerId) implements CallNews {}

  /// A call is over. Without a `length` nobody told us how long it was.
  record Over(UUID id, String ending, Optional<Duration> length) implements CallNews {}
}
