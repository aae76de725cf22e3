package dev.wayfare.flow.json;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How a text is written in YAML: bare only where no parser, of YAML 1.1 or 1.2, can take it for
/// something else.
final class YamlScalars {
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  /// A letter first, or a number that a letter or word follows at once (`30m`, `3 days`).
  private static final Pattern BEGINNING =
      Pattern.compile("(\\p{L}|_|[1-9][0-9]{0,8}([A-Za-z&&[^eE]]| \\p{L})).*");

  private static final Pattern INSIDE_FLOW = Pattern.compile("[^,\\[\\]{}:?]*");

  private YamlScalars() {}

  static void write(StringBuilder out, String text, boolean inFlow) {
    if (bare(text) && (!inFlow || INSIDE_FLOW.matcher(text).matches())) {
      out.append(text);
    } else if (single(text)) {
      out.append('\'').append(text).append('\'');
    } else {
      JsonText.quote(out, text);
    }
  }

  private static boolean bare(String text) {
    return Characters.allPlain(text)
        && BEGINNING.matcher(text).matches()
        && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":")
        && !text.endsWith(" ");
  }

  /// Single quotes where double ones would need escapes.
  private static boolean single(String text) {
    return (text.contains("\"") || text.contains("\\"))
        && !text.contains("'")
        && Characters.allPlain(text);
  }

  /// Whether a text reads better, and safely, as a `|` block.
  static boolean blocky(String text) {
    if (!text.contains("\n") || text.endsWith("\n\n") || !letterFirst(text)) {
      return false;
    }
    for (var line : text.split("\n", -1)) {
      if (!Characters.allPlain(line) || line.endsWith(" ")) {
        return false;
      }
    }
    return true;
  }

  private static boolean letterFirst(String text) {
    return !Character.isWhitespace(text.charAt(0));
  }
}
