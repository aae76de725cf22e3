package dev.wayfare.publish;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where the content of a release comes from.
public enum ReleaseKind {
  /// The draft, with the profile's settings.
  PUBLISH,
  /// An earlier release of the same profile.
  ROLLBACK,
  /// A release of another profile, with this profile's settings.
  PROMOTION;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ReleaseKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
