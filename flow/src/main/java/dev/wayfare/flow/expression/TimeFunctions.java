package dev.wayfare.flow.expression;

import static dev.wayfare.flow.expression.Operators.in;
import static dev.wayfare.flow.expression.Operators.n;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What can be done with dates and moments. A time zone is an IANA name; an empty one is UTC, so
/// that `contact.time_zone` can always be given.
final class TimeFunctions {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private TimeFunctions() {}

  static List<Function> all() {
    var all = new ArrayList<Function>();
    all.add(
        Function.of(
            "date",
            "The date of a moment in a time zone; in UTC without one.",
            "date(timestamp('2026-11-23T23:30:00Z'), 'Europe/Berlin') == '2026-11-24'",
            (run, in) -> zoned(run, in).toLocalDate().toString(),
            "date(moment) text",
            "date(moment, text) text"));
    all.add(
        Function.of(
            "day",
            "The same as `date`.",
            "day(timestamp('2026-11-23T09:30:00Z'), contact.time_zone) == '2026-11-23'",
            (run, in) -> zoned(run, in).toLocalDate().toString(),
            "day(moment) text",
            "day(moment, text) text"));
    all.add(
        Function.of(
            "time",
            "The time of day of a moment in a time zone; in UTC without one.",
            "time(timestamp('2026-11-23T09:30:00Z'), 'Asia/Tokyo') == '18:30'",
            (run, in) -> CLOCK.format(zoned(run, in)),
            "time(moment) text",
            "time(moment, text) text"));
    all.add(
        Function.of(
            "moment",
            "The moment of a date and a time of day in a time zone; in UTC without one. A time that"
                + " comes twice as clocks are moved is the first of the two; one that is left out is"
                + " as much later.",
            "moment('2026-11-23', '18:30', 'Asia/Tokyo') == timestamp('2026-11-23T09:30:00Z')",
            TimeFunctions::moment,
            "moment(text, text) moment",
            "moment(text, text, text) moment"));
    all.add(
        Function.of(
            "addDays",
            "A date so many days later; earlier with a negative number.",
            "addDays('2026-11-30', 1) == '2026-12-01'",
            (run, in) -> addDays(run, date(run, in[0]), n(in[1])),
            "addDays(text, number) text"));
    all.add(
        Function.of(
            "daysBetween",
            "How many days the second date is after the first.",
            "daysBetween('2026-11-23', '2026-12-01') == 8",
            (run, in) -> (double) ChronoUnit.DAYS.between(date(run, in[0]), date(run, in[1])),
            "daysBetween(text, text) number"));
    all.add(
        Function.of(
            "weekday",
            "The English name of a date's day of the week.",
            "weekday('2026-11-23') == 'Monday'",
            (run, in) ->
                date(run, in[0]).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
            "weekday(text) text"));
    all.add(
        Function.of(
            "formatDate",
            "A date or moment by a pattern: `d MMMM yyyy`, `HH:mm`; a moment in a time zone, in UTC"
                + " without one.",
            "formatDate('2026-11-03', 'EEEE, d MMMM') == 'Tuesday, 3 November'",
            TimeFunctions::format,
            "formatDate(text, text) text",
            "formatDate(moment, text) text",
            "formatDate(moment, text, text) text"));
    all.add(
        Function.of(
            "timestamp",
            "The moment a text writes in ISO 8601.",
            "timestamp('2026-11-23T09:30:00Z') > timestamp('2026-11-22T09:30:00Z')",
            (run, in) -> in[0] instanceof Instant given ? given : instant(run, (String) in(in[0])),
            "timestamp(text) moment",
            "timestamp(moment) moment"));
    all.add(
        Function.of(
            "duration",
            "A length of time: `1h30m`, `90s`, `7d` or ISO 8601 (`PT30M`).",
            "timestamp('2026-11-23T09:00:00Z') + duration('90m') =="
                + " timestamp('2026-11-23T10:30:00Z')",
            (run, in) -> in[0] instanceof Duration given ? given : span(run, (String) in(in[0])),
            "duration(text) span",
            "duration(span) span"));
    all.add(
        Function.of(
            "open",
            "Whether opening hours of the app's `hours` are open at a moment, by the contact's time"
                + " zone or else the app's.",
            "open('desk', timestamp('2026-11-23T09:30:00Z')) == true",
            TimeFunctions::open,
            "open(text, moment) boolean"));
    all.addAll(parts());
    return all;
  }

