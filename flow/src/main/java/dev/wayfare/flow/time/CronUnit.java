package dev.wayfare.flow.time;

import java.util.List;

/// The five fields of a cron line, in their order.
enum CronUnit {
  MINUTE("minute", 0, 59, ""),
  HOUR("hour", 0, 23, ""),
  DAY("day of month", 1, 31, ""),
  MONTH("month", 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"),
  /// 0 and 7 are both Sunday.
  WEEKDAY("day of week", 0, 7, "sun mon tue wed thu fri sat");

  final String word;
  final int least;
  final int most;

  private final String names;

  CronUnit(String word, int least, int most, String names) {
    this.word = word;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  /// Names of the values, from `least` on.
  List<String> names() {
    return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
  }

  /// What a value may be, for a message.
  String expected() {
    var numbers = "a number from " + least + " to " + most;
    return names.isEmpty()
        ? numbers
        : numbers + ", or " + names().getFirst() + " to " + names().getLast();
  }

  /// The last value that is not another one's second name.
  int last() {
    return this == WEEKDAY ? 6 : most;
  }
}
