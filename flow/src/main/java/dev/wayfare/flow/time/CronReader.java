package dev.wayfare.flow.time;

import dev.wayfare.flow.expression.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Reads one cron line and gathers everything wrong with it.
final class CronReader {
  private static final int LONGEST = 200;
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Map<String, String> SHORTHANDS = shorthands();

  private final List<Wrong> wrongs = new ArrayList<>();

  Cron.Reading read(String text) {
    if (text.length() > LONGEST) {
      wrong(
          1,
          "Expected a cron line of at most %d characters, found %d."
              .formatted(LONGEST, text.length()),
          "Write ranges and steps, like `*/15 8-18 * * mon-fri`.");
      return new Cron.Reading.Refused(wrongs);
    }
    var line = text.strip().toLowerCase(Locale.ROOT);
    if (line.startsWith("@")) {
      return shorthand(line, text.indexOf('@') + 1);
    }
    return fields(text.toLowerCase(Locale.ROOT), String.join(" ", line.split("\\s+")));
  }

  private Cron.Reading shorthand(String line, int column) {
    var meant = SHORTHANDS.get(line);
    if (meant == null) {
      wrong(
          column,
          "Expected one of %s, found %s."
              .formatted(String.join(", ", SHORTHANDS.keySet()), Wrong.quoted(line)),
          Nearest.wayOut(line, SHORTHANDS.keySet()));
      return new Cron.Reading.Refused(wrongs);
    }
    return fields(meant, line);
  }

  /// `text` is how the line will be written back.
  private Cron.Reading fields(String line, String text) {
    var words = WORD.matcher(line).results().toList();
    var units = CronUnit.values();
    if (words.size() != units.length) {
      wrong(
          1,
          "Expected five fields (minute, hour, day of month, month, day of week), found %d."
              .formatted(words.size()),
          words.size() > units.length
              ? "Leave out seconds and years: `30 2 * * mon-fri` is 02:30, Monday to Friday."
              : "Write `*` for a field that does not matter: `30 2 * * *` is 02:30 every day.");
      return new Cron.Reading.Refused(wrongs);
    }
    var read = new ArrayList<CronField>();
    for (int i = 0; i < units.length; i++) {
      var unit = units[i];
      var word = words.get(i);
      read.add(new CronField(unit, word.group(), bits(unit, word.group(), word.start() + 1)));
    }
    if (!wrongs.isEmpty()) {
      return new Cron.Reading.Refused(wrongs);
    }
    var cron = new Cron(text, read.get(0), read.get(1), read.get(2), read.get(3), read.get(4));
    if (!cron.everHappens()) {
      wrong(
          words.get(2).start() + 1,
          "This never happens: %s has no day %s."
              .formatted(
                  new CronWords(cron).months("or"),
                  CronWords.list(cron.day().values().stream().map(String::valueOf).toList(), "or")),
          "Choose a day that the month has.");
      return new Cron.Reading.Refused(wrongs);
    }
    return new Cron.Reading.Fits(cron);
  }

  private long bits(CronUnit unit, String field, int column) {
    long bits = 0;
    int at = column;
    for (var part : field.split(",", -1)) {
      bits |= part(unit, part, at);
      at += part.length() + 1;
    }
    var sundayAgain = unit == CronUnit.WEEKDAY && (bits >>> 7 & 1) == 1;
    return sundayAgain ? bits & 0x7F | 1 : bits;
  }

