package dev.wayfare.preview;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.play.InWords;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Something that a turn would do outside. `kind` is `text`, `email`, `asks`, `call`, `place_call`,
/// `log`, `metric`, `incident`, `timer`, `timer_dropped` or `page`; `name` is the verb of a call,
/// the level of a log line, the name of a metric or timer, the slot of an email.
record PlayedEffect(
    String kind,
    String text,
    Optional<String> name,
    Optional<String> to,
    Optional<String> code,
    Optional<String> key,
    Optional<String> flow,
    Optional<String> step,
    Optional<Instant> at,
    Optional<Double> value) {

  static PlayedEffect of(Effect effect) {
    return switch (effect) {
      case Effect.SendText(var to, var body, _) -> said("text", body).to(to);
      case Effect.SetTimer(var name, var at) -> said("timer", "").named(name).at(at);
      case Effect.DropTimer(var name) -> said("timer_dropped", "").named(name);
      case Effect.Log(var level, var code, var message) ->
          said("log", message).named(level.name().toLowerCase(Locale.ROOT)).coded(code);
      case Effect.Metric(var name, var value) -> said("metric", "").named(name).valued(value);
      case Effect.Incident(var trouble) ->
          said("incident", trouble.message())
              .coded(trouble.code())
              .in(trouble.flow(), trouble.step());
      case Effect.Voice(var verb) -> said("call", InWords.of(verb)).named(verb(verb));
      case Effect.PlaceCall(var to, _, _) -> said("place_call", "").to(to);
      case Effect.Ask(
              var key,
              Request.Email(var slot, var to, _, _, var subject, var text, _, _)) ->
          said("email", text).named(slot).to(String.join(", ", to)).coded(subject).keyed(key);
      case Effect.Ask(var key, var request) -> said("asks", InWords.of(request)).keyed(key);
      case Effect.WebMoved() -> said("page", "");
    };
  }

  static String verb(Verb verb) {
    return switch (verb) {
      case Verb.Speak _ -> "speak";
      case Verb.Play _ -> "play";
      case Verb.Listen _ -> "listen";
      case Verb.Forward _ -> "forward";
      case Verb.Hold _ -> "hold";
      case Verb.HangUp() -> "hang_up";
    };
  }

  private static PlayedEffect said(String kind, String text) {
    return new PlayedEffect(
        kind,
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private PlayedEffect named(String it) {
    return new PlayedEffect(kind, text, Optional.of(it), to, code, key, flow, step, at, value);
  }

  private PlayedEffect to(String it) {
    return new PlayedEffect(kind, text, name, Optional.of(it), code, key, flow, step, at, value);
  }

  private PlayedEffect coded(String it) {
    return new PlayedEffect(kind, text, name, to, Optional.of(it), key, flow, step, at, value);
  }

  private PlayedEffect keyed(String it) {
    return new PlayedEffect(kind, text, name, to, code, Optional.of(it), flow, step, at, value);
  }

  private PlayedEffect in(String where, String which) {
    return new PlayedEffect(
        kind, text, name, to, code, key, Optional.of(where), Optional.of(which), at, value);
  }

  private PlayedEffect at(Instant it) {
    return new PlayedEffect(kind, text, name, to, code, key, flow, step, Optional.of(it), value);
  }

  private PlayedEffect valued(double it) {
    return new PlayedEffect(kind, text, name, to, code, key, flow, step, at, Optional.of(it));
  }
}
