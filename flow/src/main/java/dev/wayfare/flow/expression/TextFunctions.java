package dev.wayfare.flow.expression;

import static dev.wayfare.flow.expression.Operators.in;
import static dev.wayfare.flow.expression.Operators.n;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.wayfare.flow.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/// What can be done with texts.
final class TextFunctions {
  /// A pattern is a program; this keeps it small.
  private static final int LONGEST_PATTERN = 1000;

  private TextFunctions() {}

  static List<Function> all() {
    return List.of(
        Function.of(
            "contains",
            "Whether a text has another one in it.",
            "'parcel'.contains('arc') == true",
            (run, in) -> seen(run, in).contains(text(in[1])),
            "text.contains(text) boolean"),
        Function.of(
            "startsWith",
            "Whether a text begins with another.",
            "'parcel'.startsWith('par') == true",
            (run, in) -> seen(run, in).startsWith(text(in[1])),
            "text.startsWith(text) boolean"),
        Function.of(
            "endsWith",
            "Whether a text ends with another.",
            "'parcel'.endsWith('cel') == true",
            (run, in) -> seen(run, in).endsWith(text(in[1])),
            "text.endsWith(text) boolean"),
        Function.of(
            "matches",
            "Whether a pattern (RE2) is found in a text; `^` and `$` ask for all of it.",
            "'AB1234'.matches('^[A-Z0-9]{6,}$') == true",
            (run, in) -> matches(run, pattern(run, text(in[1])), text(in[0])),
            "text.matches(text) boolean"),
        Function.of(
            "indexOf",
            "Where a text is found in another, counted from 0; -1 if nowhere.",
            "'parcel'.indexOf('c') == 3",
            (run, in) -> (double) seen(run, in).indexOf(text(in[1])),
            "text.indexOf(text) number"),
        Function.of(
            "lastIndexOf",
            "Where a text is found last in another, counted from 0; -1 if nowhere.",
            "'a-b-c'.lastIndexOf('-') == 3",
            (run, in) -> (double) seen(run, in).lastIndexOf(text(in[1])),
            "text.lastIndexOf(text) number"),
        Function.of(
            "charAt",
            "The character at a place, counted from 0.",
            "'parcel'.charAt(0) == 'p'",
            (run, in) ->
                part(run, text(in[0]), n(in[1]), Math.min(n(in[1]) + 1, text(in[0]).length())),
            "text.charAt(number) text"),
        Function.of(
            "substring",
            "The part of a text from a place, up to but without another; counted from 0.",
            "'parcel'.substring(1, 4) == 'arc'",
            (run, in) ->
                part(run, text(in[0]), n(in[1]), in.length == 3 ? n(in[2]) : text(in[0]).length()),
            "text.substring(number) text",
            "text.substring(number, number) text"),
        Function.of(
            "lower",
            "A text in small letters.",
            "'ÄB'.lower() == 'äb'",
            (run, in) -> seen(run, in).toLowerCase(Locale.ROOT),
            "text.lower() text"),
        Function.of(
            "upper",
            "A text in capitals.",
            "'äb'.upper() == 'ÄB'",
            (run, in) -> made(run, seen(run, in).toUpperCase(Locale.ROOT)),
            "text.upper() text"),
        Function.of(
            "lowerAscii",
            "A text with its letters A to Z made small.",
            "'ÄB'.lowerAscii() == 'Äb'",
            (run, in) -> ascii(run, seen(run, in), 'A', 'Z', 32),
            "text.lowerAscii() text"),
        Function.of(
            "upperAscii",
            "A text with its letters a to z made capitals.",
            "'äb'.upperAscii() == 'äB'",
            (run, in) -> ascii(run, seen(run, in), 'a', 'z', -32),
            "text.upperAscii() text"),
        Function.of(
            "trim",
            "A text without the blanks around it.",
            "'  hi '.trim() == 'hi'",
            (run, in) -> seen(run, in).strip(),
            "text.trim() text"),
        Function.of(
            "reverse",
            "A text from its end to its beginning.",
            "'abc'.reverse() == 'cba'",
            (run, in) -> new StringBuilder(seen(run, in)).reverse().toString(),
            "text.reverse() text"),
        Function.of(
            "replace",
            "A text with every find of one text (or the first so many) replaced by another.",
            "'a-b-c'.replace('-', '/') == 'a/b/c'",
            (run, in) ->
                replace(
                    run,
                    seen(run, in),
                    text(in[1]),
                    text(in[2]),
                    in.length == 4 ? n(in[3]) : Double.MAX_VALUE),
            "text.replace(text, text) text",
            "text.replace(text, text, number) text"),
        Function.of(
            "split",
            "The parts of a text between a separator; at most so many.",
            "'a,b,c'.split(',') == ['a', 'b', 'c']",
            (run, in) ->
                split(
                    run, seen(run, in), text(in[1]), in.length == 3 ? n(in[2]) : Integer.MAX_VALUE),
            "text.split(text) list<text>",
            "text.split(text, number) list<text>"),
        Function.of(
            "join",
            "The texts of a list, one after the other, with a separator between.",
            "['a', 'b'].join(', ') == 'a, b'",
            (run, in) -> join(run, (List<?>) in(in[0]), in.length == 2 ? text(in[1]) : ""),
            "list<A>.join() text",
            "list<A>.join(text) text"),
        Function.of(
            "format",
            "A text with every `%s` (and `%d`, `%f`) filled by the next of a list; `%.2f` rounds.",
            "'%s has %d items, %.2f each'.format(['Ada', 3, 1.5]) == 'Ada has 3 items, 1.50 each'",
            (run, in) -> format(run, seen(run, in), (List<?>) in(in[1])),
            "text.format(list<A>) text"),
        Function.of(
            "words",
            "The words of a text.",
            "words(' a  small box ') == ['a', 'small', 'box']",
            (run, in) -> {
              var words = seen(run, in).strip();
              run.spend(words.length());
              return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
            },
            "words(text) list<text>"),
        Function.of(
            "digits",
            "Only the digits of a text.",
            "digits('+1 (555) 01-00') == '15550100'",
            (run, in) -> {
              var digits = new StringBuilder();
              seen(run, in)
                  .codePoints()
                  .filter(Character::isDigit)
                  .forEach(digit -> digits.append(Character.digit(digit, 10)));
              return digits.toString();
            },
            "digits(text) text"),
        Function.of(
            "string",
            "Anything as a text, as it reads in a message.",
            "'no. ' + string(3) == 'no. 3'",
            (run, in) -> shown(run, in[0]),
            "string(any) text"));
  }

