package dev.wayfare.channel.twilio;

/// What the check of a webhook found.
sealed interface Verdict {

  /// It comes from the account that owns the number.
  record Genuine(Fields fields) implements Verdict {}

  record Turned(int status, String why) implements Verdict {}
}
