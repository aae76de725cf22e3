package dev.wayfare.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// How an alert stands.
///
/// @param total how often it was ever seen
/// @param counted how often since the last message, or in the window that runs
/// @param windowUntil until then what comes is only counted
record Standing(
    State state,
    Instant firstSeen,
    Instant lastSeen,
    Optional<Instant> opened,
    Optional<Instant> recovered,
    long total,
    long counted,
    Optional<Instant> windowUntil) {

  /// `COUNTING` has not reached its threshold yet.
  enum State {
    COUNTING,
    OPEN,
    RECOVERED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  static Standing first(Instant seen) {
    return new Standing(
        State.COUNTING, seen, seen, Optional.empty(), Optional.empty(), 0, 0, Optional.empty());
  }

  Standing seen(long times, Instant at) {
    var last = at.isAfter(lastSeen) ? at : lastSeen;
    return new Standing(
        state, firstSeen, last, opened, recovered, total + times, counted + times, windowUntil);
  }

  Standing counting(long since, Optional<Instant> until) {
    return new Standing(state, firstSeen, lastSeen, opened, recovered, total, since, until);
  }

  Standing open(Instant now, Instant until) {
    return new Standing(
        State.OPEN, firstSeen, lastSeen, Optional.of(now), recovered, total, 0, Optional.of(until));
  }

  Standing recovered(Instant now) {
    return new Standing(
        State.RECOVERED, firstSeen, lastSeen, opened, Optional.of(now), total, 0, Optional.empty());
  }

  boolean windowRuns(Instant now) {
    return windowUntil.filter(now::isBefore).isPresent();
  }
}
