package dev.wayfare.flow.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes plain values as JSON: two spaces a level for people, or nothing at all for a hash.
final class JsonText {
  private final StringBuilder out = new StringBuilder();
  private final boolean compact;

  private JsonText(boolean compact) {
    this.compact = compact;
  }

  static String indented(@Nullable Object value) {
    var text = new JsonText(false);
    text.write(value, 0);
    return text.out.append('\n').toString();
  }

  static String compact(@Nullable Object value) {
    var text = new JsonText(true);
    text.write(value, 0);
    return text.out.toString();
  }

  private void write(@Nullable Object value, int depth) {
    switch (value) {
      case null -> out.append("null");
      case String text -> quote(out, text);
      case Double number -> out.append(Figures.write(number));
      case Map<?, ?> map -> object(map, depth);
      case List<?> list -> list(list, depth);
      default -> out.append(value);
    }
  }

  private void object(Map<?, ?> map, int depth) {
    out.append('{');
    var first = true;
    for (var entry : map.entrySet()) {
      separate(first, depth + 1);
      first = false;
      quote(out, String.valueOf(entry.getKey()));
      out.append(compact ? ":" : ": ");
      write(entry.getValue(), depth + 1);
    }
    close(first, depth, '}');
  }

  private void list(List<?> list, int depth) {
    out.append('[');
    var first = true;
    for (var item : list) {
      separate(first, depth + 1);
      first = false;
      write(item, depth + 1);
    }
    close(first, depth, ']');
  }

  private void separate(boolean first, int depth) {
    if (!first) {
      out.append(',');
    }
    line(depth);
  }

  private void close(boolean empty, int depth, char bracket) {
    if (!empty) {
      line(depth);
    }
    out.append(bracket);
  }

  private void line(int depth) {
    if (!compact) {
      out.append('\n').repeat("  ", depth);
    }
  }

  /// A text in double quotes that is the same text in JSON and in YAML.
  static void quote(StringBuilder out, String text) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      switch (character) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Characters.plain(text, i)) {
            out.append(character);
          } else {
            out.append("\\u%04x".formatted((int) character));
          }
        }
      }
    }
    out.append('"');
  }
}
