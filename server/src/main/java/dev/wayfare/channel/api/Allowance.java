package dev.wayfare.channel.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How often an address may still ask: a bucket that fills again all the time. In memory, for each
/// process its own; behind a proxy all share the proxy's bucket.
final class Allowance {
  private static final int MOST_ADDRESSES = 50_000;
  private static final long NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();

  private final int aMinute;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new HashMap<>();

  private record Bucket(double left, Instant at) {}

  Allowance(int aMinute, InstantSource clock) {
    this.aMinute = aMinute;
    this.clock = clock;
  }

  /// Takes one; or says how long to wait for the next.
  synchronized Optional<Duration> take(String address) {
    var now = clock.instant();
    var left = left(address, now);
    if (left < 1) {
      return Optional.of(Duration.ofNanos((long) ((1 - left) * NANOS_A_MINUTE / aMinute)));
    }
    if (buckets.size() >= MOST_ADDRESSES) {
      buckets.keySet().removeIf(each -> left(each, now) >= aMinute);
      if (buckets.size() >= MOST_ADDRESSES) {
        buckets.clear();
      }
    }
    buckets.put(address, new Bucket(left - 1, now));
    return Optional.empty();
  }

  private double left(String address, Instant now) {
    var bucket = buckets.get(address);
    if (bucket == null) {
      return aMinute;
    }
    var since = Math.max(0, Duration.between(bucket.at(), now).toNanos());
    return Math.min(aMinute, bucket.left() + (double) since / NANOS_A_MINUTE * aMinute);
  }
}
