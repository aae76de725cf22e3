package dev.wayfare.flow.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.step.StepTypes;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The step `page`, as it is met: shown, sent in, refused, answered, left and come back to.
class PageConversationTest {
  private static final String BOOKING =
      """
      channel: web
      start: who
      steps:
        who:
          type: page
          title: "Who are you?"
          controls:
            - {type: text_field, id: name, label: "Name", required: true}
            - {type: number, id: age, label: "Age", decimals: 0,
               check: "age >= 18", otherwise: "{{ name }}, you must be 18."}
            - {type: text_field, id: pin, label: "PIN", sensitive: true}
          progress: "100 / 3"
          next: why
        why:
          type: page
          title: "Hello {{ name }}"
          controls:
            - {type: text_field, id: reason, label: "Reason"}
            - {type: button, id: go, label: "Send"}
            - {type: button, id: later, label: "Later", look: quiet, skip_checks: true, next: bye}
            - {type: button, id: secret, label: "Free", visible: "name == 'root'", next: bye}
          next: done
        bye:
          type: page
          title: "Until later"
          controls: []
          next: why
        done:
          type: page
          title: "Done"
          back: false
          controls: []
      """;

  @Test
  void aPageIsShownAnsweredAndLeft() {
    var visitor = Visitor.of(BOOKING);
    assertThat(visitor.page().title()).isEqualTo("Who are you?");
    assertThat(visitor.page().progress()).contains(33);
    assertThat(visitor.page().back()).isFalse();
    visitor.send("name", "Ada", "age", "36", "unknown", "x", "_button", "y");
    assertThat(visitor.page().title()).isEqualTo("Hello Ada");
    assertThat(visitor.value("age")).isEqualTo(36d);
    assertThat(visitor.variable("unknown")).isEmpty();
    visitor.press("go", "reason", "Because");
    assertThat(visitor.page().title()).isEqualTo("Done");
    assertThat(visitor.page().back()).isFalse();
  }

  @Test
  void allThatIsWrongIsSaidAtOnceAndNothingIsSet() {
    var visitor = Visitor.of(BOOKING).send("name", "", "age", "old");
    assertThat(visitor.error("name")).isEqualTo("Enter an answer");
    assertThat(visitor.error("age")).isEqualTo("Enter a whole number");
    assertThat(visitor.variable("name")).isEmpty();
    assertThat(visitor.control("age").value()).isEqualTo("old");
    assertThat(visitor.page().refused()).isTrue();
  }

  @Test
  void aCheckSeesAllAnswersAndSaysItsOwnWords() {
    var visitor = Visitor.of(BOOKING).send("name", "Kid", "age", "12");
    assertThat(visitor.error("age")).isEqualTo("Kid, you must be 18.");
    assertThat(visitor.send("name", "Kid", "age", "").page().title()).isEqualTo("Hello Kid");
  }

  @Test
  void aRefusedPageCanBeSentAgainWithTheSameToken() {
    var visitor = Visitor.of(BOOKING);
    var token = visitor.page().token();
    visitor.press(Optional.empty(), token, Visitor.fields("name", ""));
    visitor.press(Optional.empty(), token, Visitor.fields("name", "Ada"));
    assertThat(visitor.page().title()).isEqualTo("Hello Ada");
  }

  @Test
  void aPageSentTwiceIsAnsweredOnceAndSaysSoOnce() {
    var visitor = Visitor.of(BOOKING);
    var token = visitor.page().token();
    var fields = Visitor.fields("name", "Ada");
    visitor.press(Optional.empty(), token, fields);
    visitor.press(Optional.empty(), token, Visitor.fields("name", "Eve", "reason", "x"));
    assertThat(visitor.page().title()).isEqualTo("Hello Ada");
    assertThat(visitor.page().notice()).contains(PageTexts.ALREADY_ANSWERED);
    assertThat(visitor.value("name")).isEqualTo("Ada");
    assertThat(visitor.send("reason", "").page().notice()).isEmpty();
  }

