package dev.wayfare.runtime;

import java.util.concurrent.atomic.AtomicReference;

/// Tells this process's outbox that a turn left texts or calls, so that they need not wait for its
/// next look.
final class OutboxSignal {
  private final AtomicReference<Runnable> worker = new AtomicReference<>(() -> {});

  /// Whom to wake.
  void wakes(Runnable sender) {
    worker.set(sender);
  }

  /// A turn was remembered; if it left texts or calls, they go now.
  void noticed(Turns.Ran ran) {
    if (!ran.out().isEmpty() || !ran.calls().isEmpty()) {
      worker.get().run();
    }
  }
}
