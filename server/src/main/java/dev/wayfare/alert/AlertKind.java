package dev.wayfare.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an alert is about.
public enum AlertKind {
  /// Something failed in a journey and nobody caught it, or was given up after many tries.
  APPLICATION_ERROR("Application error", true, true),
  /// A builder's own log line, grave enough for the release's rule.
  LOG_ERROR("Log event", true, true),
  PUBLISH_FAILED("Publish failed", false, false),
  /// Carriers or customers get the answer of last resort, or none.
  CHANNEL_FAILING("A channel fails", false, true),
  CERTIFICATE("A certificate ends soon", false, false);

  private final String title;
  private final boolean ofJourneys;
  private final boolean quietIsGood;

  AlertKind(String title, boolean ofJourneys, boolean quietIsGood) {
    this.title = title;
    this.ofJourneys = ofJourneys;
    this.quietIsGood = quietIsGood;
  }

  String title() {
    return title;
  }

  /// Told by the rules of a release; all others to the notifiers that receive this kind.
  boolean ofJourneys() {
    return ofJourneys;
  }

  /// Whether it has recovered when nothing is seen for a while; else somebody has to say so.
  boolean quietIsGood() {
    return quietIsGood;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static AlertKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Those that notifiers may receive beside the rules of releases.
  static List<AlertKind> besideJourneys() {
    return Arrays.stream(values()).filter(kind -> !kind.ofJourneys).toList();
  }

  static Optional<AlertKind> besideJourneys(String word) {
    return besideJourneys().stream().filter(kind -> kind.word().equals(word)).findFirst();
  }
}
