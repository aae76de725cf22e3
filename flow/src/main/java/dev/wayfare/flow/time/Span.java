package dev.wayfare.flow.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/// Open from one minute of the day to another one, which is not part of it. Past 1440 it is in the
/// night after.
record Span(int from, int to) implements Comparable<Span> {
  static final int DAY = 24 * 60;

  LocalDateTime opens(LocalDate date) {
    return date.atStartOfDay().plusMinutes(from);
  }

  boolean open(LocalDate date, LocalDateTime at) {
    return !at.isBefore(opens(date)) && at.isBefore(date.atStartOfDay().plusMinutes(to));
  }

  boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }

  @Override
  public int compareTo(Span other) {
    return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
  }

  @Override
  public String toString() {
    return clock(from) + "-" + clock(to > DAY ? to - DAY : to);
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }
}
