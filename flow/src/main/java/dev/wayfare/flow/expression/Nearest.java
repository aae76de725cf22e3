package dev.wayfare.flow.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The name somebody probably meant.
public final class Nearest {
  private Nearest() {}

  /// The known name with the fewest differences to the one given; none when all are far.
  public static Optional<String> to(String name, Collection<String> known) {
    var lower = name.toLowerCase(Locale.ROOT);
    var most = Math.max(1, Math.min(name.length(), 9) / 3);
    return known.stream()
        .filter(other -> Math.abs(other.length() - name.length()) <= most)
        .map(other -> new Candidate(other, distance(lower, other)))
        .filter(candidate -> candidate.distance <= most)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  /// A way out that names the likely word, or all of them.
  public static String wayOut(String name, Collection<String> known) {
    return to(name, known)
        .map("Did you mean `%s`?"::formatted)
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "Remove it."
                    : "Known here: `" + String.join("`, `", known) + "`.");
  }

  private record Candidate(String name, int distance) {}

  /// Letters to insert, drop, change or swap with their neighbour.
  private static int distance(String a, String b) {
    var before = new int[b.length() + 1];
    var last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        var same = a.charAt(i - 1) == b.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }
}