  /// One part of a list: `*`, a value or a range, and perhaps a step.
  private long part(CronUnit unit, String part, int column) {
    var slash = part.indexOf('/');
    var base = slash < 0 ? part : part.substring(0, slash);
    var step =
        slash < 0 ? OptionalInt.of(1) : step(unit, part.substring(slash + 1), column + slash);
    if (base.equals("*")) {
      return step.isEmpty() ? 0 : every(unit.least, unit.last(), step.getAsInt());
    }
    var dash = base.indexOf('-', 1);
    var first = value(unit, dash < 0 ? base : base.substring(0, dash), column);
    if (dash < 0) {
      return first.isPresent() && step.isPresent()
          ? alone(unit, base, first.getAsInt(), slash >= 0, part, column)
          : 0;
    }
    var last = value(unit, base.substring(dash + 1), column + dash + 1);
    return first.isPresent() && last.isPresent() && step.isPresent()
        ? range(unit, base, first.getAsInt(), last.getAsInt(), step.getAsInt(), column)
        : 0;
  }

  private long alone(
      CronUnit unit, String base, int value, boolean stepped, String part, int column) {
    if (stepped) {
      wrong(
          unit,
          column,
          "a range or `*` before a step",
          part,
          "Write `%s-%d%s`.".formatted(base, unit.last(), part.substring(base.length())));
      return 0;
    }
    return every(value, value, 1);
  }

  private long range(CronUnit unit, String base, int first, int last, int step, int column) {
    // people end a week with Sunday
    var end = unit == CronUnit.WEEKDAY && last == 0 && first > 0 ? 7 : last;
    if (first > end) {
      var ends = base.split("-", -1);
      var bounds = number(ends[0]) < 0 ? unit.names() : List.of("" + unit.least, "" + unit.last());
      wrong(
          unit,
          column,
          "a range that goes up",
          base,
          "Write it in two: `%s-%s,%s-%s`."
              .formatted(ends[0], bounds.getLast(), bounds.getFirst(), ends[1]));
      return 0;
    }
    return every(first, end, step);
  }

  private OptionalInt step(CronUnit unit, String text, int slash) {
    var most = unit.most - unit.least;
    var step = number(text);
    if (step < 1 || step > most) {
      wrong(
          unit,
          slash + 1,
          "a step from 1 to " + most,
          text,
          "`*/2` means every second %s.".formatted(unit.word));
      return OptionalInt.empty();
    }
    return OptionalInt.of(step);
  }

  private OptionalInt value(CronUnit unit, String text, int column) {
    var named = unit.names().indexOf(text);
    var value = named >= 0 ? unit.least + named : number(text);
    if (value < unit.least || value > unit.most) {
      wrong(unit, column, unit.expected(), text, wayOut(unit, text));
      return OptionalInt.empty();
    }
    return OptionalInt.of(value);
  }

  private static String wayOut(CronUnit unit, String text) {
    if (text.equals("?")) {
      return "Write `*`.";
    }
    for (var name : unit.names()) {
      if (text.startsWith(name)) {
        return "Write `" + name + "`.";
      }
    }
    return unit.names().isEmpty() || number(text) >= 0
        ? "Write `*` for every %s, or a value in that range.".formatted(unit.word)
        : Nearest.wayOut(text, unit.names());
  }

  /// The number a text is; -1 when it is none or far too great.
  private static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
  }

  private static long every(int first, int last, int step) {
    long bits = 0;
    for (int value = first; value <= last; value += step) {
      bits |= 1L << value;
    }
    return bits;
  }

  private void wrong(CronUnit unit, int column, String expected, String found, String wayOut) {
    var what = found.isEmpty() ? "nothing" : Wrong.quoted(found);
    wrong(
        column,
        "In the field for the %s, column %d: expected %s, found %s."
            .formatted(unit.word, column, expected, what),
        wayOut);
  }

  private void wrong(int column, String text, String wayOut) {
    wrongs.add(new Wrong("", column, text, wayOut));
  }

  private static Map<String, String> shorthands() {
    var map = new LinkedHashMap<String, String>();
    map.put("@hourly", "0 * * * *");
    map.put("@daily", "0 0 * * *");
    map.put("@midnight", "0 0 * * *");
    map.put("@weekly", "0 0 * * 0");
    map.put("@monthly", "0 0 1 * *");
    map.put("@yearly", "0 0 1 1 *");
    return Collections.unmodifiableMap(map);
  }
}
