package dev.wayfare.channel.simulator;

import dev.wayfare.channel.RefusalReason;
import java.time.Duration;
import java.util.Optional;

/// What goes wrong with a phone, on demand.
///
/// @param delay how much longer everything takes, in both directions
/// @param refuse texts to the phone are refused at once, for this reason
/// @param fail texts to the phone are accepted and then fail
/// @param duplicate texts of the phone are posted twice at the same moment
/// @param off the phone gets nothing until it is switched on again
record Faults(
    Duration delay, Optional<RefusalReason> refuse, boolean fail, boolean duplicate, boolean off) {

  static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
  static final Faults NONE = new Faults(Duration.ZERO, Optional.empty(), false, false, false);
}
