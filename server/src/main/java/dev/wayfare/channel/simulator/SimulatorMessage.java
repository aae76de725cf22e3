package dev.wayfare.channel.simulator;

import dev.wayfare.channel.DeliveryState;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.Segments;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One text in a thread between a phone on the screen and a number of ours.
///
/// @param note what a person should know about its state, or nothing
/// @param key the outbox's key, for texts that came through [SimulatorCarrier]
/// @param changed the number of the change that made it what it is
record SimulatorMessage(
    UUID id,
    PhoneNumber phone,
    PhoneNumber other,
    Direction direction,
    String body,
    DeliveryState state,
    String note,
    Optional<UUID> key,
    Instant at,
    long changed) {

  enum Direction {
    FROM_PHONE,
    TO_PHONE
  }

  /// The id under which everybody outside knows this text.
  String providerId() {
    return "SIM" + id.toString().replace("-", "");
  }

  Segments segments() {
    return Segments.of(body);
  }
}
