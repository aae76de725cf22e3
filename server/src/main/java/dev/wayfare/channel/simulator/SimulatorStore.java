package dev.wayfare.channel.simulator;

import dev.wayfare.channel.DeliveryState;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the simulator remembers, apart for each organization. Every change gets a number, and
/// numbers become visible in order.
interface SimulatorStore {

  List<SimulatorPhone> phones(OrganizationId organization);

  Optional<SimulatorPhone> phone(OrganizationId organization, PhoneNumber number);

  /// False if a phone has that number already.
  boolean add(SimulatorPhone phone);

  void update(SimulatorPhone phone);

  /// Remembers a text, or returns the one that came with the same id or key before.
  SimulatorMessage add(SimulatorMessage message);

  Optional<SimulatorMessage> message(UUID id);

  /// Moves a text forward; false if it has come that far already.
  boolean move(UUID id, DeliveryState to, String note);

  /// A phone's text was answered: it counts as delivered and the replies land, all of it or
  /// nothing. A reply that landed before stays as it is.
  void answered(UUID id, String note, List<SimulatorMessage> replies);

  /// The texts of one thread after a change, oldest first.
  List<SimulatorMessage> thread(
      OrganizationId organization, PhoneNumber phone, PhoneNumber other, long after, int limit);

  List<SimulatorThread> threads(OrganizationId organization, PhoneNumber phone);

  /// Phones changed after a change, in order.
  List<SimulatorPhone> phonesAfter(OrganizationId organization, long change, int limit);

  /// Texts changed after a change, in order.
  List<SimulatorMessage> messagesAfter(OrganizationId organization, long change, int limit);

  /// The change after which so many of the newest texts stand.
  long changeBefore(OrganizationId organization, int newest);

  /// Texts that are still on their way since before that, of whatever organization.
  List<SimulatorMessage> unfinished(Instant before);
}
