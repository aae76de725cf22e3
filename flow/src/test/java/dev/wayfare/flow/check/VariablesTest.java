package dev.wayfare.flow.check;

import static dev.wayfare.flow.check.Checked.told;
import static dev.wayfare.flow.check.Checked.withFlows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Problem;
import org.junit.jupiter.api.Test;

/// What is set, read and given.
class VariablesTest {
  private static final String ONE =
      """
      other:
        channel: text
        start: hello
        variables:
          %s
        steps:
          hello: {type: say, text: "Hello {{ order }} {{ %s }}"}
      """;

  @Test
  void aVariableThatIsReadIsSet() {
    assertThat(told(withFlows(ONE.formatted("day: {type: date}", "day"))))
        .containsExactly(
            "WARNING VARIABLE_NEVER_SET flows/other/steps/hello/text:21 `day` is read here, but"
                + " nothing ever sets it.");
    assertThat(told(withFlows(ONE.formatted("day: {type: date, default: 2026-11-23}", "day"))))
        .isEmpty();
  }

  @Test
  void aVariableOfTheAppMayBeSetInAnyFlow() {
    var never =
        Checked.CLEAN.replace(
            "  order: {type: text}", "  order: {type: text}\n  day: {type: date}");
    assertThat(told(Checked.problems(never.replace("{{ order }}", "{{ order }} {{ day }}"))))
        .containsExactly(
            "WARNING VARIABLE_NEVER_SET flows/helper/steps/thanks/text:15 `day` is read here, but"
                + " nothing ever sets it.");
  }

  @Test
  void aVariableThatIsDeclaredIsRead() {
    assertThat(told(withFlows(ONE.formatted("day: {type: date}", "1"))))
        .containsExactly("HINT VARIABLE_UNUSED flows/other/variables/day:19 Nothing reads `day`.");
  }

  @Test
  void aVariableHidesNone() {
    assertThat(told(withFlows(ONE.formatted("order: {type: text, default: x}", "1"))))
        .containsExactly(
            "WARNING VARIABLE_SHADOWED flows/other/variables/order:19 `order` of the flow `other`"
                + " hides the app's variable of this name.");
  }

  private static final String RUN =
      """
      find:
        inputs:
          number: {type: text, required: true}
          year: {type: number, default: 2026}
        start: note
        steps:
          note: {type: log, level: info, code: found, message: "{{ number }} {{ year }}"}
      other:
        channel: text
        start: look
        steps:
          look: {type: run, flow: find, with: %s, next: later}
          later: {type: timer, name: t, after: 1h, flow: %s}
      """;

  @Test
  void aFlowIsGivenTheInputsItNeeds() {
    assertThat(told(withFlows(RUN.formatted("{number: order}", "helper")))).isEmpty();
    var problems = withFlows(RUN.formatted("{yaer: 1}", "find"));
    assertThat(told(problems))
        .containsExactly(
            "ERROR INPUT_MISSING flows/other/steps/look/flow:26 The flow `find` needs the input"
                + " `number`, and it is not given.",
            "ERROR INPUT_UNKNOWN flows/other/steps/look/with/yaer:26 The flow `find` has no input"
                + " `yaer`.",
            "ERROR INPUT_MISSING flows/other/steps/later/flow:27 The flow `find` needs the input"
                + " `number`, and it is not given.");
    assertThat(problems).extracting(Problem::wayOut).contains("Did you mean `year`?");
  }

  private static final String INTO =
      """
      other:
        channel: %s
        start: ask
        variables: {kept: {type: %s}}
        steps:
          ask: %s
          tell: {type: log, message: "{{ kept }}"}
      """;

  private static String unfit(String channel, String type, String step) {
    return Checked.whileReading(INTO.formatted(channel, type, step)).stream()
        .filter(problem -> problem.code() == Problem.Code.VARIABLE_TYPE)
        .map(problem -> problem.place().path() + " " + problem.text())
        .findFirst()
        .orElse("");
  }

  private static String page(String control) {
    return "{type: page, title: A, next: tell, controls: [{%s, id: c, label: C, into: kept}]}"
        .formatted(control);
  }

  @Test
  void theVariableFitsTheControlThatFillsIt() {
    assertThat(unfit("web", "number", page("type: date")))
        .isEqualTo(
            "flows/other/steps/ask/controls/0/into `kept` is of type number, and what comes here is"
                + " of type date.");
    assertThat(unfit("web", "date", page("type: text_field"))).contains("is of type date");
    assertThat(unfit("web", "file", page("type: file"))).contains("of type list");
    assertThat(unfit("web", "date", page("type: date"))).isEmpty();
    assertThat(unfit("web", "text", page("type: date"))).isEmpty();
    assertThat(unfit("web", "object", page("type: signature"))).isEmpty();
    assertThat(unfit("web", "any", page("type: checkbox"))).isEmpty();
  }

  @Test
  void theVariableFitsTheAnswerThatIsExpected() {
    var ask = "{type: ask, text: A, into: kept, next: tell%s}";
    assertThat(unfit("text", "number", ask.formatted(""))).contains("of type text");
    assertThat(unfit("text", "number", ask.formatted(", expect: number"))).isEmpty();
    assertThat(unfit("text", "text", ask.formatted(", expect: yes_no")))
        .contains("of type boolean");
    assertThat(
            unfit(
                "text",
                "number",
                "{type: menu, text: A, into: kept, options: {a: {match: [a], next: tell}}}"))
        .contains("of type text");
    assertThat(unfit("text", "text", "{type: run, flow: helper, into: kept, next: tell}"))
        .contains("of type object");
  }

  @Test
  void aFlowIsGivenInputsOfTheirTypes() {
    assertThat(told(Checked.whileReading(RUN.formatted("{number: 7}", "helper"))))
        .containsExactly(
            "ERROR EXPRESSION_TYPE flows/other/steps/look/with/number:26 Found a number; a text was"
                + " expected.");
  }
}
