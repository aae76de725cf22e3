package dev.wayfare.runtime;

import dev.wayfare.flow.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One try of an ask, on a thread of its own: whoever waits for it may stop waiting, the try goes
/// on.
record Trial(Future<Came> running) {

  /// What came of a try.
  sealed interface Came {
    record Answer(Outcome outcome) implements Came {}

    record Later(String code, String why) implements Came {}

    /// Somebody else has the ask, or the server stops.
    record NotOurs() implements Came {}

    record Fault(Throwable fault) implements Came {}
  }

  /// Empty when it takes longer than these nanoseconds.
  Optional<Came> within(long nanos) {
    try {
      return Optional.of(running.get(Math.max(0, nanos), TimeUnit.NANOSECONDS));
    } catch (TimeoutException tooSlow) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      var cause = failed.getCause();
      return Optional.of(new Came.Fault(cause == null ? failed : cause));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.of(new Came.NotOurs());
    }
  }

  Came whenever() {
    return within(Duration.ofDays(1).toNanos()).orElseGet(Came.NotOurs::new);
  }
}
