package dev.wayfare.flow.change;

import dev.wayfare.flow.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How values of a document read in a sentence.
final class Shown {
  private static final int LONGEST = 160;

  private Shown() {}

  /// The whole value, as plainly as it can be written.
  static String whole(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case List<?> items -> items.stream().map(Shown::whole).collect(Collectors.joining(", "));
      case Map<?, ?> entries ->
          entries.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + whole(entry.getValue()))
              .collect(Collectors.joining(", "));
      default -> Values.show(value);
    };
  }

  /// The same on one line that is not too long.
  static String briefly(@Nullable Object value) {
    var text = whole(value).strip().replaceAll("\\s*\\R\\s*", " ");
    if (text.length() <= LONGEST) {
      return text.isEmpty() ? "\"\"" : text;
    }
    var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }

  static String quoted(@Nullable Object value) {
    var text = briefly(value);
    return text.equals("\"\"") ? text : "\"" + text + "\"";
  }
}
