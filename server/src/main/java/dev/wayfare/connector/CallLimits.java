package dev.wayfare.connector;

import java.time.Duration;

/// How long a call may take in all (its redirects, repeats and tokens included), how large its
/// answer may be, and how many redirects are followed.
public record CallLimits(Duration time, int bytes, int redirects) {
  public static final Duration LONGEST = Duration.ofSeconds(30);
  public static final int LARGEST = 5 * 1024 * 1024;
  public static final int MOST_REDIRECTS = 5;

  /// Connecting alone may never take longer.
  static final Duration CONNECT = Duration.ofSeconds(5);

  public CallLimits {
    if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("Expected a time limit of at most " + LONGEST + ".");
    }
    if (bytes < 0 || bytes > LARGEST) {
      throw new IllegalArgumentException("Expected an answer of at most " + LARGEST + " bytes.");
    }
    if (redirects < 0 || redirects > MOST_REDIRECTS) {
      throw new IllegalArgumentException("Expected at most " + MOST_REDIRECTS + " redirects.");
    }
  }

  public static CallLimits usual() {
    return new CallLimits(Duration.ofSeconds(10), LARGEST, MOST_REDIRECTS);
  }

  public CallLimits within(Duration limit) {
    return new CallLimits(limit, bytes, redirects);
  }
}
