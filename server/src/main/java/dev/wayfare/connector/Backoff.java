package dev.wayfare.connector;

import dev.wayfare.connector.CallOutcome.Answered;
import dev.wayfare.connector.CallOutcome.Unreachable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Whether a call is made once more, and after which pause.
final class Backoff {
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Set<Integer> PASSING = Set.of(502, 503, 504);

  private final InstantSource clock;
  private final RandomGenerator chance;

  Backoff(InstantSource clock, RandomGenerator chance) {
    this.clock = clock;
    this.chance = chance;
  }

  /// Empty when the outcome stands: it is one that a repeat would not better or might double, or
  /// the pause would last past the end.
  Optional<Duration> before(int attempt, OutboundCall call, Hops hops, Deadline deadline) {
    if (attempt > ATTEMPTS) {
      return Optional.empty();
    }
    return pause(attempt, call, hops).filter(it -> it.compareTo(deadline.left()) < 0);
  }

  private Optional<Duration> pause(int attempt, OutboundCall call, Hops hops) {
    return switch (hops.outcome()) {
      case Unreachable _ when hops.followed() == 0 || call.harmlessTwice() ->
          Optional.of(jittered(attempt));
      case Answered answer when PASSING.contains(answer.status()) && call.harmlessTwice() ->
          Optional.of(longer(jittered(attempt), asked(answer)));
      case Answered _,
          CallOutcome.TooLarge _,
          CallOutcome.TooSlow _,
          CallOutcome.Refused _,
          Unreachable _,
          CallOutcome.Broken _,
          CallOutcome.BadTls _,
          CallOutcome.TooManyRedirects _,
          CallOutcome.NoToken _ ->
          Optional.empty();
    };
  }

  /// Half as long to one and a half as long, so that those who failed together come back apart.
  private Duration jittered(int attempt) {
    var whole = FIRST.toMillis() << (attempt - 2);
    return Duration.ofMillis(whole / 2 + chance.nextLong(whole + 1));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /// `Retry-After`, in seconds or as a date.
  private Duration asked(Answered answer) {
    var text = answer.header("retry-after").map(String::strip).orElse("");
    if (text.matches("[0-9]{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      var at =
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.US));
      return Duration.between(clock.instant(), at.toInstant());
    } catch (DateTimeException _) {
      return Duration.ZERO;
    }
  }
}
