package dev.wayfare.runtime;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Does one thing for all of a batch at the same time, each on a thread of its own, so that a slow
/// one keeps no other waiting and no lease of theirs ends meanwhile.
public final class AtOnce {
  private AtOnce() {}

  /// Returns when all are done. A fault of one stops no other; one of them is thrown in the end.
  public static <T> void each(List<T> batch, Consumer<T> work) {
    var faults = new ConcurrentLinkedQueue<RuntimeException>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : batch) {
        threads.execute(
            () -> {
              try {
                work.accept(one);
              } catch (RuntimeException fault) {
                faults.add(fault);
              }
            });
      }
    }
    if (!faults.isEmpty()) {
      throw faults.element();
    }
  }
}
