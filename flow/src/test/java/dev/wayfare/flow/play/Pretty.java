package dev.wayfare.flow.play;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// JSON as people read it: what fits stands on one line.
final class Pretty {
  private static final int WIDTH = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  String write(Object value) {
    return write(value, 0);
  }

  private String write(Object value, int depth) {
    var flat = flat(value);
    if (flat.length() + depth * 2 <= WIDTH && depth > 0) {
      return flat;
    }
    var open = "\n" + "  ".repeat(depth + 1);
    var close = "\n" + "  ".repeat(depth);
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(
                  it ->
                      JSON.writeValueAsString(it.getKey()) + ": " + write(it.getValue(), depth + 1))
              .collect(Collectors.joining("," + open, "{" + open, close + "}"));
      case Collection<?> list ->
          list.stream()
              .map(it -> write(it, depth + 1))
              .collect(Collectors.joining("," + open, "[" + open, close + "]"));
      default -> flat;
    };
  }

  private static String flat(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(it -> JSON.writeValueAsString(it.getKey()) + ": " + flat(it.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Collection<?> list ->
          list.stream().map(Pretty::flat).collect(Collectors.joining(", ", "[", "]"));
      default -> JSON.writeValueAsString(value);
    };
  }
}
