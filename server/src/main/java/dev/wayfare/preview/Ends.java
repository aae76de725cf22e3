package dev.wayfare.preview;

import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.flow.shape.Durations;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// Words of events that mean something of the core's.
final class Ends {
  private static final Duration LONGEST = Duration.ofDays(100);

  private Ends() {}

  static CallEnd of(String word) {
    return Arrays.stream(CallEnd.values())
        .filter(end -> end.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Unplayable("Expected completed, busy, no_answer or failed: " + word));
  }

  static Duration length(String word) {
    return Durations.parse(word)
        .filter(it -> it.compareTo(LONGEST) <= 0)
        .orElseThrow(
            () -> new Unplayable("Expected a length of time like 24h, at most 100 days: " + word));
  }
}
