package dev.wayfare.flow.shape;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lengths of time as documents write them: ISO 8601 (`PT30M`) or short (`90s`, `1h30m`, `2w`).
public final class Durations {
  /// What a length of time looks like, both ways.
  public static final String PATTERN =
      "(?=.)(\\d{1,6}w)?(\\d{1,6}d)?(\\d{1,6}h)?(\\d{1,6}m)?(\\d{1,8}s)?"
          + "|P(?=.)(\\d{1,6}D)?(T(?=.)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,8}S)?)?";

  private static final Pattern FORM = Pattern.compile(PATTERN);
  private static final Pattern PART = Pattern.compile("(\\d+)([wdhms])");

  private Durations() {}

  /// The length of time a text says, if it says one.
  public static Optional<Duration> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    return text.startsWith("P") ? iso(text) : Optional.of(shorthand(text));
  }

  private static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  private static Duration shorthand(String text) {
    var sum = Duration.ZERO;
    for (var part = PART.matcher(text); part.find(); ) {
      var count = Long.parseLong(part.group(1));
      sum =
          sum.plus(
              switch (part.group(2)) {
                case "w" -> Duration.ofDays(7 * count);
                case "d" -> Duration.ofDays(count);
                case "h" -> Duration.ofHours(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofSeconds(count);
              });
    }
    return sum;
  }
}
