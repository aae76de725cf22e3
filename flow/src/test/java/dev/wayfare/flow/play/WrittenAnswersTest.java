package dev.wayfare.flow.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Contact;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How people answer by text, and what that chooses.
class WrittenAnswersTest {

  private static Object answered(String step, String body) {
    var source =
        """
        wayfare: 1
        name: answers
        variables: {heard: any}
        triggers: {texted: {type: text, flow: desk}}
        flows:
          desk:
            channel: text
            start: first
            steps:
              first: %s
              done: {type: ask, text: Done?, into: done}
        """
            .formatted(step);
    var reading = new YamlDocuments(new CelLanguage(), StepTypes.ALL).read(source);
    assertThat(reading.problems()).isEmpty();
    var play =
        new Rehearsal(
            reading.app().orElseThrow(),
            Map.of(),
            Contact.byPhone("+12025550142"),
            Instant.parse("2026-11-23T09:30:00Z"));
    play.text("hi");
    play.text(body);
    return play.journey().variables().getOrDefault("heard", "nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yes                         | change
          Yes please                  | change
          yes, another day            | change
          YES!                        | change
          change it to Monday         | change
          1                           | change
          no thanks                   | keep
          No. Thank you               | keep
          no change                   | keep
          another day would be better | other
          another would be better     | nothing
          Just tomorrow please        | label
          y                           | change
          y not                       | nothing
          1 or 2?                     | nothing
          2 days later                | nothing
          I do not want to change     | nothing
          nothing                     | nothing
          yesterday                   | nothing
          ?                           | nothing
          """)
  void aMenuTakesWhatBeginsWithOneOfItsWords(String body, String option) {
    var menu =
        """
        {type: menu, text: "Another day?", into: heard, otherwise: "Please answer yes or no.", options: {\
        change: {match: ["yes", "y", change, "1"], next: done}, \
        keep: {match: ["no", "n", keep, "2"], next: done}, \
        other: {match: [another day], next: done}, \
        label: {label: Just tomorrow, key: "7", next: done}}}""";
    assertThat(answered(menu, body)).isEqualTo(option);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yes                 | true
          Sure, why not       | true
          ok                  | true
          Yes please!         | true
          nope, all good      | false
          no thank you        | false
          n                   | false
          ok, no              | nothing
          yes and no          | nothing
          not sure            | nothing
          of course           | nothing
          y or n              | nothing
          """)
  void yesAndNoMayGoOn(String body, String value) {
    assertThat(answered("{type: ask, text: Well?, expect: yes_no, into: heard, next: done}", body))
        .hasToString(value);
  }
}
