package dev.wayfare.channel;

import dev.wayfare.flow.Input;

/// Something that happened on a call we know, incoming or placed by us.
///
/// @param providerId the carrier's own id of the call
/// @param key the same key is the same webhook, however often it is posted
public record CallEvent(String carrier, String providerId, String key, Input.OfCall what) {

  /// Never what was said or keyed.
  @Override
  public String toString() {
    return "CallEvent[" + carrier + " " + providerId + " " + what.getClass().getSimpleName() + "]";
  }
}
