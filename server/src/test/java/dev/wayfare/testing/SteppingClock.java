package dev.wayfare.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it.
public final class SteppingClock implements InstantSource {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-04T05:06:07Z"));

  @Override
  public Instant instant() {
    return now.get();
  }

  public void jump(Duration step) {
    now.updateAndGet(before -> before.plus(step));
  }
}
