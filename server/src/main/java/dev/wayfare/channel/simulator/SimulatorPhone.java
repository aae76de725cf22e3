package dev.wayfare.channel.simulator;

import dev.wayfare.channel.PhoneNumber;
import java.time.Instant;

/// A phone on the screen.
///
/// @param changed the number of the change that made it what it is
record SimulatorPhone(
    PhoneNumber number, String name, Faults faults, Instant createdAt, long changed) {

  SimulatorPhone named(String newName) {
    return new SimulatorPhone(number, newName, faults, createdAt, changed);
  }

  SimulatorPhone with(Faults newFaults) {
    return new SimulatorPhone(number, name, newFaults, createdAt, changed);
  }
}