  @Test
  void theWayBackKeepsWhatWasTypedAndShowsEarlierAnswers() {
    var visitor = Visitor.of(BOOKING).send("name", "Ada", "age", "36", "pin", "1234");
    assertThat(visitor.page().back()).isTrue();
    visitor.press("_back", "reason", "half a sen");
    assertThat(visitor.page().title()).isEqualTo("Who are you?");
    assertThat(visitor.page().back()).isFalse();
    assertThat(visitor.control("name").value()).isEqualTo("Ada");
    assertThat(visitor.control("age").value()).isEqualTo("36");
    assertThat(visitor.control("pin").value()).isEmpty();
    assertThat(visitor.variable("reason")).isEmpty();
    visitor.send("name", "Ada L", "age", "36");
    assertThat(visitor.page().title()).isEqualTo("Hello Ada L");
    assertThat(visitor.control("reason").value()).isEqualTo("half a sen");
  }

  @Test
  void goingBackFromTheFirstPageIsOnlySendingIt() {
    var visitor = Visitor.of(BOOKING).press("_back", "name", "");
    assertThat(visitor.page().title()).isEqualTo("Who are you?");
    assertThat(visitor.error("name")).isEqualTo("Enter an answer");
  }

  @Test
  void aButtonThatSkipsChecksKeepsTheAnswersForLaterAndSetsNothing() {
    var visitor = Visitor.of(BOOKING).send("name", "Ada").press("later", "reason", "");
    assertThat(visitor.page().title()).isEqualTo("Until later");
    assertThat(visitor.variable("reason")).isEmpty();
    visitor.press("_back");
    assertThat(visitor.page().title()).isEqualTo("Hello Ada");
  }

  @Test
  void aHiddenButtonCannotBePressed() {
    var visitor = Visitor.of(BOOKING).send("name", "Ada").press("secret", "reason", "R");
    assertThat(visitor.page().title()).isEqualTo("Done");
    var root = Visitor.of(BOOKING).send("name", "root").press("secret", "reason", "R");
    assertThat(root.page().title()).isEqualTo("Until later");
  }

  @Test
  void aSensitiveAnswerIsNeverInTheTrail() {
    var visitor = Visitor.of(BOOKING).send("name", "Ada", "pin", "9731");
    assertThat(visitor.value("pin")).isEqualTo("9731");
    assertThat(visitor.trail()).contains("Ada").doesNotContain("9731");
    var refused = Visitor.of(BOOKING).send("name", "", "pin", "9731");
    assertThat(refused.trail()).doesNotContain("9731");
  }

  @Test
  void aPageWithoutAButtonGetsOneUnlessItIsTheEnd() {
    var visitor = Visitor.of(BOOKING);
    assertThat(visitor.control(Sheet.CONTINUE).label()).isEqualTo("Continue");
    visitor.send("name", "Ada").press("go", "reason", "R");
    assertThat(visitor.page().controls()).isEmpty();
    visitor.send();
    assertThat(visitor.hasPage()).isFalse();
  }

  @Test
  void whatIsHiddenIsNeitherRequiredNorSet() {
    var controls =
        """
        - {type: text_field, id: name, label: "Name", required: true, visible: "neighbour"}
        - {type: checkbox, id: neighbour, label: "Neighbour"}
        - type: form
          label: "More"
          visible: "neighbour && name != ''"
          controls:
            - {type: text_field, id: street, label: "Street", required: true}
        """;
    var visitor = Visitor.asked(controls);
    assertThat(visitor.control("name").visible()).isFalse();
    assertThat(visitor.visible(Map.of("neighbour", List.of("true"))))
        .contains("name", "neighbour")
        .doesNotContain("street");
    assertThat(visitor.visible(Visitor.fields("neighbour", "true", "name", "Bo")))
        .contains("street");
    assertThat(visitor.visible(Visitor.fields("name", "Bo"))).doesNotContain("name", "street");
    visitor.send("neighbour", "true", "name", "Bo");
    assertThat(visitor.error("street")).isEqualTo("Enter an answer");
    visitor.send("name", "Bo", "street", "Lane 1");
    assertThat(visitor.page().title()).isEqualTo("Thank you");
    assertThat(visitor.value("neighbour")).isEqualTo(false);
    assertThat(visitor.variable("name")).isEmpty();
    assertThat(visitor.variable("street")).isEmpty();
  }

  @Test
  void aCheckWaitsUntilTheAnswersItReadsAreRight() {
    var controls =
        """
        - {type: date, id: from, label: "From"}
        - {type: date, id: to, label: "To", check: "to >= from", otherwise: "Ends too early"}
        """;
    var visitor = Visitor.asked(controls).send("from", "soon", "to", "2026-12-01");
    assertThat(visitor.error("to")).isEmpty();
    visitor.send("from", "2026-12-02", "to", "2026-12-01");
    assertThat(visitor.error("to")).isEqualTo("Ends too early");
    visitor.send("from", "2026-12-01", "to", "2026-12-01");
    assertThat(visitor.value("to")).isEqualTo("2026-12-01");
  }

