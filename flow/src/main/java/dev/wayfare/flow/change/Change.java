package dev.wayfare.flow.change;

import dev.wayfare.flow.Place;

/// One difference between two apps: what became of what, where, and in a sentence.
///
/// `place` is a place of the newer app, or of the older where the newer has none; it has no line.
/// `before` and `after` are the two texts (of something renamed: its two names), empty where there
/// is none.
public record Change(Kind kind, Sort sort, Place place, String text, String before, String after) {

  /// What became of it.
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    /// The same under another name.
    RENAMED,
    /// The same in another order.
    MOVED
  }
}
