package dev.wayfare.flow.time;

import java.util.List;
import java.util.stream.IntStream;

/// One field of a cron line: as it was written, and one bit for every value it means.
record CronField(CronUnit unit, String text, long bits) {

  boolean has(int value) {
    return (bits >>> value & 1) == 1;
  }

  /// The least value from this one on; -1 when there is none.
  int atOrAfter(int value) {
    var rest = value > 63 ? 0 : bits >>> value;
    return rest == 0 ? -1 : value + Long.numberOfTrailingZeros(rest);
  }

  /// Whether it begins with `*`. Cron has always told intervals from fixed times by this letter,
  /// not by the values: `0-59` is a list.
  boolean star() {
    return text.startsWith("*");
  }

  /// Whether every value is meant.
  boolean any() {
    return values().size() == unit.last() - unit.least + 1;
  }

  /// The n of a plain `*/n`; 0 for all else.
  int every() {
    return text.matches("\\*/\\d+") ? Integer.parseInt(text.substring(2)) : 0;
  }

  List<Integer> values() {
    return IntStream.rangeClosed(unit.least, unit.last()).filter(this::has).boxed().toList();
  }
}