  @Test
  void anAnswerGoesIntoTheVariableTheBuilderNames() {
    var visitor =
        Visitor.asked("- {type: text_field, id: box, into: order, label: \"Order\"}")
            .send("box", "A1");
    assertThat(visitor.value("order")).isEqualTo("A1");
    assertThat(visitor.variable("box")).isEmpty();
  }

  @Test
  void clearingAnOptionalAnswerClearsItsVariable() {
    var visitor = Visitor.of(BOOKING).send("name", "Ada", "age", "36");
    visitor.press("_back", "reason", "").send("name", "Ada", "age", "");
    assertThat(visitor.value("age")).isEqualTo(0d);
  }

  @Test
  void tooMuchTextIsRefusedAndChangesNothing() {
    var controls =
        """
        - {type: long_text, id: a, label: "A", longest: 10000}
        - {type: choices, id: b, label: "B", options: [{value: x}]}
        """;
    var visitor = Visitor.asked(controls);
    visitor.press(
        Optional.empty(),
        visitor.page().token(),
        Map.of("a", List.of("y"), "b", Collections.nCopies(100_000, "z".repeat(1000))));
    assertThat(visitor.page().notice()).contains(PageTexts.TOO_MUCH);
    assertThat(visitor.control("a").value()).isEmpty();
    visitor.send("a", "y".repeat(1_000_000));
    assertThat(visitor.error("a")).isEqualTo("Use at most 10000 characters");
  }

  @Test
  void manyUnknownFieldsAreIgnored() {
    var fields = new HashMap<String, List<String>>();
    for (int i = 0; i < 50_000; i++) {
      fields.put("x" + i, List.of("y"));
    }
    fields.put("name", List.of("Ada", "Eve"));
    fields.put("age", List.of());
    var visitor = Visitor.of(BOOKING);
    visitor.press(Optional.of("nothing"), visitor.page().token(), fields);
    assertThat(visitor.value("name")).isEqualTo("Ada");
  }

  @Test
  void theExampleOfTheStepCanBeWalkedThrough() {
    var page = StepTypes.ALL.stream().filter(type -> type.word().equals("page")).findFirst();
    var visitor = Visitor.of(page.orElseThrow().example()).press("fix", "day", "24 Nov 2026");
    assertThat(visitor.page().controls().getFirst().attribute("markdown"))
        .isEqualTo("We come on 2026-11-24.");
    assertThat(visitor.press("_back").control("day").value()).isEqualTo("2026-11-24");
  }

  @Test
  void anExpressionThatIsNoConditionIsAProblem() {
    assertThat(
            Visitor.read(
                    Visitor.page("- {type: text_field, id: x, label: \"X\", visible: \"'yes'\"}"))
                .problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.EXPRESSION_TYPE);
  }

  @Test
  void aZeroThatWasAnsweredIsThereOnTheWayBackAndABlankStaysBlank() {
    var visitor =
        Visitor.of(
            """
            channel: web
            start: counts
            steps:
              counts:
                type: page
                title: "How many?"
                controls:
                  - {type: number, id: children, label: "Children", required: true}
                  - {type: number, id: pets, label: "Pets"}
                  - type: list
                    id: rooms
                    label: "Rooms"
                    least: 2
                    controls:
                      - {type: number, id: beds, label: "Beds"}
                next: done
              done: {type: page, title: "Thank you", controls: [{type: text, text: "Good."}]}
            """);
    visitor.send("children", "0", "rooms.0.beds", "0,0", "rooms.1.beds", "");
    assertThat(visitor.page().title()).isEqualTo("Thank you");
    visitor.press("_back");
    assertThat(visitor.control("children").value()).isEqualTo("0");
    assertThat(visitor.control("pets").value()).isEmpty();
    assertThat(visitor.control("rooms.0.beds").value()).isEqualTo("0");
    assertThat(visitor.control("rooms.1.beds").value()).isEmpty();
    visitor.send("children", "2");
    assertThat(visitor.value("children")).isEqualTo(2d);
  }
}
