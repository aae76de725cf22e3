package dev.wayfare.resource;

/// Who uses a resource: an app under a profile, for a slot, in its settings (`bound`) or in front
/// of customers (`live`), or for those who finish what they began before (`finishing`).
public record Use(String app, String profile, String slot, Kind kind) {

  public enum Kind {
    BOUND("bound"),
    LIVE("live"),
    /// On a release that is not live any more, by people who finish there.
    FINISHING("finishing");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @com.fasterxml.jackson.annotation.JsonValue
    public String word() {
      return word;
    }
  }

  /// Why it cannot be removed: `bound by parcel-desk under Production (text)`.
  String sentence() {
    return switch (kind) {
      case BOUND -> "bound by " + holder();
      case LIVE -> "live in " + holder();
      case FINISHING -> "needed by people who finish in " + holder();
    };
  }

  /// As a message names it: `parcel-desk under Production (text)`.
  public String holder() {
    return app + " under " + profile + " (" + slot + ")";
  }
}
