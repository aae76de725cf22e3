package dev.wayfare.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A channel of a deployment that only answers with a message for now: nothing begins on it and
/// nothing goes on. Calls that are on go on to their end, and what leaves by itself leaves.
///
/// @param until it ends by itself then
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Pause(
    Channel channel, String message, Optional<Instant> until, Instant since, String by) {

  public enum Channel {
    WEB,
    TEXT,
    CALL,
    API;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  boolean holds(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
