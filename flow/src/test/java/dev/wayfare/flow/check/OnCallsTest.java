package dev.wayfare.flow.check;

import static dev.wayfare.flow.check.Checked.CLEAN;
import static dev.wayfare.flow.check.Checked.told;
import static dev.wayfare.flow.check.Checked.whileReading;
import static dev.wayfare.flow.check.Checked.withFlows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What only matters on calls.
class OnCallsTest {
  private static final String FLOW =
      """
      hotline:
        channel: voice
        start: hello
        steps:
          hello: %s
      """;

  private static List<String> step(String step) {
    return told(
        withFlows(FLOW.formatted(step)).stream()
            .filter(problem -> problem.code() != Problem.Code.CHANNEL_UNANSWERED)
            .toList());
  }

  private static List<String> reading(String step) {
    return told(whileReading(FLOW.formatted(step)));
  }

  @Test
  void aCallNeedsNoEndAndItsTextsCostNothingByLength() {
    assertThat(step("{type: say, text: \"%s\", next: hello}".formatted("word ".repeat(60))))
        .noneMatch(line -> line.contains("TEXT_LONG"));
    assertThat(step("{type: text_once, text: \"%s\"}".formatted("word ".repeat(60))))
        .anyMatch(line -> line.contains("TEXT_LONG"));
  }

  @Test
  void whatIsKeyedSecretlyGoesIntoASecret() {
    assertThat(step("{type: ask, text: PIN?, sensitive: true, into: order}"))
        .containsExactly(
            "ERROR SECRET_NEEDED flows/hotline/steps/hello/into:19 `order` takes what is keyed"
                + " secretly, and it is no secret.");
    assertThat(step("{type: ask, text: PIN?, sensitive: true, expect: number, into: order}"))
        .anyMatch(line -> line.contains("VALUE_WRONG flows/hotline/steps/hello/expect"));
    assertThat(reading("{type: ask, text: PIN?, sensitive: true, listen: speech, into: order}"))
        .anyMatch(line -> line.contains("VALUE_WRONG flows/hotline/steps/hello/listen"));
  }

  @Test
  void everyOptionOfACallHasItsKey() {
    var menu =
        "{type: menu, text: What?, options: {a: {next: hello}, b: {key: \"%s\", next: hello}}}";
    assertThat(step(menu.formatted("0"))).isEmpty();
    assertThat(step(menu.formatted("1")))
        .containsExactly(
            "WARNING OPTION_NEVER_MATCHES flows/hotline/steps/hello/options/b:19 Whatever is heard"
                + " as the option `b` is heard as `a` before.");
    assertThat(reading(menu.formatted("one")))
        .anyMatch(line -> line.contains("`one` cannot be keyed on a phone."));
  }

  @Test
  void wordsNumbersAndAddressesAreOnesThatACallCanUse() {
    assertThat(reading("{type: say, ssml: true, text: \"<p>Hi\"}"))
        .singleElement()
        .asString()
        .contains("SSML_WRONG flows/hotline/steps/hello/text:19", "`<p>` is never closed.");
    assertThat(reading("{type: say, text: Hi, language: german}"))
        .singleElement()
        .asString()
        .contains("VALUE_WRONG", "`german` is not a language.");
    assertThat(reading("{type: transfer, to: \"'0800 123'\"}"))
        .singleElement()
        .asString()
        .contains("VALUE_WRONG", "`0800 123` is not a phone number in E.164.");
    assertThat(reading("{type: transfer, to: \"1 + 1\"}"))
        .anyMatch(line -> line.contains("EXPRESSION_TYPE"));
    assertThat(reading("{type: play, url: jingle.mp3}"))
        .singleElement()
        .asString()
        .contains("VALUE_WRONG", "`jingle.mp3` is not the address of a sound.");
    assertThat(reading("{type: wait, for: 1m, when: \"order != ''\"}"))
        .singleElement()
        .asString()
        .contains("VALUE_WRONG flows/hotline/steps/hello/when");
  }

  @Test
  void flowsOfCallsBeginWhereSomebodyIsOnTheLine() {
    assertThat(step("{type: start, flow: hotline}"))
        .anyMatch(line -> line.contains("A call cannot begin another call"));
    assertThat(step("{type: start, flow: helper, unanswered: hotline, hung_up: helper}"))
        .singleElement()
        .asString()
        .contains(
            "FLOW_WRONG_CHANNEL flows/hotline/steps/hello/unanswered", "Nobody is on the line");
    assertThat(step("{type: timer, name: later, after: 1h, flow: hotline}"))
        .anyMatch(line -> line.contains("Nobody is on the line"));
    var data =
        FLOW.formatted("{type: hang_up}")
            + """
            later:
              start: call
              steps:
                call: {type: start, flow: hotline, unanswered: helper, machine: hang_up}
            """;
    assertThat(withFlows(data)).noneMatch(problem -> problem.severity() == Severity.ERROR);
  }

  @Test
  void theFlowsOfACallTriggerAreOfTheirChannels() {
    var app = CLEAN + FLOW.formatted("{type: hang_up}").indent(2);
    var trigger = "triggers:\n  called: {type: call, flow: %s, hung_up: %s}\n";
    assertThat(Checked.problems(app.replace("triggers:\n", trigger.formatted("hotline", "helper"))))
        .noneMatch(problem -> problem.severity() == Severity.ERROR);
    assertThat(
            told(
                Checked.problems(
                    app.replace("triggers:\n", trigger.formatted("helper", "hotline")))))
        .filteredOn(line -> line.startsWith("ERROR"))
        .satisfiesExactly(
            first -> assertThat(first).contains("FLOW_WRONG_CHANNEL triggers/called/flow"),
            second -> assertThat(second).contains("FLOW_WRONG_CHANNEL triggers/called/hung_up"));
  }
}