  private static String text(@Nullable Object argument) {
    return (String) in(argument);
  }

  /// The text a function works on, paid for.
  private static String seen(Run run, @Nullable Object[] in) {
    var text = text(in[0]);
    run.spendOn(text);
    return text;
  }

  private static String made(Run run, String text) {
    run.spendOnText(text.length());
    return text;
  }

  /// How a value reads in a text.
  static String shown(Run run, @Nullable Object value) {
    return value instanceof String text
        ? made(run, text)
        : made(run, Values.show(Plain.result(run, value)));
  }

  static Pattern pattern(Run run, String pattern) {
    run.spend(pattern.length() * 4L);
    try {
      return pattern(pattern);
    } catch (PatternSyntaxException _) {
      throw run.failed("The pattern cannot be read.");
    }
  }

  /// A pattern that was judged small enough.
  static Pattern pattern(String pattern) {
    if (pattern.length() > LONGEST_PATTERN) {
      throw new PatternSyntaxException(
          "longer than " + LONGEST_PATTERN + " characters", pattern.substring(0, 20));
    }
    return Pattern.compile(pattern);
  }

  static boolean matches(Run run, Pattern pattern, String text) {
    run.spend(1 + (long) text.length() * (1 + pattern.pattern().length() / 16));
    return pattern.matcher(text).find();
  }

  private static String part(Run run, String text, double from, double to) {
    if (from != Math.rint(from) || to != Math.rint(to)) {
      throw run.failed("A place in a text is a whole number.");
    }
    if (from < 0 || to < from || to > text.length()) {
      throw run.failed(
          "The text has %d characters; there is nothing at this place.".formatted(text.length()));
    }
    return made(run, text.substring((int) from, (int) to));
  }

  private static String ascii(Run run, String text, char from, char to, int by) {
    var made = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      made.append(c >= from && c <= to ? (char) (c + by) : c);
    }
    return made(run, made.toString());
  }

  private static String replace(Run run, String text, String old, String with, double most) {
    if (old.isEmpty()) {
      throw run.failed("The text to be replaced is empty.");
    }
    var made = new StringBuilder();
    int from = 0;
    int count = 0;
    for (int at = text.indexOf(old); at >= 0 && count < most; at = text.indexOf(old, from)) {
      run.spend(1);
      made.append(text, from, at).append(with);
      checked(run, made.length());
      from = at + old.length();
      count++;
    }
    return made(run, made.append(text, from, text.length()).toString());
  }

  private static void checked(Run run, long length) {
    if (length > Run.LONGEST_TEXT) {
      run.spendOnText(length);
    }
  }

  private static List<String> split(Run run, String text, String by, double most) {
    var parts = new ArrayList<String>();
    if (by.isEmpty()) {
      run.spend(text.length());
      return text.isEmpty()
          ? List.of()
          : List.of(text.split("", most < text.length() ? (int) most : 0));
    }
    int from = 0;
    for (int at = text.indexOf(by);
        at >= 0 && parts.size() + 1 < most;
        at = text.indexOf(by, from)) {
      run.spend(1);
      parts.add(text.substring(from, at));
      from = at + by.length();
    }
    parts.add(text.substring(from));
    return List.copyOf(parts);
  }

  private static String join(Run run, List<?> items, String by) {
    var made = new StringBuilder();
    var between = "";
    for (var item : items) {
      run.spend(1);
      var shown = shown(run, item);
      checked(run, (long) made.length() + by.length() + shown.length());
      made.append(between).append(shown);
      between = by;
    }
    return made(run, made.toString());
  }

  private static final java.util.regex.Pattern HOLE =
      java.util.regex.Pattern.compile("%(?:%|(?:\\.(\\d{1,2}))?([sdf]))");

  private static String format(Run run, String text, List<?> items) {
    var made = new StringBuilder();
    var hole = HOLE.matcher(text);
    int next = 0;
    int from = 0;
    while (hole.find()) {
      made.append(text, from, hole.start());
      from = hole.end();
      if (hole.group(2) == null) {
        made.append('%');
      } else if (next == items.size()) {
        throw run.failed("The text has more `%` places than the list has items.");
      } else {
        made.append(filled(run, hole.toMatchResult(), Plain.read(items.get(next++))));
      }
      checked(run, made.length());
    }
    return made(run, made.append(text, from, text.length()).toString());
  }

  private static String filled(Run run, MatchResult hole, @Nullable Object item) {
    if (hole.group(2).equals("s")) {
      return shown(run, item);
    }
    if (!(item instanceof Double number)) {
      throw run.failed(
          "`%s` shows a number, but found %s.".formatted(hole.group(), Kind.of(item).words()));
    }
    var digits = hole.group(1);
    return digits == null
        ? shown(run, number)
        : NumberFunctions.exact(run, number)
            .setScale(Integer.parseInt(digits), java.math.RoundingMode.HALF_UP)
            .toPlainString();
  }
}
