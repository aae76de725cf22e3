package dev.wayfare.channel.simulator;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Rings when something has changed, for those who watch in this process.
final class SimulatorBell {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long rung;
  private boolean closed;

  void ring() {
    lock.lock();
    try {
      rung++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Nobody waits after this, so that a server which stops need not wait for watchers.
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long rung() {
    lock.lock();
    try {
      return rung;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until it has rung since `seen`, at most so long; false once closed.
  boolean await(long seen, Duration most) throws InterruptedException {
    lock.lock();
    try {
      var left = most.toNanos();
      while (!closed && rung == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }
}