  private static List<Function> parts() {
    var all = new ArrayList<Function>();
    all.add(part("getFullYear", "The year", 2026, ZonedDateTime::getYear));
    all.add(part("getMonth", "The month, from 0", 10, at -> at.getMonthValue() - 1));
    all.add(part("getDate", "The day of the month, from 1", 23, ZonedDateTime::getDayOfMonth));
    all.add(
        part("getDayOfMonth", "The day of the month, from 0", 22, at -> at.getDayOfMonth() - 1));
    all.add(part("getDayOfYear", "The day of the year, from 0", 326, at -> at.getDayOfYear() - 1));
    all.add(
        part(
            "getDayOfWeek",
            "The day of the week, from 0 for Sunday",
            1,
            at -> at.getDayOfWeek().getValue() % 7));
    all.add(clock("getHours", "The hours", 9, ChronoField.HOUR_OF_DAY, ChronoUnit.HOURS));
    all.add(clock("getMinutes", "The minutes", 30, ChronoField.MINUTE_OF_HOUR, ChronoUnit.MINUTES));
    all.add(
        clock("getSeconds", "The seconds", 5, ChronoField.SECOND_OF_MINUTE, ChronoUnit.SECONDS));
    return all;
  }

  private static Function part(
      String name, String doc, int example, ToDoubleFunction<ZonedDateTime> part) {
    return Function.of(
        name,
        doc + ", of a moment in a time zone; in UTC without one.",
        "timestamp('2026-11-23T09:30:05Z')." + name + "() == " + example,
        (run, in) -> part.applyAsDouble(zoned(run, in)),
        "moment." + name + "() number",
        "moment." + name + "(text) number");
  }

  private static Function clock(
      String name, String doc, int example, ChronoField field, ChronoUnit unit) {
    return Function.of(
        name,
        doc + " of a moment in a time zone (in UTC without one), or of a whole length of time.",
        "timestamp('2026-11-23T09:30:05Z')." + name + "() == " + example,
        (run, in) ->
            in[0] instanceof Duration span
                ? (Object) (double) span.dividedBy(unit.getDuration())
                : (Object) (double) zoned(run, in).get(field),
        "moment." + name + "() number",
        "moment." + name + "(text) number",
        "span." + name + "() number");
  }

  private static ZonedDateTime zoned(Run run, @Nullable Object[] in) {
    return zoned(run, (Instant) in(in[0]), in.length == 2 ? zone(run, in[1]) : ZoneOffset.UTC);
  }

  private static ZonedDateTime zoned(Run run, Instant moment, ZoneId zone) {
    return Operators.near(run, moment).atZone(zone);
  }

  private static ZoneId zone(Run run, @Nullable Object name) {
    try {
      var zone = ((String) in(name)).strip();
      return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException _) {
      throw run.failed("A time zone like `Europe/Berlin` was expected.");
    }
  }

  private static LocalDate date(Run run, @Nullable Object text) {
    try {
      var date = LocalDate.parse((String) in(text));
      if (date.getYear() >= 0 && date.getYear() <= 9999) {
        return date;
      }
    } catch (DateTimeException _) {
      // told below
    }
    throw run.failed("A date like 2026-11-23 was expected.");
  }

  private static Object addDays(Run run, LocalDate date, double days) {
    if (days != Math.rint(days) || Math.abs(days) > 1_000_000) {
      throw run.failed("Days are a whole number.");
    }
    return date.plusDays((long) days).toString();
  }

  private static Object moment(Run run, @Nullable Object[] in) {
    var date = date(run, in[0]);
    try {
      var time = LocalTime.parse((String) in(in[1]));
      return date.atTime(time)
          .atZone(in.length == 3 ? zone(run, in[2]) : ZoneOffset.UTC)
          .toInstant();
    } catch (DateTimeException _) {
      throw run.failed("A time of day like 09:30 was expected.");
    }
  }

  private static Object open(Run run, @Nullable Object[] in) {
    run.spend(100);
    var name = (String) in(in[0]);
    return run.bindings()
        .open(name, Operators.near(run, (Instant) in(in[1])))
        .orElseThrow(() -> run.failed("The app has no `hours` of this name."));
  }

  private static Object instant(Run run, String text) {
    try {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeException _) {
      throw run.failed("A moment like 2026-11-23T09:30:00Z was expected.");
    }
  }

  private static Object span(Run run, String text) {
    var iso = text.strip().toUpperCase(Locale.ROOT);
    if (!iso.startsWith("P") && !iso.startsWith("-P")) {
      var days = iso.indexOf('D') + 1;
      iso = "P" + iso.substring(0, days) + (days == iso.length() ? "" : "T" + iso.substring(days));
    }
    try {
      return Duration.parse(iso);
    } catch (DateTimeException | ArithmeticException _) {
      throw run.failed("A length of time like 30m, 24h or 7d was expected.");
    }
  }

  private static Object format(Run run, @Nullable Object[] in) {
    var pattern = (String) in(in[1]);
    run.spend(200 + pattern.length());
    if (pattern.length() > 100) {
      throw run.failed("A pattern for a date has 100 characters at most.");
    }
    var at =
        in[0] instanceof Instant moment
            ? zoned(run, moment, in.length == 3 ? zone(run, in[2]) : ZoneOffset.UTC)
            : date(run, in[0]);
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at);
    } catch (IllegalArgumentException | DateTimeException _) {
      throw run.failed("A pattern like `d MMMM yyyy` that fits the date was expected.");
    }
  }
}
