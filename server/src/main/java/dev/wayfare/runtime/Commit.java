package dev.wayfare.runtime;

import dev.wayfare.flow.Effect;
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
/// @param asks what this turn asks of the world outside
/// @param asksDone keys of earlier asks that nobody waits for after this turn
/// @param takes the ask whose answer this turn hears: without it nothing is remembered
/// @param calls what this turn does to the journey's calls
/// @param alarms what those who watch are told, and how often it occurred
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
    boolean rings,
    List<Effect.Ask> asks,
    Set<String> asksDone,
    Optional<String> takes,
    List<CallNews> calls,
    Map<Alarm, Integer> alarms) {

  /// What a turn began with, in the trail's word.
  enum Kind {
    TEXT,
    CALL,
    VISIT,
    PAGE,
    TIMER,
    SCHEDULE,
    REQUEST,
    EXPIRY,
    ANSWER,
    /// A publisher moved it to another release, or began it anew there.
    MOVE,
    /// A publisher ended it.
    CLOSE
  }

  /// A reply under the key of the webhook it answers. `earlier` of the texts were remembered by the
  /// turns before in the same chain; `openUntil` says that more may follow, and how long.
  record Answered(
      String key, List<String> texts, Optional<Integer> earlier, Optional<Instant> openUntil) {
    Answered(String key, List<String> texts) {
      this(key, texts, Optional.empty(), Optional.empty());
    }
  }

  /// A text that leaves through the outbox.
  record OutText(UUID id, String from, String to, String body) {}

  /// A figure of the builder's own.
  record Figure(String name, double value) {}
}
