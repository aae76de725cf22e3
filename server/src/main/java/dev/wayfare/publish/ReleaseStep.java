package dev.wayfare.publish;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/// One line of what was done on a release's way, for whoever follows it. `code`, `place` and
/// `wayOut` are empty unless something is wrong: it failed, or went on all the same.
public record ReleaseStep(
    Instant at,
    Stage stage,
    Outcome outcome,
    String code,
    String place,
    String text,
    String wayOut) {

  public enum Stage {
    SEAL,
    PREPARE,
    PROVE,
    SWITCH,
    UNDO;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Stage of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public enum Outcome {
    BEGUN,
    DONE,
    FAILED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  static ReleaseStep done(Instant at, Stage stage, String text) {
    return new ReleaseStep(at, stage, Outcome.DONE, "", "", text, "");
  }

  static ReleaseStep begun(Instant at, Stage stage, String text) {
    return new ReleaseStep(at, stage, Outcome.BEGUN, "", "", text, "");
  }

  /// Something is wrong that stands in nobody's way.
  static ReleaseStep warned(Instant at, Stage stage, Finding why) {
    return new ReleaseStep(
        at, stage, Outcome.DONE, why.code(), why.place(), why.text(), why.wayOut());
  }

  static ReleaseStep failed(Instant at, Stage stage, Finding why) {
    return new ReleaseStep(
        at, stage, Outcome.FAILED, why.code(), why.place(), why.text(), why.wayOut());
  }
}
