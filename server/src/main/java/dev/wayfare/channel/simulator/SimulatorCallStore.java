package dev.wayfare.channel.simulator;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the simulator remembers of calls. Their changes are counted together with those of phones
/// and texts.
interface SimulatorCallStore {

  /// Remembers a call, or returns the one that came with the same key before.
  SimulatorCall add(SimulatorCall call);

  Optional<SimulatorCall> call(UUID id);

  /// The call, if it is one of this organization.
  default Optional<SimulatorCall> call(OrganizationId organization, UUID id) {
    return call(id).filter(it -> it.organization().equals(organization));
  }

  /// Writes a call as it is now and takes it to the next step; empty if it has left the step it was
  /// read at.
  Optional<SimulatorCall> change(SimulatorCall call);

  /// Calls that ring or go, oldest first, of whatever organization.
  List<SimulatorCall> open();

  /// Calls of an organization that ring or go, oldest first.
  List<SimulatorCall> open(OrganizationId organization);

  boolean isOnACall(OrganizationId organization, PhoneNumber phone);

  /// The newest calls of a phone.
  List<SimulatorCall> ofPhone(OrganizationId organization, PhoneNumber phone, int limit);

  /// Calls changed after a change, in order.
  List<SimulatorCall> callsAfter(OrganizationId organization, long change, int limit);
}
