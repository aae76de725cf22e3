package dev.wayfare.flow;

import java.time.Duration;
import java.time.Instant;

/// What a turn asks of the world. The runtime commits first, then does.
public sealed interface Effect {

  /// A text to a phone (E.164). `conversation` texts answer the contact's own text where the
  /// carrier takes the reply in its response; all others leave through the outbox.
  record SendText(String to, String body, boolean conversation) implements Effect {}

  /// A timer of the journey, by name; replaces one of the same name.
  record SetTimer(String name, Instant at) implements Effect {}

  record DropTimer(String name) implements Effect {}

  /// A builder's own log line; level error can alert.
  record Log(Level level, String code, String message) implements Effect {}

  record Metric(String name, double value) implements Effect {}

  /// An application error: something failed and nobody caught it.
  record Incident(Trouble trouble) implements Effect {}

  /// Something for the call this journey is on.
  record Voice(Verb verb) implements Effect {}

  /// Calls a phone (E.164) that rings for so long; `detectMachine` asks the carrier who took it.
  /// What the call says follows when it is taken ([Input.PickedUp]).
  record PlaceCall(String to, Duration ring, boolean detectMachine) implements Effect {}

  /// Asks the world outside, under a key of this journey; the answer comes as [Input.Answered].
  record Ask(String key, Request request) implements Effect {}

  /// The web channel stands elsewhere than before: open pages should look again.
  record WebMoved() implements Effect {}

  enum Level {
    INFO,
    WARNING,
    ERROR
  }
}
