package dev.wayfare.flow.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Europe/Berlin",
    "' america/new_york ', America/New_York",
    "UTC, UTC",
    "Australia/LORD_HOWE, Australia/Lord_Howe",
    "etc/gmt+5, Etc/GMT+5"
  })
  void aZoneIsKnownByItsNameInAnyCase(String name, String id) {
    assertThat(Zones.of(name)).contains(ZoneId.of(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+02:00", "UTC+2", "Europe/Berln", "Berlin", "\u0000", "../etc/passwd"})
  void whatIsNoNameIsNoZone(String name) {
    assertThat(Zones.of(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berln, Europe/Berlin",
    "berlin, Europe/Berlin",
    "New York, America/New_York",
    "US/New_York, America/New_York",
    "America/NewYork, America/New_York",
    "Europe/Tokyo, Asia/Tokyo",
    "Buenos Aires, America/Buenos_Aires"
  })
  void theLikelyNameIsTheWayOut(String name, String meant) {
    assertThat(Zones.wayOut(name)).isEqualTo("Did you mean `" + meant + "`?");
  }

  @Test
  void whatIsLikeNothingGetsAnExample() {
    assertThat(Zones.wrong("zone", "+02:00"))
        .isEqualTo(
            new Wrong(
                "zone",
                1,
                "Expected a time zone like `Europe/Berlin`, found `+02:00`.",
                "Write the name of the zone, like `Europe/Berlin` or `America/New_York`."));
  }
}
