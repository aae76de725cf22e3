package dev.wayfare.channel.simulator;

import dev.wayfare.channel.DeliveryState;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.Segments;
import dev.wayfare.kernel.OrganizationId;
import java.nio.charset.StandardCharsets;
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
    OrganizationId organization,
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

  /// The id of one of its replies: the same reply lands once, however often the door is asked.
  UUID replyId(int index) {
    return UUID.nameUUIDFromBytes((id + " " + index).getBytes(StandardCharsets.UTF_8));
  }

  Segments segments() {
    return Segments.of(body);
  }
}
