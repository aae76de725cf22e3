package dev.wayfare.channel;

import java.time.Duration;

/// What a carrier said to a text of ours. Details are for builders: never a customer's words, never
/// a secret.
public sealed interface SendOutcome {

  record Accepted(String providerId) implements SendOutcome {}

  /// Sending the same again would be refused again.
  record Refused(RefusalReason reason, String detail) implements SendOutcome {}

  /// Not now; the carrier asks for this pause, or we guess it.
  record TryAgain(Duration after, String detail) implements SendOutcome {}
}
