package dev.wayfare.flow.json;

import java.math.BigDecimal;

/// How a number is written, in JSON and YAML alike: `3`, not `3.0`, and never so that another
/// parser takes it for a text.
final class Figures {
  private Figures() {}

  static String write(double number) {
    var size = Math.abs(number);
    if (size != 0 && (size < 1e-6 || size >= 1e21)) {
      var text = Double.toString(number).replace("E", "e");
      return text.contains("e-") ? text : text.replace("e", "e+");
    }
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
