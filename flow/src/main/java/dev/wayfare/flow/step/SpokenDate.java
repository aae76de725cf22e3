package dev.wayfare.flow.step;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates as people write them: `2026-12-24`, `24.12.2026`, `24 December`, `Dec 24`, `today`,
/// `tomorrow`, `friday` (the next one). A date without a year is the next one to come. `12/24` and
/// `24/12` are read only where they can mean one thing.
final class SpokenDate {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.?(\\d{4})?");
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?");
  private static final Pattern DAY_MONTH =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?([a-z]{3,9})\\.?,?(?: (\\d{4}))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile("([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,?(?: (\\d{4}))?");

  private SpokenDate() {}

  static Optional<LocalDate> read(String body, LocalDate today) {
    var text = body.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (text.equals("today")) {
      return Optional.of(today);
    }
    if (text.equals("tomorrow")) {
      return Optional.of(today.plusDays(1));
    }
    for (var day : DayOfWeek.values()) {
      if (names(day.name(), text)) {
        return Optional.of(today.with(TemporalAdjusters.next(day)));
      }
    }
    try {
      return written(text, today);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> written(String text, LocalDate today) {
    var iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(date(iso.group(1), iso.group(2), iso.group(3), today));
    }
    var dotted = DOTTED.matcher(text);
    if (dotted.matches()) {
      return Optional.of(date(dotted.group(3), dotted.group(2), dotted.group(1), today));
    }
    var slashed = SLASHED.matcher(text);
    if (slashed.matches()) {
      var first = Integer.parseInt(slashed.group(1));
      var second = Integer.parseInt(slashed.group(2));
      if (first > 12 || first == second) {
        return Optional.of(date(slashed.group(3), slashed.group(2), slashed.group(1), today));
      }
      return second > 12
          ? Optional.of(date(slashed.group(3), slashed.group(1), slashed.group(2), today))
          : Optional.empty();
    }
    var dayMonth = DAY_MONTH.matcher(text);
    if (dayMonth.matches()) {
      return named(dayMonth.group(3), dayMonth.group(2), dayMonth.group(1), today);
    }
    var monthDay = MONTH_DAY.matcher(text);
    if (monthDay.matches()) {
      return named(monthDay.group(3), monthDay.group(1), monthDay.group(2), today);
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> named(String year, String name, String day, LocalDate today) {
    for (var month : Month.values()) {
      if (names(month.name(), name)) {
        return Optional.of(date(year, "" + month.getValue(), day, today));
      }
    }
    return Optional.empty();
  }

  private static LocalDate date(
      @org.jspecify.annotations.Nullable String year, String month, String day, LocalDate today) {
    var m = Integer.parseInt(month);
    var d = Integer.parseInt(day);
    if (year != null) {
      return LocalDate.of(Integer.parseInt(year), m, d);
    }
    var thisYear = LocalDate.of(today.getYear(), m, d);
    return thisYear.isBefore(today) ? LocalDate.of(today.getYear() + 1, m, d) : thisYear;
  }

  private static boolean names(String name, String text) {
    return text.length() >= 3 && name.toLowerCase(Locale.ROOT).startsWith(text);
  }
}
