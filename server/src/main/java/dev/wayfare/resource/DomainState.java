package dev.wayfare.resource;

import java.util.Locale;

/// How far a domain is. The last three are failures that end only when somebody has it looked at
/// again.
enum DomainState {
  /// The owner still has to make the record, or it has not spread yet.
  AWAITING_DNS,
  VERIFIED,
  /// Nobody made the record in time.
  NEVER_SEEN,
  /// The record of a verified one has been gone for long.
  LAPSED,
  /// Another organization of this server has proven the name.
  TAKEN;

  String stored() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DomainState ofStored(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// As the API tells it.
  String word() {
    return switch (this) {
      case AWAITING_DNS, VERIFIED -> stored();
      case NEVER_SEEN, LAPSED, TAKEN -> "failed";
    };
  }
}
