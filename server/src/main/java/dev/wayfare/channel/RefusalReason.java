package dev.wayfare.channel;

/// Why a carrier will not take a text, in words that hold for every carrier.
public enum RefusalReason {
  /// The customer has told the carrier to stop.
  OPTED_OUT,
  /// The customer's number cannot be texted.
  BAD_NUMBER,
  /// Our number cannot send this text: not owned, not able, not registered.
  BAD_SENDER,
  /// The account may not text that country or that number.
  NOT_ALLOWED,
  /// The account's credentials or settings are wrong.
  CREDENTIALS,
  /// The text itself is empty, too long or not permitted.
  CONTENT,
  UNKNOWN
}
