package dev.wayfare.http;

import java.util.List;

/// Lines of a table as RFC 4180 has them, for spreadsheets that take a text beginning with `=` for
/// a formula: such a text gets a `'` in front. Figures stay figures.
public final class Csv {
  private static final String FORMULA = "=+-@\t\r\n";

  private Csv() {}

  /// Of texts.
  public static String line(List<String> texts) {
    return cells(texts.stream().map(Csv::text).toList());
  }

  /// Of [#text] and [#figure].
  public static String cells(List<String> cells) {
    return String.join(",", cells) + "\r\n";
  }

  public static String text(String text) {
    return figure(!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text);
  }

  public static String figure(String figure) {
    return "\"" + figure.replace("\"", "\"\"") + "\"";
  }
}
