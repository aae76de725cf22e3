package dev.wayfare.publish;

import java.util.List;

/// What came of taking an app down.
public sealed interface UnpublishOutcome {

  /// Nobody is answered any more; `left` is what could not be put back outside.
  record Unpublished(Release was, List<Finding> left) implements UnpublishOutcome {}

  record NotLive() implements UnpublishOutcome {}

  /// A release is on its way; it must be taken back first.
  record Busy() implements UnpublishOutcome {}
}
