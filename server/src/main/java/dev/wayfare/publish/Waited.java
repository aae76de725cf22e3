package dev.wayfare.publish;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for what was asked side by side.
final class Waited {
  private Waited() {}

  /// @throws IllegalStateException when our own code failed, or the server is stopping: whoever
  /// takes the release over asks again
  static <T> T on(Future<T> asked) {
    try {
      return asked.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server is stopping.", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A trial failed in our own code.", failed.getCause());
    }
  }
}
