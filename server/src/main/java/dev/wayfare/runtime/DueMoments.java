package dev.wayfare.runtime;

import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.time.Cron;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Which moments of a schedule run that have come since the last look, by its rule for missed ones.
///
/// `noted` is a moment that does not run and is only noted; `missed` counts moments before the
/// first that are left out, as far as anyone counts them.
record DueMoments(List<Instant> run, List<Instant> noted, int missed) {
  /// So late a moment still counts as met: a server that is started again has not missed it.
  static final Duration LATE = Duration.ofMinutes(5);

  static final int MOST_RUNS = 100;
  private static final int MOST_COUNTED = 1_000;
  private static final DueMoments NONE = new DueMoments(List.of(), List.of(), 0);

  static DueMoments of(Trigger.Scheduled schedule, ZoneId zone, Instant after, Instant now) {
    var all = last(schedule.cron(), zone, after, now);
    if (all.isEmpty()) {
      return NONE;
    }
    var newest = all.subList(all.size() - 1, all.size());
    return switch (schedule.missed()) {
      case SKIP ->
          newest.getFirst().plus(LATE).isBefore(now)
              ? new DueMoments(List.of(), newest, all.size() - 1)
              : new DueMoments(newest, List.of(), all.size() - 1);
      case ONCE -> new DueMoments(newest, List.of(), all.size() - 1);
      case ALL -> {
        var left = Math.max(0, all.size() - MOST_RUNS);
        yield new DueMoments(all.subList(left, all.size()), List.of(), left);
      }
    };
  }

  /// The newest moments, the oldest of them first. Looks back further and further, so that a year
  /// of minutes costs no more than its last day.
  private static List<Instant> last(Cron cron, ZoneId zone, Instant after, Instant upTo) {
    var window = Duration.ofHours(1);
    while (true) {
      var from = upTo.minus(window);
      var start = from.isBefore(after) ? after : from;
      var found = cron.between(start, upTo, zone, Integer.MAX_VALUE);
      if (found.size() >= MOST_COUNTED || start.equals(after)) {
        return found.subList(Math.max(0, found.size() - MOST_COUNTED), found.size());
      }
      window = window.multipliedBy(4);
    }
  }
}
