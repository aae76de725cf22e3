package dev.wayfare.flow;

import java.time.Instant;

/// A timer the journey waits for: it wakes the step that set it, or runs a flow.
public sealed interface Timer {
  Instant at();

  /// Wakes `step` of the flow on top of `channel`, if it still stands there.
  record Wake(Instant at, Channel channel, String step) implements Timer {}

  /// Runs a flow on the flow's own channel.
  record Run(Instant at, String flow) implements Timer {}
}
