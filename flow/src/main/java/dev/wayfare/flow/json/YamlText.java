package dev.wayfare.flow.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes plain values as YAML for people and git.
///
/// One rule for the shape: an object or list of leaves that fits in 100 columns stands on one line
/// (`{type: say, text: Hello}`), everything else on lines of its own; a text of several lines
/// stands as a `|` block.
final class YamlText {
  private static final int WIDTH = 100;
  private final StringBuilder out = new StringBuilder();

  static String write(Map<?, ?> document) {
    var text = new YamlText();
    if (document.isEmpty()) {
      return "{}\n";
    }
    text.entries(document, 0);
    return text.out.toString();
  }

  private void entries(Map<?, ?> map, int indent) {
    for (var entry : map.entrySet()) {
      out.repeat(" ", indent);
      YamlScalars.write(out, String.valueOf(entry.getKey()), true);
      out.append(':');
      value(entry.getValue(), indent);
    }
  }

  private void items(List<?> list, int indent) {
    for (var item : list) {
      out.repeat(" ", indent).append('-');
      value(item, indent);
    }
  }

  /// What stands behind a `key:` or a `-`, and the end of the line.
  private void value(@Nullable Object value, int indent) {
    if (value instanceof String text && YamlScalars.blocky(text)) {
      block(text, indent + 2);
    } else if (onOneLine(value)) {
      out.append('\n');
    } else if (value instanceof Map<?, ?> map) {
      out.append('\n');
      entries(map, indent + 2);
    } else if (value instanceof List<?> list) {
      out.append('\n');
      items(list, indent + 2);
    }
  }

  private void block(String text, int indent) {
    out.append(text.endsWith("\n") ? " |\n" : " |-\n");
    text.lines()
        .forEach(
            line -> {
              if (!line.isEmpty()) {
                out.repeat(" ", indent).append(line);
              }
              out.append('\n');
            });
  }

  /// Writes the value behind what stands on this line already, if it may and does fit there.
  private boolean onOneLine(@Nullable Object value) {
    var start = out.length();
    var lineStart = out.lastIndexOf("\n") + 1;
    out.append(' ');
    if (flat(value, 0) && (!collection(value) || out.length() - lineStart <= WIDTH)) {
      return true;
    }
    out.setLength(start);
    return false;
  }

  private static boolean collection(@Nullable Object value) {
    return (value instanceof Map<?, ?> map && !map.isEmpty())
        || (value instanceof List<?> list && !list.isEmpty());
  }

  /// Writes in flow style: leaves, lists of leaves, and objects of both. False where that cannot
  /// be.
  private boolean flat(@Nullable Object value, int depth) {
    return switch (value) {
      case null -> put("null");
      case String text -> flatText(text, depth > 0);
      case Double number -> put(Figures.write(number));
      case List<?> list -> flatList(list, depth);
      case Map<?, ?> map -> flatMap(map, depth);
      default -> put(value.toString());
    };
  }

  private boolean flatText(String text, boolean inside) {
    if (inside && YamlScalars.blocky(text)) {
      return false;
    }
    YamlScalars.write(out, text, inside);
    return true;
  }

  private boolean flatList(List<?> list, int depth) {
    if (depth > 1) {
      return false;
    }
    out.append('[');
    var separator = "";
    for (var item : list) {
      out.append(separator);
      separator = ", ";
      if (collection(item) || !flat(item, depth + 1)) {
        return false;
      }
    }
    return put("]");
  }

  private boolean flatMap(Map<?, ?> map, int depth) {
    if (depth > 0 && !map.isEmpty()) {
      return false;
    }
    out.append('{');
    var separator = "";
    for (var entry : map.entrySet()) {
      out.append(separator);
      separator = ", ";
      YamlScalars.write(out, String.valueOf(entry.getKey()), true);
      out.append(": ");
      if (!flat(entry.getValue(), depth + 1)) {
        return false;
      }
    }
    return put("}");
  }

  private boolean put(String text) {
    out.append(text);
    return true;
  }
}
