package dev.wayfare.channel;

import dev.wayfare.flow.Input;
import java.util.Optional;
import java.util.UUID;

/// Something that happened on a call we know, incoming or placed by us.
///
/// @param providerId the carrier's own id of the call
/// @param key the same key is the same webhook, however often it is posted
/// @param placed for a call of ours, the [OutboundCall#key()] it was placed with, where the carrier
///     hands it back: the call is known by it even if the answer to placing it was lost
public record CallEvent(
    String carrier, String providerId, String key, Input.OfCall what, Optional<UUID> placed) {

  public CallEvent(String carrier, String providerId, String key, Input.OfCall what) {
    this(carrier, providerId, key, what, Optional.empty());
  }

  /// Never what was said or keyed.
  @Override
  public String toString() {
    return "CallEvent[" + carrier + " " + providerId + " " + what.getClass().getSimpleName() + "]";
  }
}
