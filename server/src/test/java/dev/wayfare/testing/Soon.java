package dev.wayfare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Looks again and again at something that happens by itself, up to a deadline.
public final class Soon {
  private static final long LOOK_EVERY = Duration.ofMillis(10).toNanos();

  private Soon() {}

  /// How long it took until this was so.
  public static Duration within(Duration limit, String what, BooleanSupplier so) {
    var begun = System.nanoTime();
    var now = so.getAsBoolean();
    while (!now && System.nanoTime() - begun < limit.toNanos()) {
      breathe();
      now = so.getAsBoolean();
    }
    assertThat(now).as("within %s: %s", limit, what).isTrue();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /// Between two looks, so that the one who is watched gets a turn.
  public static void breathe() {
    LockSupport.parkNanos(LOOK_EVERY);
  }
}
