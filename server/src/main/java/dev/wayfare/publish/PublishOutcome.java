package dev.wayfare.publish;

import java.util.List;

/// What came of a publish.
public sealed interface PublishOutcome {

  /// It is live, here and within moments in every other process.
  record Published(Release release, List<LiveEntrance> entrances, List<Finding> warnings)
      implements PublishOutcome {}

  /// The draft is not the one that the publisher saw.
  record DraftMoved(int seen, int current) implements PublishOutcome {}

  /// The checks found errors; nothing changed.
  record Refused(List<Finding> findings) implements PublishOutcome {}

  /// Somebody published the same app under the same profile, or changed its settings, at the same
  /// moment; nothing changed here.
  record Busy() implements PublishOutcome {}
}
