package dev.wayfare.kernel;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Ids from a clock and a source of chance, which is a `SecureRandom` everywhere but in tests.
///
/// Ids of one process grow strictly, also within a millisecond: time and a 12-bit counter form one
/// number that only moves forward.
public final class RandomIds implements Ids {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final InstantSource clock;
  private final RandomGenerator chance;
  private final AtomicLong last = new AtomicLong();

  public RandomIds(InstantSource clock, RandomGenerator chance) {
    this.clock = clock;
    this.chance = chance;
  }

  @Override
  public UUID next() {
    var fresh = clock.millis() << 12 | chance.nextInt(1 << 10);
    var ticks = last.accumulateAndGet(fresh, (before, now) -> Math.max(before + 1, now));
    var high = (ticks >>> 12) << 16 | 0x7000L | (ticks & 0xfff);
    var low = chance.nextLong() >>> 2 | Long.MIN_VALUE;
    return new UUID(high, low);
  }

  @Override
  public String word(int length) {
    var word = new StringBuilder(length);
    for (var i = 0; i < length; i++) {
      word.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    return word.toString();
  }
}
