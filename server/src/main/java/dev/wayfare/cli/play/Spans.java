package dev.wayfare.cli.play;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/// Lengths of time as people type them: `30m`, `24h`, `7d`, `1d12h`.
final class Spans {
  private static final Pattern SPAN =
      Pattern.compile("(?:(\\d{1,3})d)?(?:(\\d{1,5})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?");
  private static final Duration MOST = Duration.ofDays(366);

  private Spans() {}

  static Duration read(String word) {
    var parts = SPAN.matcher(word.toLowerCase(Locale.ROOT));
    if (word.isEmpty() || !parts.matches()) {
      throw unclear();
    }
    var span =
        Duration.ofDays(count(parts.group(1)))
            .plusHours(count(parts.group(2)))
            .plusMinutes(count(parts.group(3)))
            .plusSeconds(count(parts.group(4)));
    if (span.compareTo(MOST) > 0) {
      throw unclear();
    }
    return span;
  }

  private static long count(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static NotUnderstood unclear() {
    return new NotUnderstood(
        "A time like 30m, 24h, 7d or 1d12h was expected, at most 366 days; as in: /pass 24h");
  }
}
