package dev.wayfare.alert;

import dev.wayfare.alert.Standing.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When many equal troubles make one message: a pure state machine, asked when something is seen
/// and when a moment has come.
///
/// The first message goes at once; then a window runs in which everything is only counted, and
/// its end sends the count, if there is any. After a quiet time it has recovered, and what comes
/// then has come back.
final class Grouping {
  static final Duration WINDOW = Duration.ofMinutes(5);
  static final Duration QUIET = Duration.ofHours(1);

  private Grouping() {}

  /// What became of an alert, and what is to be told of it, if anything.
  record Change(Standing after, Optional<Told> told) {
    static Change silent(Standing after) {
      return new Change(after, Optional.empty());
    }

    static Change told(Standing after, News news, long count) {
      return new Change(after, Optional.of(new Told(news, count)));
    }
  }

  record Told(News news, long count) {}

  /// It was seen so often, the last time at this moment.
  static Change seen(
      Standing before, AlertKind kind, long times, Instant at, int threshold, Instant now) {
    var standing = longQuiet(before, kind, now) ? before.recovered(now) : before;
    return switch (standing.state()) {
      case OPEN -> seenOpen(standing.seen(times, at), now);
      case COUNTING, RECOVERED -> seenClosed(standing, times, at, threshold, now);
    };
  }

  private static Change seenOpen(Standing standing, Instant now) {
    return standing.windowUntil().isPresent()
        ? Change.silent(standing)
        : Change.told(standing.counting(0, window(now)), News.AGAIN, standing.counted());
  }

  private static Change seenClosed(
      Standing before, long times, Instant at, int threshold, Instant now) {
    var running = before.windowRuns(now) ? before : before.counting(0, window(now));
    var standing = running.seen(times, at);
    if (standing.counted() < threshold) {
      return Change.silent(standing);
    }
    var news = before.state() == State.RECOVERED ? News.CAME_BACK : News.NEW;
    return Change.told(standing.open(now, now.plus(WINDOW)), news, standing.counted());
  }

  /// The moment has come that [#due] named.
  static Change tick(Standing before, AlertKind kind, Instant now) {
    if (longQuiet(before, kind, now)) {
      return Change.told(before.recovered(now), News.RECOVERED, before.counted());
    }
    if (before.windowUntil().isEmpty() || before.windowRuns(now)) {
      return Change.silent(before);
    }
    return before.state() == State.OPEN && before.counted() > 0
        ? Change.told(before.counting(0, window(now)), News.MORE, before.counted())
        : Change.silent(before.counting(0, Optional.empty()));
  }

  /// Somebody says that it is over.
  static Change over(Standing before, Instant now) {
    return before.state() == State.OPEN
        ? Change.told(before.recovered(now), News.RECOVERED, before.counted())
        : Change.silent(before);
  }

  /// When to look again.
  static Optional<Instant> due(Standing standing, AlertKind kind) {
    return standing
        .windowUntil()
        .or(
            () ->
                standing.state() == State.OPEN && kind.quietIsGood()
                    ? Optional.of(standing.lastSeen().plus(QUIET))
                    : Optional.empty());
  }

  private static boolean longQuiet(Standing standing, AlertKind kind, Instant now) {
    return standing.state() == State.OPEN
        && kind.quietIsGood()
        && !standing.lastSeen().plus(QUIET).isAfter(now);
  }

  private static Optional<Instant> window(Instant now) {
    return Optional.of(now.plus(WINDOW));
  }
}
