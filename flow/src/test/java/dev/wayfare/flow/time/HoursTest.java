package dev.wayfare.flow.time;

import static dev.wayfare.flow.time.Lines.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  private static Hours hours(Map<String, ?> fields) {
    return ((Hours.Reading.Fits) Hours.read(fields)).hours();
  }

  private final Hours desk =
      hours(
          Map.of(
              "mon", "09:00-12:00, 13:00-17:30",
              "fri", "22:00-02:00",
              "holidays", List.of("2026-12-25", "2026-12-28")));

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:59:59.999, false",
    "2026-11-23T09:00, true",
    "2026-11-23T11:59:59.999, true",
    "2026-11-23T12:00, false",
    "2026-11-23T13:00, true",
    "2026-11-23T17:30, false",
    "2026-11-24T10:00, false",
    "2026-11-27T21:59, false",
    "2026-11-27T23:00, true",
    "2026-11-28T01:59, true",
    "2026-11-28T02:00, false",
    "2026-11-28T23:00, false",
    "2026-12-25T23:00, false",
    "2026-12-26T01:00, false",
    "2026-12-28T10:00, false"
  })
  void openIsWhatTheWallSays(String local, boolean open) {
    for (var zone : List.of(BERLIN, NEW_YORK, KOLKATA)) {
      var moment = LocalDateTime.parse(local).atZone(zone).toInstant();
      assertThat(desk.open(moment, zone)).as("%s in %s", local, zone).isEqualTo(open);
    }
  }

  @Test
  void theNextOpeningIsNowWhenItIsOpen() {
    var now = at("2026-11-23T10:07:31.5+01:00");
    assertThat(desk.nextOpen(now, BERLIN)).contains(now);
    assertThat(desk.keepWithin(now, BERLIN)).isEqualTo(now);
  }

  @Test
  void theNextOpeningPassesLunchNightsAndHolidays() {
    assertThat(desk.nextOpen(at("2026-11-23T12:10+01:00"), BERLIN))
        .contains(at("2026-11-23T13:00+01:00"));
    assertThat(desk.nextOpen(at("2026-11-23T17:30+01:00"), BERLIN))
        .contains(at("2026-11-27T22:00+01:00"));
    assertThat(desk.nextOpen(at("2026-12-21T18:00+01:00"), BERLIN))
        .contains(at("2027-01-01T22:00+01:00"));
  }

  @Test
  void theHoursAreThoseOfTheContact() {
    var noonInBerlin = at("2026-11-23T11:00+01:00");
    assertThat(desk.open(noonInBerlin, BERLIN)).isTrue();
    assertThat(desk.open(noonInBerlin, NEW_YORK)).isFalse();
    assertThat(desk.keepWithin(noonInBerlin, NEW_YORK)).isEqualTo(at("2026-11-23T09:00-05:00"));
  }

  @Test
  void aZoneOfItsOwnCountsForEverybody() {
    var office = hours(Map.of("mon", "09:00-17:00", "zone", "europe/berlin"));
    assertThat(office.zone()).contains(BERLIN);
    assertThat(office.open(at("2026-11-23T09:30+01:00"), NEW_YORK)).isTrue();
    assertThat(office.nextOpen(at("2026-11-23T00:00+01:00"), KOLKATA))
        .contains(at("2026-11-23T09:00+01:00"));
  }

  @Test
  void anOpeningThatDoesNotExistIsAtTheEndOfTheGap() {
    var night = hours(Map.of("sun", "02:15-04:00"));
    assertThat(night.nextOpen(at("2026-03-29T00:00+01:00"), BERLIN))
        .contains(at("2026-03-29T03:00+02:00"));
    assertThat(night.nextOpen(at("2026-10-04T00:00+10:30"), ZoneId.of("Australia/Lord_Howe")))
        .contains(at("2026-10-04T02:30+11:00"));
  }

  @Test
  void aSpanThatDoesNotExistWaitsAWeek() {
    var night = hours(Map.of("sun", "02:15-02:45"));
    assertThat(night.nextOpen(at("2026-03-08T00:00-05:00"), NEW_YORK))
        .contains(at("2026-03-15T02:15-04:00"));
  }

  @Test
  void anHourThatComesTwiceIsOpenTwice() {
    var night = hours(Map.of("sun", "01:00-02:30"));
    assertThat(night.open(at("2026-10-25T02:20+02:00"), BERLIN)).isTrue();
    assertThat(night.open(at("2026-10-25T02:40+02:00"), BERLIN)).isFalse();
    assertThat(night.open(at("2026-10-25T02:20+01:00"), BERLIN)).isTrue();
    assertThat(night.nextOpen(at("2026-10-25T02:40+02:00"), BERLIN))
        .contains(at("2026-10-25T02:00+01:00"));
  }

  @Test
  void aLeapDayAndATurnOfTheYearAreDaysLikeOthers() {
    var all = hours(Map.of("tue", "00:00-24:00", "thu", "18:00-06:00"));
    assertThat(all.open(at("2028-02-29T23:59+05:30"), KOLKATA)).isTrue();
    assertThat(all.open(at("2028-03-01T00:00+05:30"), KOLKATA)).isFalse();
    assertThat(all.open(at("2027-01-01T03:00+05:30"), KOLKATA)).isTrue();
    assertThat(all.nextOpen(at("2026-12-31T12:00+05:30"), KOLKATA))
        .contains(at("2026-12-31T18:00+05:30"));
  }

  @Test
  void aYearOfHolidaysHasNoOpeningAndAWishIsKeptUntilTheyAreOver() {
    var first = LocalDate.parse("2026-11-23");
    var holidays = IntStream.range(0, 60).mapToObj(first::plusWeeks);
    var closed =
        hours(Map.of("mon", "09:00-17:00", "holidays", holidays.map(d -> "" + d).toList()));
    var wanted = Instant.parse("2026-11-23T10:00:00Z");
    assertThat(closed.nextOpen(wanted, KOLKATA)).isEmpty();
    assertThat(closed.keepWithin(wanted, KOLKATA)).isEqualTo(at("2028-01-17T09:00+05:30"));
  }
}
