package dev.wayfare.flow.time;

import static dev.wayfare.flow.time.Lines.cron;
import static dev.wayfare.flow.time.Lines.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          60 2 * * *       | 1  | In the field for the minute, column 1: expected a number from 0 to 59, found `60`.
          30 24 * * *      | 4  | In the field for the hour, column 4: expected a number from 0 to 23, found `24`.
          0 2 0 * *        | 5  | In the field for the day of month, column 5: expected a number from 1 to 31, found `0`.
          0 2 * jany *     | 7  | In the field for the month, column 7: expected a number from 1 to 12, or jan to dec, found `jany`.
          0 2 * * mon-frx  | 13 | In the field for the day of week, column 13: expected a number from 0 to 7, or sun to sat, found `frx`.
          0 2 L * *        | 5  | In the field for the day of month, column 5: expected a number from 1 to 31, found `l`.
          0 2 ? * *        | 5  | In the field for the day of month, column 5: expected a number from 1 to 31, found `?`.
          1,,2 2 * * *     | 3  | In the field for the minute, column 3: expected a number from 0 to 59, found nothing.
          5- 2 * * *       | 3  | In the field for the minute, column 3: expected a number from 0 to 59, found nothing.
          -5 2 * * *       | 1  | In the field for the minute, column 1: expected a number from 0 to 59, found `-5`.
          */0 2 * * *      | 3  | In the field for the minute, column 3: expected a step from 1 to 59, found `0`.
          */60 2 * * *     | 3  | In the field for the minute, column 3: expected a step from 1 to 59, found `60`.
          1-9/x 2 * * *    | 5  | In the field for the minute, column 5: expected a step from 1 to 59, found `x`.
          5/15 2 * * *     | 1  | In the field for the minute, column 1: expected a range or `*` before a step, found `5/15`.
          0 22-2 * * *     | 3  | In the field for the hour, column 3: expected a range that goes up, found `22-2`.
          0 2 * * fri-mon  | 9  | In the field for the day of week, column 9: expected a range that goes up, found `fri-mon`.
          30 2 30 2 *      | 6  | This never happens: February has no day 30.
          0 0 31 4,6 *     | 5  | This never happens: April or June has no day 31.
          0 30 2 * * *     | 1  | Expected five fields (minute, hour, day of month, month, day of week), found 6.
          30 2 * *         | 1  | Expected five fields (minute, hour, day of month, month, day of week), found 4.
          """)
  void aWrongLineSaysWhereAndWhat(String line, int column, String text) {
    assertThat(refused(line))
        .singleElement()
        .satisfies(
            wrong -> {
              assertThat(wrong.text()).isEqualTo(text);
              assertThat(wrong.column()).isEqualTo(column);
              assertThat(wrong.wayOut()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5/15 2 * * *     | Write `5-59/15`.
          0 22-2 * * *     | Write it in two: `22-23,0-2`.
          0 2 * * fri-mon  | Write it in two: `fri-sat,sun-mon`.
          0 2 ? * *        | Write `*`.
          0 2 * * monday   | Write `mon`.
          0 2 * * thx      | Did you mean `thu`?
          @dayly           | Did you mean `@daily`?
          0 30 2 * * *     | Leave out seconds and years: `30 2 * * mon-fri` is 02:30, Monday to Friday.
          """)
  void theWayOutNamesWhatToWrite(String line, String wayOut) {
    assertThat(refused(line)).extracting(Wrong::wayOut).containsExactly(wayOut);
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertThat(refused("  99 */0 x * foo,8 "))
        .extracting(Wrong::column)
        .containsExactly(3, 8, 10, 14, 18);
  }

  @Test
  void anUnknownShorthandIsRefusedWithTheKnownOnes() {
    assertThat(refused(" @reboot"))
        .containsExactly(
            new Wrong(
                "",
                2,
                "Expected one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, found"
                    + " `@reboot`.",
                "Known here: `@hourly`, `@daily`, `@midnight`, `@weekly`, `@monthly`, `@yearly`."));
  }

  @Test
  void nothingAndFarTooMuchAreRefused() {
    assertThat(refused("   ").getFirst().text()).endsWith("found 0.");
    assertThat(refused("1,".repeat(150) + "1 * * * *").getFirst().text())
        .isEqualTo("Expected a cron line of at most 200 characters, found 309.");
  }

  @Test
  void aProblemStandsWhereTheFieldDoes() {
    var place = new Place("triggers/nightly/cron", 7, 12);
    assertThat(refused("x 2 * * *").getFirst().problem(place))
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(Problem.Code.FIELD_WRONG);
              assertThat(problem.place()).isEqualTo(place);
            });
  }

  @Test
  void theSameLineIsTheSameScheduleHoweverItIsSpaced() {
    assertThat(cron("  */15\t8-18  * * MON-Fri "))
        .isEqualTo(cron("*/15 8-18 * * mon-fri"))
        .hasSameHashCodeAs(cron("*/15 8-18 * * mon-fri"))
        .hasToString("*/15 8-18 * * mon-fri")
        .isNotEqualTo(cron("*/15 8-18 * * mon-sat"));
    assertThat(cron("@Daily").text()).isEqualTo("@daily");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30 2 * * mon-fri     | at 02:30, Monday to Friday
          30 2 * * *           | at 02:30 every day
          0 8,12,18 * * *      | at 08:00, 12:00 and 18:00 every day
          0 9 * * 1,3          | at 09:00 on Monday and Wednesday
          0 9 * * sat-sun      | at 09:00 on Saturday and Sunday
          0 9 * * 5-7          | at 09:00, Friday to Sunday
          0 9 * * 7            | at 09:00 on Sunday
          0 9 * dec mon        | at 09:00 on Monday in December
          0 9 * 6-8 *          | at 09:00, every day from June to August
          0 9 1,15 * *         | at 09:00 on the 1st and 15th of the month
          0 9 25 12 *          | at 09:00 on the 25th of December
          0 9 1-7,11,22,23 * * | at 09:00 on the 1st to 7th, 11th, 22nd and 23rd of the month
          0 9 13 * fri         | at 09:00 on the 13th of the month and also on Friday
          0 9 13 * mon-fri     | at 09:00 on the 13th of the month and also Monday to Friday
          0 9 */2 * mon,fri    | at 09:00 on every 2nd day from the 1st of the month that is a Monday or Friday
          0 9 */2 * *          | at 09:00 on every 2nd day from the 1st of the month
          0 9 1-31 * mon       | at 09:00 every day
          * * * * *            | every minute
          * 8-9 * * *          | every minute from 08:00 to 09:59
          */15 * * * *         | every 15 minutes
          */15 8-18 * * mon-fri | every 15 minutes from 08:00 to 18:45, Monday to Friday
          */20 */2 * * *       | every 20 minutes of every 2nd hour
          */20 8,10,12 * * *   | every 20 minutes in the hours 8, 10 and 12
          */45 * * * *         | at 0 and 45 minutes past every hour
          0 * * * *            | every hour
          1 * * * *            | at 1 minute past every hour
          0 */2 * * *          | every 2 hours
          5 */2 * * *          | at 5 minutes past every 2nd hour
          30 8-18 * * *        | every hour from 08:30 to 18:30
          5,10,15 8,10,12 * * * | at 5, 10 and 15 minutes past the hours 8, 10 and 12
          0 */9 * * *          | at 00:00, 09:00 and 18:00 every day
          @hourly              | every hour
          @daily               | at 00:00 every day
          @midnight            | at 00:00 every day
          @weekly              | at 00:00 on Sunday
          @monthly             | at 00:00 on the 1st of the month
          @yearly              | at 00:00 on the 1st of January
          """)
  void aLineIsSaidInPlainWords(String line, String words) {
    assertThat(cron(line).words(Locale.ENGLISH)).isEqualTo(words);
  }
}
