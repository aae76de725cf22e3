package dev.wayfare.flow.expression;

import static dev.wayfare.flow.expression.Operators.finite;
import static dev.wayfare.flow.expression.Operators.in;
import static dev.wayfare.flow.expression.Operators.n;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be done with numbers and money.
final class NumberFunctions {
  private static final int MOST_DIGITS = 15;

  private NumberFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of(
            "round",
            "A number rounded to so many digits after the point; halves go away from zero.",
            "round(2.345, 2) == 2.35",
            (run, in) -> round(run, n(in[0]), in.length == 2 ? n(in[1]) : 0),
            "round(number) number",
            "round(number, number) number"),
        Function.of(
            "floor",
            "The next whole number below.",
            "floor(2.7) == 2",
            (_, in) -> Math.floor(n(in[0])),
            "floor(number) number"),
        Function.of(
            "ceil",
            "The next whole number above.",
            "ceil(2.1) == 3",
            (_, in) -> Math.ceil(n(in[0])),
            "ceil(number) number"),
        Function.of(
            "abs",
            "A number without its sign.",
            "abs(-3) == 3",
            (_, in) -> Math.abs(n(in[0])),
            "abs(number) number"),
        Function.of(
            "min",
            "The smaller of two numbers, or the smallest of a list.",
            "min([3, 1, 2]) == 1",
            (run, in) -> least(run, in, 1),
            "min(number, number) number",
            "min(list<number>) number"),
        Function.of(
            "max",
            "The greater of two numbers, or the greatest of a list.",
            "max(3, 5) == 5",
            (run, in) -> least(run, in, -1),
            "max(number, number) number",
            "max(list<number>) number"),
        Function.of(
            "sum",
            "The numbers of a list together.",
            "sum([1, 2, 3.5]) == 6.5",
            (run, in) -> {
              var sum = 0d;
              for (var item : (List<?>) in(in[0])) {
                sum += number(run, item);
              }
              return finite(run, sum);
            },
            "sum(list<number>) number"),
        Function.of(
            "number",
            "The number a text writes with a decimal point: `12`, `-3.5`.",
            "number(' 12.50 ') == 12.5",
            NumberFunctions::parse,
            "number(text) number",
            "number(number) number"),
        Function.of(
            "double",
            "The same as `number`.",
            "double('2.5') == 2.5",
            NumberFunctions::parse,
            "double(text) number",
            "double(number) number"),
        Function.of(
            "int",
            "A number (or the one a text writes) without what follows the point; a moment as seconds"
                + " since 1970.",
            "int('7') + int(2.9) == 9",
            (run, in) ->
                in[0] instanceof Instant moment
                    ? (Object) (double) moment.getEpochSecond()
                    : (Object) whole((Double) in(parse(run, in))),
            "int(text) number",
            "int(number) number",
            "int(moment) number"),
        Function.of(
            "formatNumber",
            "A number by a pattern: `0.00`, `#,##0`, `0%`.",
            "formatNumber(1234.5, '#,##0.00') == '1,234.50'",
            (run, in) -> pattern(run, n(in[0]), (String) in(in[1])),
            "formatNumber(number, text) text"),
        Function.of(
            "money",
            "An amount of money with its currency.",
            "money({'amount': 12.5, 'currency': 'EUR'}) == '12.50 EUR'",
            (run, in) -> money(run, (Map<?, ?>) in(in[0])),
            "money(money) text",
            "money(map<A>) text"));
  }

  /// The number as it is written, not as its bits would have it.
  static BigDecimal exact(Run run, double number) {
    return new BigDecimal(Double.toString(finite(run, number)));
  }

  private static double whole(double number) {
    return number < 0 ? Math.ceil(number) + 0d : Math.floor(number);
  }

  private static double round(Run run, double number, double digits) {
    if (digits != Math.rint(digits) || digits < 0 || digits > MOST_DIGITS) {
      throw run.failed("A number is rounded to 0 to " + MOST_DIGITS + " digits.");
    }
    return exact(run, number).setScale((int) digits, RoundingMode.HALF_UP).doubleValue();
  }

  private static double number(Run run, @Nullable Object item) {
    run.spend(1);
    if (item instanceof Number number) {
      return number.doubleValue();
    }
    throw run.failed("A list of numbers was expected, found " + Kind.of(item).words() + " in it.");
  }

  private static double least(Run run, @Nullable Object[] in, int sign) {
    if (in.length == 2) {
      return sign * Math.min(sign * n(in[0]), sign * n(in[1])) + 0d;
    }
    var items = (List<?>) in(in[0]);
    if (items.isEmpty()) {
      throw run.failed("A list with a number in it was expected, found an empty one.");
    }
    var least = Double.POSITIVE_INFINITY;
    for (var item : items) {
      least = Math.min(least, sign * number(run, item));
    }
    return sign * least + 0d;
  }

  private static Object parse(Run run, @Nullable Object[] in) {
    if (in[0] instanceof Double number) {
      return number;
    }
    var text = ((String) in(in[0])).strip();
    if (text.length() <= 40 && text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)")) {
      return Double.parseDouble(text);
    }
    throw run.failed("A text that writes a number like 12 or 3.5 was expected.");
  }

  private static String pattern(Run run, double number, String pattern) {
    run.spend(200 + pattern.length());
    if (pattern.length() > 100) {
      throw run.failed("A pattern for a number has 100 characters at most.");
    }
    try {
      var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
      format.setRoundingMode(RoundingMode.HALF_UP);
      return format.format(exact(run, number));
    } catch (IllegalArgumentException _) {
      throw run.failed("A pattern for a number like `#,##0.00` was expected.");
    }
  }

  private static String money(Run run, Map<?, ?> money) {
    if (money.isEmpty()) {
      return "";
    }
    if (!(Plain.read(money.get("amount")) instanceof Double amount)
        || !(money.get("currency") instanceof String currency)) {
      throw run.failed("An amount of money has a number `amount` and a text `currency`.");
    }
    run.spendOn(currency);
    var digits = fractionDigits(currency);
    return (exact(run, amount).setScale(digits, RoundingMode.HALF_UP).toPlainString()
            + " "
            + currency)
        .strip();
  }

  private static int fractionDigits(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException _) {
      return 2;
    }
  }
}
