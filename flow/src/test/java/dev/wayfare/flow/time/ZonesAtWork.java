package dev.wayfare.flow.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/// Zones with all the ways in which clocks are moved, and moments near such a change.
final class ZonesAtWork {
  private static final List<String> ALL =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "Asia/Kolkata",
          "Africa/Cairo",
          "Africa/Casablanca",
          "America/Havana",
          "America/Sao_Paulo",
          "America/St_Johns",
          "Asia/Beirut",
          "Pacific/Chatham",
          "Pacific/Apia");
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final long DAYS = 365L * 38;

  private ZonesAtWork() {}

  static ZoneId any(Random random) {
    return ZoneId.of(ALL.get(random.nextInt(ALL.size())));
  }

  /// A full minute less than two days before a change of clocks; anywhere, where there is none.
  static Instant nearChange(Random random, ZoneId zone) {
    var somewhere = FIRST.plus(Duration.ofMinutes(random.nextLong(DAYS * 24 * 60)));
    var change = zone.getRules().nextTransition(somewhere);
    return change == null
        ? somewhere
        : change.getInstant().minus(Duration.ofMinutes(random.nextInt(48 * 60)));
  }
}
