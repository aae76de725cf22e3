package dev.wayfare.channel;

import java.util.UUID;

/// A text of ours to a customer.
///
/// @param key the same key is the same text, however often the outbox sends it
public record OutboundText(UUID key, PhoneNumber from, PhoneNumber to, String body) {

  /// Never the text itself.
  @Override
  public String toString() {
    return "OutboundText[" + key + " from " + from + "]";
  }
}
