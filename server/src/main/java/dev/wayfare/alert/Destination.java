package dev.wayfare.alert;

import java.time.Duration;
import java.util.UUID;

/// One kind of place that alerts go to. It translates a message and says what came of it; when to
/// try again is not its business.
interface Destination {
  NotifierKind kind();

  /// @param id of the delivery: a repeat has the same
  Came send(Notifier.Open notifier, Message message, UUID id);

  /// What came of it. The sentences hold no secret and nothing that the other side wrote.
  sealed interface Came {
    String sentence();

    record Taken() implements Came {
      @Override
      public String sentence() {
        return "It was taken.";
      }
    }

    /// It will not be taken by trying again.
    record Refused(String sentence) implements Came {}

    /// @param after as the other side asks, or nothing
    record Later(Duration after, String sentence) implements Came {}
  }
}
