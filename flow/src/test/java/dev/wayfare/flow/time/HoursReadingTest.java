package dev.wayfare.flow.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Place;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursReadingTest {
  private static Hours hours(Map<String, ?> fields) {
    return ((Hours.Reading.Fits) Hours.read(fields)).hours();
  }

  private static List<Wrong> refused(Map<String, ?> fields) {
    return ((Hours.Reading.Refused) Hours.read(fields)).wrongs();
  }

  @Test
  void theCanonicalFormIsTheSameHoweverItWasWritten() {
    var written = new LinkedHashMap<String, Object>();
    written.put("zone", "america/new_york");
    written.put("holidays", List.of("2027-01-01", " 2026-12-25", "2027-01-01"));
    written.put("sun", "22:00-00:00");
    written.put("mon", " 13:00 – 17:30,9:00-12:00 ");
    written.put("fri", "22:00-2:00");
    var canonical = new LinkedHashMap<String, Object>();
    canonical.put("mon", "09:00-12:00, 13:00-17:30");
    canonical.put("fri", "22:00-02:00");
    canonical.put("sun", "22:00-24:00");
    canonical.put("holidays", List.of("2026-12-25", "2027-01-01"));
    canonical.put("zone", "America/New_York");

    var read = hours(written);
    assertThat(read.canonical()).isEqualTo(canonical);
    assertThat(read.canonical().keySet()).containsExactlyElementsOf(canonical.keySet());
    assertThat(hours(read.canonical()))
        .isEqualTo(read)
        .hasSameHashCodeAs(read)
        .isNotEqualTo(hours(Map.of("mon", "09:00-12:00")));
    assertThat(hours(Map.of("mon", "09:00-12:00"))).hasToString("{mon=09:00-12:00}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9-17                     | 1  | Column 1: expected a time from 00:00 to 24:00, found `9`.
          09:00-24:01              | 7  | Column 7: expected a time from 00:00 to 24:00, found `24:01`.
          09:00-12:60              | 7  | Column 7: expected a time from 00:00 to 24:00, found `12:60`.
          09:00-12:00, 13:00       | 14 | Column 14: expected opening hours like `09:00-17:30`, found `13:00`.
          09:00-12:00,             | 13 | Column 13: expected opening hours like `09:00-17:30`, found nothing.
          closed                   | 1  | Column 1: expected opening hours like `09:00-17:30`, found `closed`.
          09:00-09:00              | 1  | Column 1: expected a time of some length, found `09:00-09:00`.
          24:00-02:00              | 1  | Column 1: expected a time of some length, found `24:00-02:00`.
          09:00-12:00, 11:00-14:00 | 14 | Column 14: 11:00-14:00 overlaps with 09:00-12:00.
          22:00-03:00,23:00-24:00  | 13 | Column 13: 23:00-24:00 overlaps with 22:00-03:00.
          """)
  void aWrongDaySaysWhereAndWhat(String text, int column, String told) {
    assertThat(refused(Map.of("mon", text)))
        .filteredOn(wrong -> wrong.text().equals(told))
        .singleElement()
        .satisfies(
            wrong -> {
              assertThat(wrong.at()).isEqualTo("mon");
              assertThat(wrong.column()).isEqualTo(column);
              assertThat(wrong.wayOut()).isNotBlank();
            });
  }

  @Test
  void everythingWrongIsToldAtOnceWithItsPlace() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("mon", "");
    fields.put("monday", "09:00-17:00");
    fields.put("holliday", List.of());
    fields.put("tue", List.of("09:00-17:00"));
    fields.put("wed", 9.0);
    fields.put("holidays", List.of("2026-12-25", "25.12.2026", "2026-02-29", 2026.0));
    fields.put("zone", "Europe/Berln");
    var wrongs = refused(fields);
    assertThat(wrongs)
        .extracting(Wrong::at)
        .containsExactly(
            "mon", "", "", "tue", "wed", "holidays/1", "holidays/2", "holidays/3", "zone");
    assertThat(wrongs)
        .extracting(Wrong::text)
        .containsExactly(
            "Expected opening hours like `09:00-12:00, 13:00-17:30`, found nothing.",
            "Expected a day (mon to sun), holidays or zone, found `monday`.",
            "Expected a day (mon to sun), holidays or zone, found `holliday`.",
            "Expected opening hours like `09:00-12:00, 13:00-17:30`, found a list.",
            "Expected opening hours like `09:00-12:00, 13:00-17:30`, found `9.0`.",
            "Expected a date like 2026-12-25, found `25.12.2026`.",
            "Expected a date like 2026-12-25, found `2026-02-29`.",
            "Expected a date like 2026-12-25, found `2026.0`.",
            "Expected a time zone like `Europe/Berlin`, found `Europe/Berln`.");
    assertThat(wrongs.get(1).wayOut()).isEqualTo("Write `mon`.");
    assertThat(wrongs.get(2).wayOut()).isEqualTo("Did you mean `holidays`?");
    assertThat(wrongs.getLast().wayOut()).isEqualTo("Did you mean `Europe/Berlin`?");
    assertThat(wrongs.get(5).problem(new Place("hours", 3, 4)).place())
        .isEqualTo(new Place("hours/holidays/1", 3, 4));
  }

  @Test
  void aCalendarThatNeverOpensIsRefused() {
    assertThat(refused(Map.of()))
        .containsExactly(
            new Wrong(
                "",
                1,
                "Expected opening hours on one day at least, found none.",
                "Write a day, like `mon: \"09:00-17:00\"`."));
  }

  @Test
  void holidaysAreAListOfBoundedLength() {
    assertThat(refused(Map.of("mon", "09:00-17:00", "holidays", "2026-12-25")))
        .extracting(Wrong::text)
        .containsExactly("Expected a list of dates, found `2026-12-25`.");
    var many = IntStream.range(0, 1001).mapToObj(i -> "" + LocalDate.EPOCH.plusDays(i)).toList();
    assertThat(refused(Map.of("mon", "09:00-17:00", "holidays", many)))
        .extracting(Wrong::text)
        .containsExactly("Expected at most 1000 dates, found 1001.");
    assertThat(hours(Map.of("mon", "09:00-17:00", "holidays", many.subList(0, 1000))).canonical())
        .containsEntry("holidays", many.subList(0, 1000));
  }

  @Test
  void aZoneThatIsNoTextIsRefused() {
    assertThat(refused(Map.of("mon", "09:00-17:00", "zone", 2.0)))
        .extracting(Wrong::text)
        .containsExactly("Expected a time zone like `Europe/Berlin`, found `2.0`.");
  }
}
