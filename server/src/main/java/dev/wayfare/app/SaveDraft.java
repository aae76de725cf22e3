package dev.wayfare.app;

import dev.wayfare.flow.Problem;
import java.util.List;

/// What came of saving a draft.
public sealed interface SaveDraft {

  /// Saved, with whatever problems it has: a draft may be unfinished.
  record Saved(Draft draft, List<Problem> problems) implements SaveDraft {}

  /// Somebody saved after the revision that the caller saw.
  record Moved(int current) implements SaveDraft {}

  /// What was sent is no document: nothing was kept.
  record Unreadable(List<Problem> problems) implements SaveDraft {}
}
