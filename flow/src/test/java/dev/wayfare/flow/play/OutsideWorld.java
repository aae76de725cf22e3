package dev.wayfare.flow.play;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Turn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a golden case says of calls, and what the world outside answers in it.
final class OutsideWorld {
  private OutsideWorld() {}

  static Optional<Turn> act(Rehearsal play, Map<String, Object> in) {
    var first = in.isEmpty() ? "" : in.keySet().iterator().next();
    var value = in.getOrDefault(first, "");
    return switch (first) {
      case "call" -> Optional.of(play.call((String) value));
      case "said" -> Optional.of(play.say((String) value));
      case "pressed" -> Optional.of(play.press((String) value));
      case "silence" -> Optional.of(play.silence());
      case "held" -> Optional.of(play.hold());
      case "forwarded" -> Optional.of(play.forwarded(end(value)));
      case "picked up" -> Optional.of(play.pickUp(value.equals("machine")));
      case "hung up" ->
          Optional.of(play.hangUp(end(value), length((String) in.getOrDefault("length", "0s"))));
      case "answered" -> Optional.of(answer(play, in, new Outcome.Done(plain(value))));
      case "failed" ->
          Optional.of(
              answer(
                  play,
                  in,
                  new Outcome.Failed(
                      (String) value, (String) in.getOrDefault("message", "it failed"))));
      default -> Optional.empty();
    };
  }

  private static Turn answer(Rehearsal play, Map<String, Object> in, Outcome outcome) {
    var key =
        (String) in.getOrDefault("key", play.asked().keySet().stream().findFirst().orElse(""));
    return play.answer(key, outcome, !Boolean.TRUE.equals(in.get("late")));
  }

  private static Input.CallEnd end(Object word) {
    return Input.CallEnd.valueOf(((String) word).toUpperCase(Locale.ROOT));
  }

  static Duration length(String time) {
    return time.endsWith("d")
        ? Duration.ofDays(Long.parseLong(time.substring(0, time.length() - 1)))
        : Duration.parse("PT" + time.toUpperCase(Locale.ROOT));
  }

  /// As the engine knows values: every number is a `Double`, nothing is the empty text.
  static Object plain(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> number.doubleValue();
      case List<?> items -> items.stream().map(OutsideWorld::plain).toList();
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((name, item) -> copy.put(String.valueOf(name), plain(item)));
        yield copy;
      }
      default -> value;
    };
  }
}
