package dev.wayfare.flow.time;

import static dev.wayfare.flow.time.Lines.at;
import static dev.wayfare.flow.time.Lines.cron;
import static dev.wayfare.flow.time.Lines.runs;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CronTest {
  private static final String BERLIN = "Europe/Berlin";
  private static final String NEW_YORK = "America/New_York";
  private static final String LORD_HOWE = "Australia/Lord_Howe";
  private static final String KOLKATA = "Asia/Kolkata";

  @Test
  void aRunIsAlwaysAfterTheMomentAndNeverAtIt() {
    var zone = ZoneId.of(KOLKATA);
    var cron = cron("30 9 * * *");
    var run = at("2026-11-23T09:30+05:30");
    assertThat(cron.next(run.minusNanos(1), zone)).contains(run);
    assertThat(cron.next(run, zone)).contains(at("2026-11-24T09:30+05:30"));
    assertThat(cron.next(run.plusSeconds(59), zone)).contains(at("2026-11-24T09:30+05:30"));
  }

  @Test
  void officeHoursRunOnWeekdaysOnly() {
    assertThat(runs("*/30 8-9 * * mon-fri", KOLKATA, "2026-11-27T08:45", "2026-11-30T08:30"))
        .containsExactly(
            "2026-11-27T09:00+05:30",
            "2026-11-27T09:30+05:30",
            "2026-11-30T08:00+05:30",
            "2026-11-30T08:30+05:30");
  }

  @Test
  void aTimeThatDoesNotExistRunsOnceWhenTheClocksHaveBeenMoved() {
    assertThat(runs("30 2 * * *", BERLIN, "2026-03-28T00:00", "2026-03-31T00:00"))
        .containsExactly(
            "2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
    assertThat(runs("15,45 2 * * *", NEW_YORK, "2026-03-08T00:00", "2026-03-09T00:00"))
        .containsExactly("2026-03-08T03:00-04:00");
    assertThat(runs("15 2 * * *", LORD_HOWE, "2026-10-03T12:00", "2026-10-05T12:00"))
        .containsExactly("2026-10-04T02:30+11:00", "2026-10-05T02:15+11:00");
  }

  @Test
  void aMissingRunAndOneAtTheEndOfTheGapAreTheSameRun() {
    assertThat(runs("0 2,3 * * *", BERLIN, "2026-03-29T00:00", "2026-03-30T00:00"))
        .containsExactly("2026-03-29T03:00+02:00");
  }

  @Test
  void aTimeThatComesTwiceRunsTheFirstTime() {
    assertThat(runs("30 2 * * *", BERLIN, "2026-10-24T12:00", "2026-10-26T12:00"))
        .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
    assertThat(runs("30 1 * * *", NEW_YORK, "2026-11-01T00:00", "2026-11-02T00:00"))
        .containsExactly("2026-11-01T01:30-04:00");
    assertThat(runs("45 1 * * *", LORD_HOWE, "2026-04-04T12:00", "2026-04-05T12:00"))
        .containsExactly("2026-04-05T01:45+11:00");
  }

  @Test
  void betweenTheTwoTimesNothingRunsAgain() {
    var zone = ZoneId.of(BERLIN);
    assertThat(cron("30 2 * * *").next(at("2026-10-25T02:45+02:00"), zone))
        .contains(at("2026-10-26T02:30+01:00"));
    assertThat(cron("30 2 * * *").next(at("2026-10-25T02:10+01:00"), zone))
        .contains(at("2026-10-26T02:30+01:00"));
  }

  @Test
  void anIntervalGoesOnThroughBothTimes() {
    assertThat(runs("*/30 * * * *", BERLIN, "2026-10-25T01:30", "2026-10-25T03:00"))
        .containsExactly(
            "2026-10-25T02:00+02:00",
            "2026-10-25T02:30+02:00",
            "2026-10-25T02:00+01:00",
            "2026-10-25T02:30+01:00",
            "2026-10-25T03:00+01:00");
  }

  @Test
  void anHourlyRunHasNothingToCatchUp() {
    assertThat(runs("30 * * * *", BERLIN, "2026-03-29T00:45", "2026-03-29T04:00"))
        .containsExactly("2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00");
  }

  @Test
  void anIntervalInsideTheMissingHourIsNotLost() {
    assertThat(runs("*/15 2 * * *", BERLIN, "2026-03-29T00:00", "2026-03-30T00:00"))
        .containsExactly("2026-03-29T03:00+02:00");
  }

  @Test
  void aGapAtMidnightDoesNotSkipTheDay() {
    assertThat(runs("0 0 * * *", "Africa/Cairo", "2025-04-24T00:00", "2025-04-26T00:00"))
        .containsExactly("2025-04-25T01:00+03:00", "2025-04-26T00:00+03:00");
  }

  @Test
  void aDayThatAZoneLeftOutIsCaughtUpOnce() {
    assertThat(runs("0 9 * * *", "Pacific/Apia", "2011-12-29T00:00", "2011-12-31T23:00"))
        .containsExactly(
            "2011-12-29T09:00-10:00", "2011-12-31T00:00+14:00", "2011-12-31T09:00+14:00");
  }

  @Test
  void aLeapDayIsFoundEightYearsAway() {
    var zone = ZoneId.of("UTC");
    assertThat(cron("0 12 29 2 *").next(at("2096-02-29T12:00Z"), zone))
        .contains(at("2104-02-29T12:00Z"));
  }

  @Test
  void aLeapDayThatIsASundayIsFoundFortyYearsAway() {
    assertThat(cron("0 12 29 2 */7").next(at("2088-02-29T12:00Z"), ZoneId.of("UTC")))
        .contains(at("2128-02-29T12:00Z"));
  }

  @Test
  void theYearTurns() {
    assertThat(runs("0 0 1 * *", BERLIN, "2026-11-30T00:00", "2027-02-01T00:00"))
        .containsExactly(
            "2026-12-01T00:00+01:00", "2027-01-01T00:00+01:00", "2027-02-01T00:00+01:00");
    assertThat(runs("59 23 31 12 *", NEW_YORK, "2026-12-31T23:59", "2027-12-31T23:59"))
        .containsExactly("2027-12-31T23:59-05:00");
  }

  @Test
  void eitherDayIsEnoughUnlessOneBeginsWithAStar() {
    assertThat(runs("0 9 13 * fri", "UTC", "2026-11-05T10:00", "2026-11-20T10:00"))
        .containsExactly("2026-11-06T09:00Z", "2026-11-13T09:00Z", "2026-11-20T09:00Z");
    assertThat(runs("0 9 12-14 * fri", "UTC", "2026-11-07T10:00", "2026-11-19T10:00"))
        .containsExactly("2026-11-12T09:00Z", "2026-11-13T09:00Z", "2026-11-14T09:00Z");
    assertThat(runs("0 9 */2 * fri", "UTC", "2026-11-05T10:00", "2026-11-30T10:00"))
        .containsExactly("2026-11-13T09:00Z", "2026-11-27T09:00Z");
  }

  @Test
  void missedRunsAreTheEarliestAndNoMoreThanWanted() {
    var zone = ZoneId.of(BERLIN);
    var cron = cron("@hourly");
    var from = Instant.parse("2026-11-23T00:00:00Z");
    assertThat(cron.between(from, from.plusSeconds(3600L * 24 * 365), zone, 2))
        .containsExactly(from.plusSeconds(3600), from.plusSeconds(7200));
    assertThat(cron.between(from, from.plusSeconds(3600), zone, 9))
        .containsExactly(from.plusSeconds(3600));
    assertThat(cron.between(from, from.plusSeconds(3599), zone, 9)).isEmpty();
    assertThat(cron.between(from, from.minusSeconds(9), zone, 9)).isEqualTo(List.of());
  }
}
