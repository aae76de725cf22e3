package dev.wayfare.channel.simulator;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One timer thread that hands each task to a virtual thread of its own.
final class LaterOnThreads implements Later, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LaterOnThreads.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("simulator-timer").factory());

  @Override
  public void run(Duration after, Runnable task) {
    Runnable start = () -> Thread.ofVirtual().name("simulator").start(() -> guarded(task));
    var _ = timer.schedule(start, after.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The edge of a worker: what fails here is tried again when the server starts next.
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("The simulator could not move a text or call on.", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
