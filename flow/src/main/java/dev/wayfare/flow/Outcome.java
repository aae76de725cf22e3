package dev.wayfare.flow;

/// What came of a [Request].
public sealed interface Outcome {

  /// It was done; the value is as the request says.
  record Done(Object value) implements Outcome {}

  /// It failed, with a code in capitals (`HTTP_TOO_SLOW`, `EMAIL_REFUSED`, `RECORD_TAKEN`, …) and a
  /// sentence for the builder.
  record Failed(String code, String message) implements Outcome {}
}
