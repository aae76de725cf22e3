package dev.wayfare.flow.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Schedules and opening hours that are written wrongly.
class TimeChecksTest {
  private static final String HEAD =
      """
      wayfare: 1
      name: nightly
      """;

  private static final String FLOWS =
      """
      flows:
        plain:
          start: done
          steps: {done: {type: stop}}
        talk:
          channel: text
          start: hi
          steps: {hi: {type: say, text: "Hi."}}
      """;

  private static List<Problem> reading(String more) {
    return new YamlDocuments(new CelLanguage(), StepTypes.ALL).read(HEAD + more + FLOWS).problems();
  }

  private static List<String> schedule(String fields) {
    return Checked.told(reading("triggers:\n  night: {type: schedule, " + fields + "}\n"));
  }

  @Test
  void aLineThatIsNoneIsToldWithItsPlace() {
    assertThat(schedule("cron: \"0 25 * * *\", flow: plain"))
        .singleElement()
        .asString()
        .startsWith("ERROR FIELD_WRONG triggers/night/cron:4 ")
        .contains("column 3");
    assertThat(schedule("flow: plain"))
        .anyMatch(told -> told.startsWith("ERROR FIELD_MISSING triggers/night/cron"));
  }

  @Test
  void aDayThatNeverComesIsRefused() {
    assertThat(schedule("cron: \"0 3 30 2 *\", flow: plain"))
        .singleElement()
        .asString()
        .contains("triggers/night/cron", "This never happens");
  }

  @Test
  void aZoneThatNobodyKnowsIsRefused() {
    assertThat(
            reading(
                "triggers:\n  night: {type: schedule, cron: '@daily', time_zone: Berlin, flow: plain}\n"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place().path()).isEqualTo("triggers/night/time_zone");
              assertThat(problem.wayOut()).isEqualTo("Did you mean `Europe/Berlin`?");
            });
  }

  @Test
  void aScheduleNeedsAFlowThatTalksToNobody() {
    var document =
        HEAD
            + """
            triggers:
              night: {type: schedule, cron: '@daily', flow: talk}
            """
            + FLOWS;
    assertThat(Checked.told(Checked.problems(document)))
        .anyMatch(
            told ->
                told.startsWith(
                    "ERROR FLOW_WRONG_CHANNEL triggers/night/flow:4 A schedule has no contact"));
  }

  @Test
  void inputsOfTheFlowAreCheckedAsEverywhere() {
    var document =
        HEAD
            + """
            triggers:
              night: {type: schedule, cron: '@daily', flow: needy, with: {dya: "'x'"}}
            flows:
              needy:
                start: done
                inputs: {day: {type: text, required: true}}
                steps: {done: {type: stop, result: {day: day}}}
            """;
    assertThat(Checked.told(Checked.problems(document)))
        .anyMatch(told -> told.startsWith("ERROR INPUT_MISSING triggers/night/flow"))
        .anyMatch(told -> told.startsWith("ERROR INPUT_UNKNOWN triggers/night/with/dya"));
  }

  @Test
  void hoursAreReadAndEverythingWrongIsTold() {
    var told =
        Checked.told(
            reading(
                """
                hours:
                  desk: {mon: "09:00-17:00", fri: "22:00-02:00", holidays: ["2026-12-25"], zone: Europe/Berlin}
                  shop: {mon: "17:00", holidays: ["25.12."], zone: Mars, mno: "09:00-10:00"}
                  shut: {}
                """));
    assertThat(told)
        .anyMatch(it -> it.startsWith("ERROR FIELD_WRONG hours/shop/mon:5"))
        .anyMatch(it -> it.startsWith("ERROR FIELD_WRONG hours/shop/holidays:5"))
        .anyMatch(it -> it.startsWith("ERROR FIELD_WRONG hours/shop/zone:5"))
        .anyMatch(it -> it.startsWith("ERROR FIELD_UNKNOWN hours/shop/mno:5"))
        .anyMatch(it -> it.startsWith("ERROR FIELD_WRONG hours/shut:6"))
        .noneMatch(it -> it.contains("hours/desk"));
  }

  @Test
  void hoursThatAStepNamesMustBeThere() {
    var document =
        HEAD
            + """
            hours: {desk: {mon: "09:00-17:00"}}
            triggers:
              night: {type: schedule, cron: '@daily', flow: pause}
            flows:
              pause:
                start: rest
                steps: {rest: {type: wait, for: 1h, hours: deks, next: more}, more: {type: wait, for: 1h, hours: desk}}
            """;
    assertThat(Checked.problems(document))
        .filteredOn(problem -> problem.code() == Problem.Code.HOURS_MISSING)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place().path()).isEqualTo("flows/pause/steps/rest/hours");
              assertThat(problem.wayOut()).isEqualTo("Did you mean `desk`?");
            });
  }
}
