package dev.wayfare.publish;

/// What came of taking an app down.
public sealed interface UnpublishOutcome {

  record Unpublished(Release was) implements UnpublishOutcome {}

  record NotLive() implements UnpublishOutcome {}
}
