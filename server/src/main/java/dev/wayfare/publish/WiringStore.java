package dev.wayfare.publish;

import dev.wayfare.channel.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What publishes changed at carriers, and what stood there before.
interface WiringStore {

  /// @param before the carrier's own settings as they were, by name
  record Changed(UUID resource, String address, Line line, Map<String, String> before) {}

  /// Remembered before the carrier is told, so that it can be undone after a crash; what a release
  /// found first stays.
  void remember(
      UUID release,
      UUID deployment,
      UUID resource,
      Line line,
      Map<String, String> before,
      Instant now);

  /// What this release changed.
  List<Changed> by(UUID release);

  /// For every line that this deployment changed: what stood there before its first change.
  List<Changed> before(UUID deployment);

  void forget(UUID release);

  void forgetLine(UUID deployment, UUID resource, Line line);

  /// These resources moved over; what stood there before is the new deployment's to put back.
  void handOver(List<UUID> resources, UUID deployment);
}
