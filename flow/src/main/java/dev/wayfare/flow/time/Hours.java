package dev.wayfare.flow.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A week of opening hours, without the holidays.
///
/// ```yaml
/// mon: "09:00-12:00, 13:00-17:30"
/// fri: "22:00-02:00"
/// holidays: [2026-12-25, 2027-01-01]
/// zone: Europe/Berlin
/// ```
///
/// A day without an entry is closed. A span over midnight belongs to the day on which it begins, so
/// it is the holiday of that day which closes it. The hours are those of the zone that is given
/// with each question (the contact's, or the app's); a calendar with a zone of its own means that
/// one always. Clocks being moved are followed as a sign on a door would: what the wall says,
/// counts.
public final class Hours {
  private static final Duration YEAR = Duration.ofDays(366);

  private final Map<DayOfWeek, List<Span>> week;
  private final SortedSet<LocalDate> holidays;
  private final Optional<ZoneId> zone;

  Hours(Map<DayOfWeek, List<Span>> week, Set<LocalDate> holidays, Optional<ZoneId> zone) {
    this.week = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, spans) -> this.week.put(day, List.copyOf(spans)));
    this.holidays = new TreeSet<>(holidays);
    this.zone = zone;
  }

  /// What came of reading a calendar: opening hours, or everything that is wrong with them.
  public sealed interface Reading {
    record Fits(Hours hours) implements Reading {}

    record Refused(List<Wrong> wrongs) implements Reading {
      public Refused {
        wrongs = List.copyOf(wrongs);
      }
    }
  }

  /// Reads the plain values of a document: texts, lists, objects.
  public static Reading read(Map<String, ? extends @Nullable Object> fields) {
    return new HoursReader().read(fields);
  }

  /// The zone that this calendar names, if it names one.
  public Optional<ZoneId> zone() {
    return zone;
  }

  /// Whether it is open at a moment.
  public boolean open(Instant moment, ZoneId otherwise) {
    return open(LocalDateTime.ofInstant(moment, zone.orElse(otherwise)));
  }

  /// The moment itself when it is open then, else the next opening; none within a year is none.
  public Optional<Instant> nextOpen(Instant from, ZoneId otherwise) {
    return nextOpen(from, from.plus(YEAR), zone.orElse(otherwise));
  }

  /// The wanted moment, or the first one after it that is open. There always is one: every calendar
  /// has an open day a week once its last holiday is over.
  public Instant keepWithin(Instant wanted, ZoneId otherwise) {
    return nextOpen(wanted, otherwise)
        .or(() -> nextOpen(wanted, afterHolidays(wanted), zone.orElse(otherwise)))
        .orElseThrow();
  }

  /// As the document writes it: days from Monday, two digits, single spaces.
  public Map<String, Object> canonical() {
    var fields = new LinkedHashMap<String, Object>();
    week.forEach(
        (day, spans) ->
            fields.put(
                HoursReader.DAYS.get(day.getValue() - 1),
                spans.stream().map(Span::toString).collect(Collectors.joining(", "))));
    if (!holidays.isEmpty()) {
      fields.put(HoursReader.HOLIDAYS, holidays.stream().map(LocalDate::toString).toList());
    }
    zone.ifPresent(own -> fields.put(HoursReader.ZONE, own.getId()));
    return fields;
  }

  private Optional<Instant> nextOpen(Instant from, Instant last, ZoneId in) {
    var stretch = Stretch.at(from, in);
    while (true) {
      var end = stretch.local(last);
      var upTo = stretch.upTo().isBefore(end) ? stretch.upTo() : end.plusNanos(1);
      var found = opening(stretch.from(), upTo);
      if (found.isPresent()) {
        return found.map(stretch::moment);
      }
      var following = stretch.following().filter(next -> !next.moment(next.from()).isAfter(last));
      if (following.isEmpty()) {
        return Optional.empty();
      }
      stretch = following.get();
    }
  }

  /// The first open local time from one on and before another.
  private Optional<LocalDateTime> opening(LocalDateTime from, LocalDateTime upTo) {
    if (!from.isBefore(upTo)) {
      return Optional.empty();
    }
    if (open(from)) {
      return Optional.of(from);
    }
    for (var date = from.toLocalDate();
        date.atStartOfDay().isBefore(upTo);
        date = date.plusDays(1)) {
      for (var span : spans(date)) {
        var opens = span.opens(date);
        if (!opens.isBefore(from)) {
          return Optional.of(opens).filter(time -> time.isBefore(upTo));
        }
      }
    }
    return Optional.empty();
  }

  private boolean open(LocalDateTime at) {
    var today = at.toLocalDate();
    return openBy(today, at) || openBy(today.minusDays(1), at);
  }

  private boolean openBy(LocalDate date, LocalDateTime at) {
    return spans(date).stream().anyMatch(span -> span.open(date, at));
  }

  private List<Span> spans(LocalDate date) {
    return holidays.contains(date) ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
  }

  private Instant afterHolidays(Instant wanted) {
    var lastHoliday = holidays.last().atStartOfDay(ZoneOffset.UTC).toInstant();
    return (lastHoliday.isAfter(wanted) ? lastHoliday : wanted).plus(YEAR);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hours hours && canonical().equals(hours.canonical());
  }

  @Override
  public int hashCode() {
    return canonical().hashCode();
  }

  @Override
  public String toString() {
    return canonical().toString();
  }
}
