package dev.wayfare.channel.simulator;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.kernel.OrganizationId;
import java.time.Instant;

/// A phone on the screen of one organization.
///
/// @param changed the number of the change that made it what it is
record SimulatorPhone(
    OrganizationId organization,
    PhoneNumber number,
    String name,
    Faults faults,
    Instant createdAt,
    long changed) {

  SimulatorPhone named(String newName) {
    return new SimulatorPhone(organization, number, newName, faults, createdAt, changed);
  }

  SimulatorPhone with(Faults newFaults) {
    return new SimulatorPhone(organization, number, name, newFaults, createdAt, changed);
  }
}
