package dev.wayfare.flow.page;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as people of different countries write them, where that can be told: `1234.5`,
/// `1,234.5`, `1.234,5`, `1 234,5`, `1'234`. What has two readings (`1,234`) has none here.
final class Numbers {
  private static final int LONGEST = 40;
  private static final Pattern SPACED =
      Pattern.compile("[+-]?\\d{1,3}([ \\u00a0\\u2009\\u202f'\\u2019]\\d{3})+([.,]\\d+)?");
  private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern COMMAS =
      Pattern.compile("[+-]?\\d{1,3}((,\\d{3})+\\.\\d+|(,\\d{3}){2,})");
  private static final Pattern DOTS =
      Pattern.compile("[+-]?\\d{1,3}((\\.\\d{3})+,\\d+|(\\.\\d{3}){2,})");
  private static final Pattern AMBIGUOUS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
  private static final Pattern COMMA = Pattern.compile("[+-]?\\d*,\\d+");

  private Numbers() {}

  static Optional<BigDecimal> read(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    var text = ascii(typed);
    if (SPACED.matcher(text).matches()) {
      return Optional.of(
          new BigDecimal(
              text.replaceAll("[ \\u00a0\\u2009\\u202f'\\u2019]", "").replace(',', '.')));
    }
    if (PLAIN.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text));
    }
    if (COMMAS.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text.replace(",", "")));
    }
    if (DOTS.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
    }
    return COMMA.matcher(text).matches() && !ambiguous(text)
        ? Optional.of(new BigDecimal(text.replace(',', '.')))
        : Optional.empty();
  }

  static boolean ambiguous(String typed) {
    return AMBIGUOUS.matcher(ascii(typed)).matches();
  }

  /// Digits of any script, and the typographic minus, as ASCII.
  private static String ascii(String typed) {
    var text = new StringBuilder(typed.length());
    typed
        .codePoints()
        .forEach(
            c ->
                text.appendCodePoint(
                    Character.isDigit(c) ? '0' + Character.digit(c, 10) : c == '−' ? '-' : c));
    return text.toString();
  }

  /// How many decimals it really has.
  static int decimals(BigDecimal number) {
    return Math.max(0, number.stripTrailingZeros().scale());
  }
}
