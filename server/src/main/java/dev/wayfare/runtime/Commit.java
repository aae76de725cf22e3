package dev.wayfare.runtime;

import dev.wayfare.flow.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A turn as it is to be remembered: all of it or nothing.
///
/// @param seen the journey's turn number as it was read; empty for a new journey
/// @param closes an open journey that makes way for this new one
/// @param claims the phone number whose texts are this journey's from now on
/// @param answered what the webhook is answered, under its key
/// @param rings whether open pages of this journey should look again
record Commit(
    UUID deployment,
    UUID release,
    Kind kind,
    Instant at,
    Turn turn,
    Optional<Integer> seen,
    Optional<Stored> closes,
    Optional<String> claims,
    Optional<Answered> answered,
    List<OutText> out,
    Map<String, Instant> timersSet,
    Set<String> timersDropped,
    List<Figure> figures,
    boolean rings) {

  /// What a turn began with, in the trail's word.
  enum Kind {
    TEXT,
    VISIT,
    PAGE,
    TIMER,
    EXPIRY,
    REQUEST
  }

  /// A reply under the key of the webhook it answers.
  record Answered(String key, List<String> texts) {}

  /// A text that leaves through the outbox.
  record OutText(UUID id, String from, String to, String body) {}

  /// A figure of the builder's own.
  record Figure(String name, double value) {}
}
