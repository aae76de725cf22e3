package dev.wayfare.runtime;

import java.time.Duration;

/// How long to wait before trying again: twice as long each time, an hour at most. The last try of
/// twelve comes about four hours after the first.
public final class BackOff {
  public static final int TRIES = 12;
  private static final Duration LONGEST = Duration.ofHours(1);

  private BackOff() {}

  /// The pause after try number `tries`, from 1.
  public static Duration after(int tries) {
    var pause = Duration.ofSeconds(2L << Math.min(tries, 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
