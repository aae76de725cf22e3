package dev.wayfare.flow.expression;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a value is while an expression runs, and how people call it.
enum Kind {
  TEXT("a text"),
  NUMBER("a number"),
  BOOLEAN("a boolean"),
  MOMENT("a moment"),
  SPAN("a length of time"),
  LIST("a list"),
  OBJECT("an object"),
  NOTHING("nothing"),
  ANY("anything");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  static Kind of(@Nullable Object value) {
    return switch (value) {
      case null -> NOTHING;
      case String _ -> TEXT;
      case Number _ -> NUMBER;
      case Boolean _ -> BOOLEAN;
      case Instant _ -> MOMENT;
      case Duration _ -> SPAN;
      case List<?> _ -> LIST;
      case Map<?, ?> _ -> OBJECT;
      default -> ANY;
    };
  }

  boolean takes(@Nullable Object value) {
    return switch (this) {
      case ANY -> true;
      case NOTHING -> value == null;
      case TEXT -> value instanceof String;
      case NUMBER -> value instanceof Number;
      case BOOLEAN -> value instanceof Boolean;
      case MOMENT -> value instanceof Instant;
      case SPAN -> value instanceof Duration;
      case LIST -> value instanceof List;
      case OBJECT -> value instanceof Map;
    };
  }
}
