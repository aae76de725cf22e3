package dev.wayfare.channel.simulator;

import dev.wayfare.channel.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the simulator remembers of calls. Their changes are counted together with those of phones
/// and texts.
interface SimulatorCallStore {

  /// Remembers a call, or returns the one that came with the same key before.
  SimulatorCall add(SimulatorCall call);

  Optional<SimulatorCall> call(UUID id);

  /// Writes a call as it is now and takes it to the next step; empty if it has left the step it was
  /// read at.
  Optional<SimulatorCall> change(SimulatorCall call);

  /// Calls that ring or go, oldest first.
  List<SimulatorCall> open();

  boolean isOnACall(PhoneNumber phone);

  /// The newest calls of a phone.
  List<SimulatorCall> ofPhone(PhoneNumber phone, int limit);

  /// Calls changed after a change, in order.
  List<SimulatorCall> callsAfter(long change, int limit);
}
