package dev.wayfare.flow.expression;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Takes a text apart at its `{{ }}` holes. `\{{` is two braces that are meant.
final class TemplateReader {
  private static final String OPEN = "{{";

  private final String source;
  private final Spots spots;
  private final Consumer<Problem> problems;
  private final List<HoledTemplate.Part> parts = new ArrayList<>();
  private final List<Template.LinkTarget> links = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();

  TemplateReader(String source, Spots spots, Consumer<Problem> problems) {
    this.source = source;
    this.spots = spots;
    this.problems = problems;
  }

  HoledTemplate read(BiFunction<String, Place, CelLanguage.Read> holes) {
    int from = 0;
    for (int open = source.indexOf(OPEN); open >= 0; open = source.indexOf(OPEN, from)) {
      if (open > from && source.charAt(open - 1) == '\\') {
        words.append(source, from, open - 1).append(OPEN);
        from = open + 2;
        continue;
      }
      words.append(source, from, open);
      var close = close(open + 2);
      if (close < 0) {
        problems.accept(
            Problem.error(
                Problem.Code.EXPRESSION_SYNTAX,
                spots.at(open),
                "A `{{` is never closed.",
                "Write `}}` where its expression ends and close its quotes, or write `\\{{` for two braces."));
        cut();
        parts.add(new HoledTemplate.Hole(CelExpression.Plan.NONE, spots.at(open)));
        return done();
      }
      hole(open + 2, close, holes);
      from = close + 2;
    }
    words.append(source, from, source.length());
    return done();
  }

  private void hole(int from, int to, BiFunction<String, Place, CelLanguage.Read> holes) {
    cut();
    int begin = from;
    while (begin < to && Character.isWhitespace(source.charAt(begin))) {
      begin++;
    }
    var place = spots.at(begin == to ? from : begin);
    var read = holes.apply(source.substring(begin, to).stripTrailing(), place);
    links.addAll(read.links());
    parts.add(new HoledTemplate.Hole(read.plan(), place));
  }

  private HoledTemplate done() {
    cut();
    if (parts.isEmpty()) {
      parts.add(new HoledTemplate.Words(""));
    }
    return HoledTemplate.of(source, spots.start(), links, parts);
  }

  private void cut() {
    if (!words.isEmpty()) {
      parts.add(new HoledTemplate.Words(words.toString()));
      words.setLength(0);
    }
  }

  /// Where the hole ends; quoted texts and objects in it may hold braces of their own.
  private int close(int from) {
    int depth = 0;
    for (int i = from; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case '\'', '"' -> i = endOfQuote(i, from);
        case '{' -> depth++;
        case '}' -> {
          if (depth > 0) {
            depth--;
          } else if (source.startsWith("}}", i)) {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  /// The last character of the quoted text that begins here; the end of all where it never ends.
  private int endOfQuote(int at, int from) {
    var quote = source.substring(at, at + 1);
    var end = source.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
    var before = at > from ? Character.toLowerCase(source.charAt(at - 1)) : ' ';
    var raw = before == 'r';
    for (int i = at + end.length(); i < source.length(); i++) {
      if (source.charAt(i) == '\\' && !raw) {
        i++;
      } else if (source.startsWith(end, i)) {
        return i + end.length() - 1;
      }
    }
    return source.length();
  }
}
