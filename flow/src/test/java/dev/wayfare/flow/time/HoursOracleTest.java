package dev.wayfare.flow.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Random weeks near changes of clocks, against a table of every minute of the week.
class HoursOracleTest {
  private static final long SEED = 20261123;
  private static final int DAY = 24 * 60;
  private static final int MINUTES = 5 * DAY;

  @Test
  void everyMinuteIsOpenOrClosedAsTheTableSays() {
    var random = new Random(SEED);
    int opened = 0;
    for (int i = 0; i < 60; i++) {
      var zone = ZonesAtWork.any(random);
      var from = ZonesAtWork.nearChange(random, zone);
      var week = new Week(random, LocalDateTime.ofInstant(from, zone));
      var hours = ((Hours.Reading.Fits) Hours.read(week.fields)).hours();
      Instant next = null;
      for (int minute = MINUTES; minute >= 0; minute--) {
        var at = from.plus(Duration.ofMinutes(minute));
        var open = week.open(at, zone);
        next = open ? at : next;
        assertThat(hours.open(at, zone) == open)
            .as("seed %d: %s in %s at %s", SEED, week.fields, zone, at)
            .isTrue();
        if (next != null && minute % 7 == 0) {
          assertThat(hours.nextOpen(at, zone))
              .as("seed %d: %s in %s from %s", SEED, week.fields, zone, at)
              .contains(next);
          opened++;
        }
      }
    }
    assertThat(opened).isGreaterThan(20_000);
  }

  /// Opening hours, and the same as one bit for each minute of a day and the night after.
  private static final class Week {
    private static final List<String> DAYS =
        List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<BitSet> bits = new ArrayList<>();
    private final List<String> holidays = new ArrayList<>();

    Week(Random random, LocalDateTime around) {
      for (var day : DAYS) {
        var minutes = new BitSet();
        var cuts = new TreeSet<Integer>();
        int spans = random.nextInt(3);
        while (cuts.size() < 2 * spans) {
          cuts.add(random.nextInt(DAY / 15) * 15);
        }
        var times = new ArrayList<>(cuts);
        // the first cut to the end turns some last spans into ones over midnight
        if (random.nextBoolean() && spans > 0) {
          times.add(times.removeFirst() + DAY);
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < times.size(); i += 2) {
          minutes.set(times.get(i), times.get(i + 1));
          texts.add(clock(times.get(i)) + "-" + clock(times.get(i + 1) % DAY));
        }
        bits.add(minutes);
        if (spans > 0) {
          fields.put(day, String.join(", ", texts));
        }
      }
      if (fields.isEmpty()) {
        fields.put("wed", "00:00-24:00");
        bits.get(2).set(0, DAY);
      }
      for (int i = 0; i < random.nextInt(4); i++) {
        holidays.add(around.toLocalDate().plusDays(random.nextInt(6)).toString());
      }
      if (!holidays.isEmpty()) {
        fields.put("holidays", List.copyOf(holidays));
      }
    }

    boolean open(Instant at, ZoneId zone) {
      var local = LocalDateTime.ofInstant(at, zone);
      int minute = local.getHour() * 60 + local.getMinute();
      return has(local, minute) || has(local.minusDays(1), minute + DAY);
    }

    private boolean has(LocalDateTime day, int minute) {
      return !holidays.contains(day.toLocalDate().toString())
          && bits.get(day.getDayOfWeek().getValue() - 1).get(minute);
    }

    private static String clock(int minute) {
      return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
  }
}
