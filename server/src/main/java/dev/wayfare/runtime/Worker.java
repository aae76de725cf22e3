package dev.wayfare.runtime;

import dev.wayfare.http.Outage;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does one thing again and again on a thread of its own: when woken, and every so often. A failure
/// is logged and waited out; it never ends the worker.
public final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

  private final String name;
  private final Runnable work;
  private final Supplier<Duration> pause;
  private final Semaphore calls = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  public Worker(String name, Duration every, Runnable work) {
    this(name, () -> every, work);
  }

  /// One that says after each time how long it may sleep.
  Worker(String name, Supplier<Duration> pause, Runnable work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  void wake() {
    calls.release();
  }

  private void run() {
    while (!closed) {
      try {
        if (calls.tryAcquire(pause.get().toMillis(), TimeUnit.MILLISECONDS)) {
          calls.drainPermits();
        }
        if (!closed) {
          work.run();
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException fault) {
        if (!closed) {
          Outage.warn(LOG, "The worker \"" + name + "\" failed and tries again.", fault);
          pause();
        }
      } catch (Error fault) {
        LOG.error("The worker \"{}\" failed and tries again.", name, fault);
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(AFTER_A_FAULT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
