package dev.wayfare.runtime;

import dev.wayfare.runtime.PgStatistics.Answered;
import dev.wayfare.runtime.PgStatistics.Begun;
import dev.wayfare.runtime.PgStatistics.Left;
import dev.wayfare.runtime.PgStatistics.Numbered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How an app was used in some days: journeys by the day on which they began, by their channel and
/// their release, the steps where people were left, and how fast they were answered.
record Statistics(
    Instant from,
    Instant until,
    String zone,
    Counts total,
    List<Day> days,
    List<OnChannel> channels,
    List<UnderRelease> releases,
    List<Left> steps,
    List<Answered> answers) {

  /// Journeys that began; of those, how many came to their end, were left until their time was
  /// over, and go on; and how often something failed in them.
  record Counts(long started, long finished, long abandoned, long open, long errors) {
    static Counts of(Stream<Begun> some) {
      var all = some.toList();
      return new Counts(
          sum(all, _ -> true),
          sum(all, it -> it.standing().equals("ended")),
          sum(all, it -> it.standing().equals("expired")),
          sum(all, it -> it.standing().equals("open")),
          all.stream().mapToLong(Begun::errors).sum());
    }

    private static long sum(List<Begun> all, Predicate<Begun> which) {
      return all.stream().filter(which).mapToLong(Begun::journeys).sum();
    }
  }

  record Day(LocalDate day, Counts counts) {}

  record OnChannel(String channel, Counts counts) {}

  record UnderRelease(UUID release, String profile, int number, int version, Counts counts) {}

  static Statistics of(
      PgStatistics.Span span,
      List<Begun> begun,
      List<Numbered> releases,
      List<Left> left,
      List<Answered> answered) {
    return new Statistics(
        span.from(),
        span.until(),
        span.zone().getId(),
        Counts.of(begun.stream()),
        days(span, begun),
        begun.stream()
            .map(it -> channel(it.beganOn()))
            .distinct()
            .sorted()
            .map(it -> new OnChannel(it, counts(begun, each -> channel(each.beganOn()).equals(it))))
            .toList(),
        releases.stream()
            .map(
                it ->
                    new UnderRelease(
                        it.id(),
                        it.profile(),
                        it.number(),
                        it.version(),
                        counts(begun, each -> Objects.equals(each.release(), it.id()))))
            .filter(it -> it.counts().started() > 0)
            .toList(),
        left,
        answered);
  }

  /// Every day, also one on which nobody came.
  private static List<Day> days(PgStatistics.Span span, List<Begun> begun) {
    var days = new ArrayList<Day>();
    var last = span.until().minusMillis(1).atZone(span.zone()).toLocalDate();
    for (var day = span.from().atZone(span.zone()).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      var one = day;
      days.add(new Day(one, counts(begun, it -> it.day().equals(one))));
    }
    return days;
  }

  private static Counts counts(List<Begun> begun, Predicate<Begun> which) {
    return Counts.of(begun.stream().filter(which));
  }

  /// In the words of the list of journeys.
  private static String channel(String beganOn) {
    return switch (beganOn) {
      case "visit", "page" -> "web";
      case "request" -> "api";
      default -> beganOn;
    };
  }
}
