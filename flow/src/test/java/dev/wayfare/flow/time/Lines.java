package dev.wayfare.flow.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/// Cron lines for tests, and their runs as people write times.
final class Lines {
  private Lines() {}

  static Cron cron(String line) {
    var reading = Cron.read(line);
    assertThat(reading).as(line).isInstanceOf(Cron.Reading.Fits.class);
    return ((Cron.Reading.Fits) reading).cron();
  }

  static List<Wrong> refused(String line) {
    var reading = Cron.read(line);
    assertThat(reading).as(line).isInstanceOf(Cron.Reading.Refused.class);
    return ((Cron.Reading.Refused) reading).wrongs();
  }

  static Instant at(String offsetTime) {
    return OffsetDateTime.parse(offsetTime).toInstant();
  }

  /// The runs between two local times, as local times with their offset.
  static List<String> runs(String line, String zone, String after, String upTo) {
    var in = ZoneId.of(zone);
    return cron(line)
        .between(
            LocalDateTime.parse(after).atZone(in).toInstant(),
            LocalDateTime.parse(upTo).atZone(in).toInstant(),
            in,
            1000)
        .stream()
        .map(run -> run.atZone(in).toOffsetDateTime().toString())
        .toList();
  }
}
