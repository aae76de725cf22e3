package dev.wayfare.connector;

import java.time.Duration;

/// What came of an email. Each case says it in a sentence for the builder.
public sealed interface MailOutcome {

  String sentence();

  /// The mail server took it. It may still come back to the sender later.
  record Sent(String messageId) implements MailOutcome {
    @Override
    public String sentence() {
      return "The mail server took the email.";
    }
  }

  /// One of the addresses is none, or the mail server does not take it. Nobody got the email.
  record AddressRefused(String address, String reply) implements MailOutcome {
    @Override
    public String sentence() {
      return "An address of the email was refused: " + reply;
    }
  }

  /// It will not be sent by trying again: forbidden, not signed in, not accepted.
  record Refused(String sentence) implements MailOutcome {}

  /// The mail server asks to try again later. Nobody got the email.
  record Later(String sentence) implements MailOutcome {}

  /// Nobody took the connection, or it could not be trusted. Nobody got the email.
  record Unreachable(String sentence) implements MailOutcome {}

  /// The email may have been sent; a repeat carries the same message id.
  record TooSlow(Duration limit) implements MailOutcome {
    @Override
    public String sentence() {
      return "The mail server took longer than " + limit.toMillis() + " ms.";
    }
  }

  /// The connection broke. The email may have been sent; a repeat carries the same message id.
  record Broken(String sentence) implements MailOutcome {}
}
