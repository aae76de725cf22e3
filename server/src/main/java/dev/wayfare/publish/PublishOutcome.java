package dev.wayfare.publish;

import java.util.List;
import java.util.UUID;

/// What came of the wish to publish, to roll back or to promote.
public sealed interface PublishOutcome {

  /// It is sealed and on its way; [ReleaseWorker] takes it on.
  record Started(UUID release) implements PublishOutcome {}

  /// The draft is not the one that the publisher saw.
  record DraftMoved(int seen, int current) implements PublishOutcome {}

  /// The checks found errors; nothing changed.
  record Refused(List<Finding> findings) implements PublishOutcome {}

  /// Warnings that nobody gave a reason for; nothing changed.
  record WantsReasons(List<Finding> warnings) implements PublishOutcome {}

  /// The draft, the settings, what is live or who is in the middle is not as it was in the dry run
  /// that was confirmed; nothing changed.
  record ConfirmationStale() implements PublishOutcome {}

  /// Another release of the same app and profile is on its way, or its settings changed at the same
  /// moment; nothing changed here.
  record Busy() implements PublishOutcome {}

  /// There is nothing to go back to, in a sentence that says why.
  record NoWayBack(String why) implements PublishOutcome {}
}
