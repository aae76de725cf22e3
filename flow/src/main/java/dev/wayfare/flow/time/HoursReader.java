package dev.wayfare.flow.time;

import dev.wayfare.flow.expression.Nearest;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads opening hours from plain values and gathers everything wrong with them.
final class HoursReader {
  static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  static final String HOLIDAYS = "holidays";
  static final String ZONE = "zone";
  private static final List<String> KEYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun", HOLIDAYS, ZONE);
  private static final int MOST_HOLIDAYS = 1000;

  /// A hyphen, or the dash that text programs make of it.
  private static final Pattern SPAN = Pattern.compile("\\s*(\\S+?)\\s*[-–]\\s*(\\S+)\\s*");

  private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2}):([0-9]{2})");

  private final List<Wrong> wrongs = new ArrayList<>();

  Hours.Reading read(Map<String, ? extends @Nullable Object> fields) {
    var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    Set<LocalDate> holidays = new TreeSet<>();
    Optional<ZoneId> zone = Optional.empty();
    for (var field : fields.entrySet()) {
      var key = field.getKey();
      var value = field.getValue();
      switch (key) {
        case HOLIDAYS -> holidays = holidays(value);
        case ZONE -> zone = zone(value);
        default -> day(key, value, week);
      }
    }
    if (wrongs.isEmpty() && week.isEmpty()) {
      wrong(
          "",
          1,
          "Expected opening hours on one day at least, found none.",
          "Write a day, like `mon: \"09:00-17:00\"`.");
    }
    return wrongs.isEmpty()
        ? new Hours.Reading.Fits(new Hours(week, holidays, zone))
        : new Hours.Reading.Refused(wrongs);
  }

  private void day(String key, @Nullable Object value, Map<DayOfWeek, List<Span>> week) {
    var day = DAYS.indexOf(key);
    if (day < 0) {
      wrong(
          "",
          1,
          "Expected a day (mon to sun), holidays or zone, found %s.".formatted(Wrong.quoted(key)),
          wayOut(key));
    } else if (value instanceof String text && !text.isBlank()) {
      var spans = spans(key, text);
      if (!spans.isEmpty()) {
        week.put(DayOfWeek.of(day + 1), spans);
      }
    } else {
      wrong(
          key,
          1,
          "Expected opening hours like `09:00-12:00, 13:00-17:30`, found %s."
              .formatted(said(value)),
          "Leave the day out when it is closed.");
    }
  }

  private static String wayOut(String key) {
    var lower = key.toLowerCase(Locale.ROOT);
    return DAYS.stream()
        .filter(lower::startsWith)
        .findFirst()
        .map("Write `%s`."::formatted)
        .orElseGet(() -> Nearest.wayOut(key, KEYS));
  }

  private List<Span> spans(String key, String text) {
    var spans = new ArrayList<Span>();
    int column = 1;
    for (var part : text.split(",", -1)) {
      int at = column + part.length() - part.stripLeading().length();
      span(key, part, at)
          .ifPresent(
              span -> {
                spans.stream()
                    .filter(span::overlaps)
                    .findFirst()
                    .ifPresent(other -> overlapping(key, at, span, other));
                spans.add(span);
              });
      column += part.length() + 1;
    }
    spans.sort(null);
    return spans;
  }

  private void overlapping(String key, int column, Span span, Span other) {
    wrong(
        key,
        column,
        "Column %d: %s overlaps with %s.".formatted(column, span, other),
        "Make one of the two, or mend the times.");
  }

  private Optional<Span> span(String key, String part, int column) {
    var form = SPAN.matcher(part);
    if (!form.matches()) {
      wrong(
          key,
          column,
          "Column %d: expected opening hours like `09:00-17:30`, found %s."
              .formatted(column, part.isBlank() ? "nothing" : Wrong.quoted(part.strip())),
          "Leave the day out when it is closed.");
      return Optional.empty();
    }
    var from = clock(key, form.group(1), column);
    var to = clock(key, form.group(2), column + form.start(2) - form.start(1));
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.getAsInt() == to.getAsInt() || from.getAsInt() == Span.DAY) {
      wrong(
          key,
          column,
          "Column %d: expected a time of some length, found %s."
              .formatted(column, Wrong.quoted(part.strip())),
          "Write `00:00-24:00` for the whole day.");
      return Optional.empty();
    }
    var overnight = to.getAsInt() < from.getAsInt();
    return Optional.of(new Span(from.getAsInt(), to.getAsInt() + (overnight ? Span.DAY : 0)));
  }

  private OptionalInt clock(String key, String text, int column) {
    var form = CLOCK.matcher(text);
    if (form.matches()) {
      int hour = Integer.parseInt(form.group(1));
      int minute = Integer.parseInt(form.group(2));
      if (minute < 60 && hour * 60 + minute <= Span.DAY) {
        return OptionalInt.of(hour * 60 + minute);
      }
    }
    wrong(
        key,
        column,
        "Column %d: expected a time from 00:00 to 24:00, found %s."
            .formatted(column, Wrong.quoted(text)),
        "Write hours and minutes, like `09:00`.");
    return OptionalInt.empty();
  }

  private Set<LocalDate> holidays(@Nullable Object value) {
    var dates = new TreeSet<LocalDate>();
    if (!(value instanceof List<?> list)) {
      wrong(
          HOLIDAYS,
          1,
          "Expected a list of dates, found %s.".formatted(said(value)),
          "Write `[2026-12-25, 2027-01-01]`.");
      return dates;
    }
    if (list.size() > MOST_HOLIDAYS) {
      wrong(
          HOLIDAYS,
          1,
          "Expected at most %d dates, found %d.".formatted(MOST_HOLIDAYS, list.size()),
          "Leave out those that have passed.");
      return dates;
    }
    for (int i = 0; i < list.size(); i++) {
      holiday(i, list.get(i), dates);
    }
    return dates;
  }

  private void holiday(int index, @Nullable Object value, Set<LocalDate> dates) {
    try {
      var date = LocalDate.parse(value instanceof String text ? text.strip() : "");
      if (date.getYear() >= 1900 && date.getYear() <= 9999) {
        dates.add(date);
        return;
      }
    } catch (DateTimeException _) {
      // told below
    }
    wrong(
        HOLIDAYS + "/" + index,
        1,
        "Expected a date like 2026-12-25, found %s.".formatted(said(value)),
        "Write year, month and day; every year has its own entry.");
  }

  private Optional<ZoneId> zone(@Nullable Object value) {
    var name = value instanceof String text ? text : "";
    var zone = Zones.of(name);
    if (zone.isEmpty()) {
      wrongs.add(
          value instanceof String
              ? Zones.wrong(ZONE, name)
              : new Wrong(
                  ZONE,
                  1,
                  "Expected a time zone like `Europe/Berlin`, found %s.".formatted(said(value)),
                  Zones.wayOut(name)));
    }
    return zone;
  }

  private static String said(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String text when text.isBlank() -> "nothing";
      case String text -> Wrong.quoted(text);
      case List<?> _ -> "a list";
      case Map<?, ?> _ -> "an object";
      default -> Wrong.quoted(value);
    };
  }

  private void wrong(String at, int column, String text, String wayOut) {
    wrongs.add(new Wrong(at, column, text, wayOut));
  }
}
