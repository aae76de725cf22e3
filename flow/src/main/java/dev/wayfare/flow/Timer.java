package dev.wayfare.flow;

import java.time.Instant;

/// A timer the journey waits for: it wakes the step that set it, or runs a flow.
public sealed interface Timer {
  Instant at();

  /// Wakes `step` of the flow at this depth (from 1) of `channel`, if it still stands there.
  record Wake(Instant at, Channel channel, int depth, String step) implements Timer {}

  /// Runs a flow on the flow's own channel.
  record Run(Instant at, String flow) implements Timer {}
}
