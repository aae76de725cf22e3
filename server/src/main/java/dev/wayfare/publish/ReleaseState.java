package dev.wayfare.publish;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a release has come. Which way it may go from each is [ReleaseMachine]'s to say.
public enum ReleaseState {
  /// Its content is written down and never changes any more.
  SEALED,
  /// All that must stand outside stands: carriers post to us, certificates are there.
  PREPARED,
  /// It answered through every entrance it is bound to.
  PROVEN,
  /// Customers get it.
  LIVE,
  /// Customers got it once.
  SUPERSEDED,
  /// Something stood in its way; customers never got it.
  FAILED,
  /// Somebody took it back before customers got it.
  CANCELLED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ReleaseState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Whether it is on its way: nobody else publishes meanwhile.
  public boolean isOpen() {
    return switch (this) {
      case SEALED, PREPARED, PROVEN -> true;
      case LIVE, SUPERSEDED, FAILED, CANCELLED -> false;
    };
  }
}
