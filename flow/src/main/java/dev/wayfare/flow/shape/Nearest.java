package dev.wayfare.flow.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The known word that somebody probably meant.
final class Nearest {
  private Nearest() {}

  static Optional<String> to(String word, Collection<String> known) {
    var lower = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(each -> distance(lower, each) <= Math.max(1, Math.min(lower.length(), 9) / 3))
        .min(Comparator.comparingInt(each -> distance(lower, each)));
  }

  /// A way out that names the likely word, or all of them.
  static String wayOut(String word, Collection<String> known) {
    return to(word, known)
        .map(meant -> "Did you mean `" + meant + "`?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "Remove it."
                    : "Known here: `" + String.join("`, `", known) + "`.");
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  private static int distance(String from, String to) {
    if (Math.abs(from.length() - to.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    var rows = new int[from.length() + 1][to.length() + 1];
    for (var i = 0; i <= from.length(); i++) {
      for (var j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        var same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        rows[i][j] =
            Math.min(
                Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[from.length()][to.length()];
  }
}
