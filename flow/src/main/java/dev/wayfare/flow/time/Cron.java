package dev.wayfare.flow.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// When something is to run again and again: `minute hour day-of-month month day-of-week`, as in
/// Vixie cron.
///
/// Where both days are given, either is enough; where one of them begins with `*`, both must fit.
/// When clocks are moved:
///
/// - A run whose local time does not exist takes place once, at the moment the clocks have been
///   moved; several such runs are one. An hour field of `*` or `*/n` is an interval and has nothing
///   to catch up.
/// - A local time that comes twice runs the first time only, unless the minute or the hour begins
///   with `*`: such an interval goes on through both.
public final class Cron {
  /// As far as a search looks: a leap day that must be a Sunday too can be 40 years away.
  private static final int YEARS = 40;

  private final String text;
  private final CronField minute;
  private final CronField hour;
  private final CronField day;
  private final CronField month;
  private final CronField weekday;

  Cron(
      String text,
      CronField minute,
      CronField hour,
      CronField day,
      CronField month,
      CronField weekday) {
    this.text = text;
    this.minute = minute;
    this.hour = hour;
    this.day = day;
    this.month = month;
    this.weekday = weekday;
  }

  /// What came of reading a line: a schedule, or everything that is wrong with it.
  public sealed interface Reading {
    record Fits(Cron cron) implements Reading {}

    record Refused(List<Wrong> wrongs) implements Reading {
      public Refused {
        wrongs = List.copyOf(wrongs);
      }
    }
  }

  public static Reading read(String text) {
    return new CronReader().read(text);
  }

  /// The line in its canonical form: small letters, single spaces.
  public String text() {
    return text;
  }

  /// The first run after a moment.
  public Optional<Instant> next(Instant after, ZoneId zone) {
    var last = after.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
    var stretch = Stretch.at(after, zone);
    var from = Stretch.minute(stretch.from().plusNanos(1));
    while (true) {
      var start = interval() ? from : Stretch.minute(stretch.unrepeated(from));
      var found = match(start, earlier(stretch.upTo(), stretch.local(last).plusNanos(1)));
      if (found.isPresent()) {
        return found.map(stretch::moment);
      }
      var change = stretch.end().filter(end -> !end.getInstant().isAfter(last));
      if (change.isEmpty()) {
        return Optional.empty();
      }
      if (change.filter(this::catchesUp).isPresent()) {
        return change.map(ZoneOffsetTransition::getInstant);
      }
      stretch = stretch.following().orElseThrow();
      from = Stretch.minute(stretch.from());
    }
  }

  /// The runs after a moment, up to and with another one, the earliest first and no more than
  /// `most`: what was missed.
  public List<Instant> between(Instant after, Instant upTo, ZoneId zone, int most) {
    var runs = new ArrayList<Instant>();
    var run = next(after, zone);
    while (runs.size() < most && run.isPresent() && !run.get().isAfter(upTo)) {
      runs.add(run.get());
      run = next(run.get(), zone);
    }
    return List.copyOf(runs);
  }

  /// In plain words, for screens: `at 02:30, Monday to Friday`. English is all that is spoken so
  /// far, whatever the locale.
  public String words(@SuppressWarnings("unused") Locale locale) {
    return new CronWords(this).all();
  }

  CronField minute() {
    return minute;
  }

  CronField hour() {
    return hour;
  }

  CronField day() {
    return day;
  }

  CronField month() {
    return month;
  }

  CronField weekday() {
    return weekday;
  }

  /// Whether one of the two days is enough.
  boolean eitherDay() {
    return !day.star() && !weekday.star();
  }

  /// Whether any date fits. Every weekday meets every date sooner or later, so only a day that no
  /// chosen month has never comes.
  boolean everHappens() {
    return eitherDay()
        || month.values().stream().anyMatch(of -> day.atOrAfter(1) <= Month.of(of).maxLength());
  }

  private boolean interval() {
    return minute.star() || hour.star();
  }

  /// Whether the hour that a change of clocks left out had a run in it.
  private boolean catchesUp(ZoneOffsetTransition change) {
    return change.isGap()
        && !hour.star()
        && match(Stretch.minute(change.getDateTimeBefore()), change.getDateTimeAfter()).isPresent();
  }

  /// The first local time that fits, from a full minute on and before another time.
  private Optional<LocalDateTime> match(LocalDateTime from, LocalDateTime upTo) {
    var time = from.toLocalTime();
    for (var date = from.toLocalDate(); date.atStartOfDay().isBefore(upTo); date = later(date)) {
      if (!date.equals(from.toLocalDate())) {
        time = LocalTime.MIDNIGHT;
      }
      var found = fits(date) ? onDay(time).map(date::atTime) : Optional.<LocalDateTime>empty();
      if (found.isPresent()) {
        return found.filter(match -> match.isBefore(upTo));
      }
    }
    return Optional.empty();
  }

  private LocalDate later(LocalDate date) {
    return month.has(date.getMonthValue())
        ? date.plusDays(1)
        : date.withDayOfMonth(1).plusMonths(1);
  }

  private boolean fits(LocalDate date) {
    var byDay = day.has(date.getDayOfMonth());
    var byWeekday = weekday.has(date.getDayOfWeek().getValue() % 7);
    return month.has(date.getMonthValue())
        && (eitherDay() ? byDay || byWeekday : byDay && byWeekday);
  }

  private Optional<LocalTime> onDay(LocalTime from) {
    if (hour.has(from.getHour())) {
      var sameHour = minute.atOrAfter(from.get(ChronoField.MINUTE_OF_HOUR));
      if (sameHour >= 0) {
        return Optional.of(LocalTime.of(from.getHour(), sameHour));
      }
    }
    var next = hour.atOrAfter(from.getHour() + 1);
    return next < 0 ? Optional.empty() : Optional.of(LocalTime.of(next, minute.atOrAfter(0)));
  }

  private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cron cron && text.equals(cron.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
