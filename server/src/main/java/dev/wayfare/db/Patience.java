package dev.wayfare.db;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something outside this process that cannot call us.
final class Patience {
  private static final long LOOK_EVERY = Duration.ofMillis(5).toNanos();

  private Patience() {}

  static boolean until(Duration patience, BooleanSupplier done) {
    var end = System.nanoTime() + patience.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
    return true;
  }
}
