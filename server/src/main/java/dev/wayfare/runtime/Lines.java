package dev.wayfare.runtime;

import java.util.concurrent.locks.ReentrantLock;

/// Lets one turn of a person run at a time in this process, so that two texts at once wait for each
/// other instead of undoing each other's work. Between processes the store settles it.
///
/// Taken before a connection is, never while holding one.
final class Lines {
  private final ReentrantLock[] locks = new ReentrantLock[1024];

  Lines() {
    for (var each = 0; each < locks.length; each++) {
      locks[each] = new ReentrantLock(true);
    }
  }

  /// Waits for the line of whoever this is, and holds it until closed.
  Held hold(Object who) {
    var lock = locks[Math.floorMod(who.hashCode() * 0x9E3779B9, locks.length)];
    lock.lock();
    return lock::unlock;
  }

  /// A line that is held.
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
