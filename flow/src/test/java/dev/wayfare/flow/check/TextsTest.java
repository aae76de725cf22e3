package dev.wayfare.flow.check;

import static dev.wayfare.flow.check.Checked.told;
import static dev.wayfare.flow.check.Checked.withFlows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is said and heard, and how a journey begins.
class TextsTest {
  private static final String MENU =
      """
      other:
        channel: text
        start: offer
        steps:
          offer:
            type: menu
            text: "Change it?"
            options:
              change: {match: [yes, "1"], next: done}
              keep: %s
          done: {type: say, text: "Done"}
      """;

  @Test
  void everyOptionCanBeChosen() {
    assertThat(told(withFlows(MENU.formatted("{match: [no]}")))).isEmpty();
    assertThat(told(withFlows(MENU.formatted("{match: ['Yes!', ' 1 ']}"))))
        .containsExactly(
            "WARNING OPTION_NEVER_MATCHES flows/other/steps/offer/options/keep:24 Whatever is heard"
                + " as the option `keep` is heard as `change` before.");
    assertThat(told(withFlows(MENU.formatted("{match: []}"))))
        .containsExactly(
            "WARNING OPTION_NEVER_MATCHES flows/other/steps/offer/options/keep:24 Nothing is heard"
                + " as the option `keep`.");
    assertThat(told(withFlows(MENU.formatted("{label: Keep it}")))).isEmpty();
  }

  @Test
  void aWordThatCarriersTakeForThemselvesIsNoAnswer() {
    assertThat(told(withFlows(MENU.formatted("{match: ['Cancel!', no]}"))))
        .containsExactly(
            "WARNING WORD_TAKEN flows/other/steps/offer/options/keep/match/0:24 Whoever texts"
                + " `Cancel!` to choose `keep` asks for no more texts: the app never hears it.");
    var help = withFlows(MENU.formatted("{label: Help}"));
    assertThat(told(help))
        .containsExactly(
            "WARNING WORD_TAKEN flows/other/steps/offer/options/keep/label:24 Whoever texts `Help`"
                + " to choose `keep` is told how to stop: the app never hears it.");
    assertThat(help)
        .extracting(Problem::wayOut)
        .containsExactly("Use another word for it, and in labels more than this one word.");
    assertThat(told(withFlows(MENU.formatted("{label: Cancel my visit, match: [start, yes]}"))))
        .noneMatch(it -> it.contains("WORD_TAKEN"));
  }

  @Test
  void aPhotoIsAskedForByTextAndNotOnACall() {
    var ask =
        """
        other:
          channel: %s
          start: which
          variables: {photo: file}
          steps:
            which: {type: ask, text: "A photo, please.", expect: photo, into: photo, next: thanks}
            thanks: {type: say, text: "{{ photo.name }}"}
        """;
    assertThat(told(withFlows(ask.formatted("text")))).isEmpty();
    assertThat(told(withFlows(ask.formatted("voice"))))
        .anyMatch(
            it ->
                it.startsWith("ERROR VALUE_WRONG flows/other/steps/which/expect")
                    && it.endsWith("`expect` wants a photo or file, and a call carries none."));
  }

  private static final String SAY =
      """
      other:
        channel: text
        start: hello
        steps:
          hello: {type: say, text: "%s"}
      """;

  @Test
  void aTextThatIsLongerThanOneSmsIsHinted() {
    assertThat(told(withFlows(SAY.formatted("a".repeat(160))))).isEmpty();
    assertThat(told(withFlows(SAY.formatted("a".repeat(160) + "{{ order }}")))).isEmpty();
    assertThat(told(withFlows(SAY.formatted("a".repeat(161)))))
        .containsExactly(
            "HINT TEXT_LONG flows/other/steps/hello/text:19 This text is sent as 2 SMS.");
    var forced = withFlows(SAY.formatted("a".repeat(70) + "😀{{ order }}"));
    assertThat(told(forced))
        .containsExactly(
            "HINT TEXT_LONG flows/other/steps/hello/text:19 This text is sent as 2 SMS or more,"
                + " because `😀` leaves room for only 70 characters in one.");
    assertThat(forced)
        .extracting(Problem::wayOut)
        .containsExactly("Write it without `😀`, or shorter.");
  }

  @Test
  void segmentsAreCountedAsCarriersCountThem() {
    assertThat(Segments.of("")).isEqualTo(new Segments(1, 0, Optional.empty()));
    assertThat(Segments.of("€".repeat(80))).isEqualTo(new Segments(1, 160, Optional.empty()));
    assertThat(Segments.of("€".repeat(81))).isEqualTo(new Segments(2, 162, Optional.empty()));
    assertThat(Segments.of("a".repeat(306)).count()).isEqualTo(2);
    assertThat(Segments.of("a".repeat(307)).count()).isEqualTo(3);
    assertThat(Segments.of("ł".repeat(70))).isEqualTo(new Segments(1, 70, Optional.of("ł")));
    assertThat(Segments.of("😀".repeat(36)).count()).isEqualTo(2);
    assertThat(Segments.of("😀".repeat(67)).count()).as("none is cut in two").isEqualTo(3);
  }

  @Test
  void somethingStartsAJourney() {
    var document = Checked.CLEAN.replaceAll("(?m)^triggers:\\n.*\\n", "");
    assertThat(told(Checked.problems(document)))
        .containsExactly(
            "WARNING TRIGGER_MISSING triggers:1 Nothing can start a journey in this app.");
  }

  @Test
  void anAppAnswersForItselfOnEveryChannel() {
    var document = Checked.CLEAN.replaceAll("(?m)^answers:.*$", "answers: {web: \"Later.\"}");
    assertThat(told(Checked.problems(document)))
        .containsExactly(
            "HINT CHANNEL_UNANSWERED answers:3 The app has no answer of its own on the channel text"
                + " for when something errs.");
  }
}
