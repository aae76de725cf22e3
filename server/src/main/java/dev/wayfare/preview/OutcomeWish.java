package dev.wayfare.preview;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.json.WorldJson;
import dev.wayfare.flow.play.Answering;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the world outside answers, as a builder writes it: the status, headers and body of an HTTP
/// service, the value of anything else, or a failure with its code.
record OutcomeWish(
    Optional<Integer> status,
    Optional<Map<String, String>> headers,
    Optional<JsonNode> body,
    Optional<JsonNode> value,
    Optional<String> failure,
    Optional<String> message) {
  private static final WorldJson WORLD = new WorldJson();

  static OutcomeWish of(Outcome outcome, Json json) {
    return switch (outcome) {
      case Outcome.Failed(var code, var message) ->
          new OutcomeWish(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(code),
              Optional.of(message));
      case Outcome.Done(Map<?, ?> http) when http.get("status") instanceof Double status ->
          new OutcomeWish(
              Optional.of(status.intValue()),
              Optional.of(texts(http.get("headers"))),
              Optional.ofNullable(http.get("body")).map(json::of),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case Outcome.Done(var value) ->
          new OutcomeWish(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(json.of(value)),
              Optional.empty(),
              Optional.empty());
    };
  }

  private static Map<String, String> texts(@Nullable Object headers) {
    var texts = new LinkedHashMap<String, String>();
    if (headers instanceof Map<?, ?> map) {
      map.forEach((name, value) -> texts.put(name.toString(), value.toString()));
    }
    return texts;
  }

  Outcome to(Request request) {
    if (failure.isPresent()) {
      return message
          .<Outcome>map(words -> new Outcome.Failed(failure.get(), words))
          .orElseGet(() -> Answering.failed(failure.get()));
    }
    return switch (request) {
      case Request.Http _ ->
          Answering.http(
              status.orElse(200), new LinkedHashMap<>(headers.orElse(Map.of())), plain(body));
      case Request.Email _, Request.Media _, Request.File _, Request.Records _ ->
          new Outcome.Done(plain(value));
    };
  }

  private static Object plain(Optional<JsonNode> json) {
    return json.map(it -> WORLD.read(it.toString())).orElse("");
  }
}
