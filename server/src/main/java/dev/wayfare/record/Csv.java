package dev.wayfare.record;

import dev.wayfare.flow.Values;
import java.util.List;

/// Lines of a table as RFC 4180 has them, for spreadsheets that take a text beginning with `=` for
/// a formula: such a text gets a `'` in front. Numbers stay numbers.
final class Csv {
  private static final String FORMULA = "=+-@\t\r\n";

  private Csv() {}

  static String line(List<Object> values) {
    var line = new StringBuilder();
    for (var value : values) {
      if (!line.isEmpty()) {
        line.append(',');
      }
      line.append(cell(value));
    }
    return line.append("\r\n").toString();
  }

  private static String cell(Object value) {
    var text = Values.show(value);
    if (!(value instanceof Double) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
