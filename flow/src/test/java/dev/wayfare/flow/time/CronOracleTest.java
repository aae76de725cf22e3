package dev.wayfare.flow.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Random lines near changes of clocks, against a slow judge that looks at every minute.
class CronOracleTest {
  private static final long SEED = 20261123;
  private static final Duration SPAN = Duration.ofDays(3);

  @Test
  void everyMinuteIsJudgedAsTheSlowWayDoes() {
    var random = new Random(SEED);
    int runs = 0;
    for (int i = 0; i < 150; i++) {
      var zone = ZonesAtWork.any(random);
      var from = ZonesAtWork.nearChange(random, zone);
      var line = new Line(random);
      var expected = line.runs(from, from.plus(SPAN), zone);
      assertThat(Lines.cron(line.text()).between(from, from.plus(SPAN), zone, 10_000))
          .as("seed %d: %s in %s after %s", SEED, line.text(), zone, from)
          .isEqualTo(expected);
      runs += expected.size();
    }
    assertThat(runs).isGreaterThan(3_000);
  }

  @Test
  void theNextRunIsTheFirstOfThemFromAnyMoment() {
    var random = new Random(SEED + 1);
    for (int i = 0; i < 40; i++) {
      var zone = ZonesAtWork.any(random);
      var from = ZonesAtWork.nearChange(random, zone);
      var line = new Line(random);
      var cron = Lines.cron(line.text());
      var runs = line.runs(from, from.plus(SPAN), zone);
      for (int j = 0; j < 50; j++) {
        var after = from.plusMillis(random.nextLong(SPAN.toMillis() / 2));
        var expected = runs.stream().filter(run -> run.isAfter(after)).findFirst();
        var next = cron.next(after, zone);
        assertThat(expected.isPresent() ? next : next.filter(run -> !run.isAfter(from.plus(SPAN))))
            .as("seed %d: %s in %s after %s", SEED, line.text(), zone, after)
            .isEqualTo(expected);
      }
    }
  }

  /// A line made of its values, so that nothing of the reader is believed.
  private static final class Line {
    private final Part minute;
    private final Part hour;
    private final Part day;
    private final Part month;
    private final Part weekday;

    Line(Random random) {
      minute = part(random, 0, 59, 2);
      hour = random.nextInt(3) == 0 ? range(0, 1 + random.nextInt(4)) : part(random, 0, 23, 2);
      day = part(random, 1, 31, 4);
      month = random.nextInt(4) == 0 ? range(1 + random.nextInt(6), 9) : new Part("*", all(1, 12));
      weekday = part(random, 0, 6, 4);
    }

    String text() {
      return String.join(" ", List.of(minute.text, hour.text, day.text, month.text, weekday.text));
    }

    List<Instant> runs(Instant after, Instant upTo, ZoneId zone) {
      var runs = new ArrayList<Instant>();
      var rules = zone.getRules();
      for (var at = after.plusSeconds(60); !at.isAfter(upTo); at = at.plusSeconds(60)) {
        var local = LocalDateTime.ofInstant(at, zone);
        var offsets = rules.getValidOffsets(local);
        var first = offsets.getFirst().equals(rules.getOffset(at));
        var interval = minute.star() || hour.star();
        if (fits(local) && (first || interval) || !hour.star() && missed(at, zone)) {
          runs.add(at);
        }
      }
      return runs;
    }

    private boolean missed(Instant at, ZoneId zone) {
      var before = LocalDateTime.ofInstant(at.minusSeconds(60), zone);
      var now = LocalDateTime.ofInstant(at, zone);
      for (var gone = before.plusMinutes(1); gone.isBefore(now); gone = gone.plusMinutes(1)) {
        if (fits(gone)) {
          return true;
        }
      }
      return false;
    }

    private boolean fits(LocalDateTime local) {
      var byDay = day.values.contains(local.getDayOfMonth());
      var byWeekday = weekday.values.contains(local.getDayOfWeek().getValue() % 7);
      return minute.values.contains(local.getMinute())
          && hour.values.contains(local.getHour())
          && month.values.contains(local.getMonthValue())
          && (day.star() || weekday.star() ? byDay && byWeekday : byDay || byWeekday);
    }

    private static Part part(Random random, int least, int most, int oftenAll) {
      if (random.nextInt(6) < oftenAll) {
        return new Part("*", all(least, most));
      }
      int one = least + random.nextInt(most - least + 1);
      return switch (random.nextInt(4)) {
        case 0 -> step("*", least, most, 1 + random.nextInt(Math.max(1, (most - least) / 2)));
        case 1 -> range(Math.min(one, most - 1), most);
        case 2 -> step(one + "-" + most, one, most, 1 + random.nextInt(most - least));
        default -> {
          int other = least + random.nextInt(most - least + 1);
          yield new Part(one + "," + other, new HashSet<>(List.of(one, other)));
        }
      };
    }

    private static Part range(int first, int last) {
      return new Part(first + "-" + last, all(first, last));
    }

    private static Part step(String base, int first, int last, int step) {
      var values = all(first, last);
      values.removeIf(value -> (value - first) % step != 0);
      return new Part(base + "/" + step, values);
    }

    private static Set<Integer> all(int first, int last) {
      var values = new HashSet<Integer>();
      for (int value = first; value <= last; value++) {
        values.add(value);
      }
      return values;
    }
  }

  private record Part(String text, Set<Integer> values) {
    boolean star() {
      return text.startsWith("*");
    }
  }
}
