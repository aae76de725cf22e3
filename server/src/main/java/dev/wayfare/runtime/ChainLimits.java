package dev.wayfare.runtime;

import java.time.Duration;

/// How long a channel waits for the turns behind a first one: a little less than its carriers do.
public record ChainLimits(Duration text, Duration web, Duration call, Duration api) {
  public static final ChainLimits USUAL =
      new ChainLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(8),
          Duration.ofSeconds(8),
          Duration.ofSeconds(10));
}
