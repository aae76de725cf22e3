package dev.wayfare.flow.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.change.Change.Kind;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a publisher reads about two versions of an app.
class ChangesTest {
  private static final YamlDocuments DOCUMENTS =
      new YamlDocuments(new CelLanguage(), StepTypes.ALL);

  private static final String DESK =
      """
      wayfare: 1
      name: desk
      title: Desk
      variables: {order: text, day: date}
      profile_values: {support: {type: phone, default: "+15550199"}}
      triggers: {texted: {type: text, flow: helper}}
      records: {visit: {fields: {who: text}}}
      answers: {text: Sorry}
      theme: {action: "#2f5bea"}
      flows:
        helper:
          channel: text
          start: which
          steps:
            which: {type: ask, text: "Your order?", into: order, otherwise: "That is none.", patience: 10m, next: offer}
            offer:
              type: menu
              text: "Comes Friday."
              options:
                change: {match: [yes], label: Change it, next: thanks}
                keep: {match: [no], label: Keep it, next: thanks}
            thanks: {type: say, text: "Thank you."}
        booking:
          channel: web
          start: choose
          steps:
            choose:
              type: page
              title: When?
              controls:
                - {type: text, text: Choose a day.}
                - {type: date, id: day, label: Day, required: true}
              next: done
            done: {type: page, title: See you}
        hotline:
          channel: voice
          start: hello
          steps:
            hello: {type: say, text: Good day., next: bye}
            bye: {type: hang_up}
        look:
          start: get
          steps: {get: {type: http, connection: orders, path: /orders}}
      """;

  private static Changes after(String... edits) {
    var now = DESK;
    for (var i = 0; i < edits.length; i += 2) {
      assertThat(now).contains(edits[i]);
      now = now.replace(edits[i], edits[i + 1]);
    }
    return between(DESK, now);
  }

  private static Changes between(String before, String after) {
    return Changes.between(
        DOCUMENTS.shape(),
        DOCUMENTS.tree(before).orElseThrow(),
        DOCUMENTS.tree(after).orElseThrow());
  }

  private static List<String> sentences(Changes changes) {
    return changes.all().stream()
        .map(it -> it.sort().word() + " " + it.place().path() + " | " + it.text())
        .toList();
  }

  @Test
  void theSameContentHasNoChanges() {
    var changes =
        after("title: Desk\n", "title: Desk\nnote: A remark.\ncanvas: {helper: {which: [1, 2]}}\n");
    assertThat(changes.isEmpty()).isTrue();
    assertThat(Changes.counted(changes.size())).isEmpty();
    assertThat(after("{order: text, day: date}", "{day: {type: date}, order: text}").all())
        .isEmpty();
  }

  @Test
  void whatIsSaidAskedShownAndHeardIsTold() {
    var changes =
        after(
            "Thank you.", "Thanks a lot.",
            "Comes Friday.", "Comes {{ day }}. Change the day?",
            "Good day.", "Good morning.",
            "title: When?", "title: Which day?",
            "Choose a day.", "Choose another day.");
    assertThat(sentences(changes))
        .containsExactly(
            "asked flows/helper/steps/offer/text | helper / offer asks \"Comes Friday.\" → \"Comes"
                + " {{ day }}. Change the day?\"",
            "said flows/helper/steps/thanks/text | helper / thanks says \"Thank you.\" → \"Thanks a"
                + " lot.\"",
            "shown flows/booking/steps/choose/title | booking / choose shows \"When?\" → \"Which"
                + " day?\"",
            "shown flows/booking/steps/choose/controls/0/text | booking / choose · text shows"
                + " \"Choose a day.\" → \"Choose another day.\"",
            "heard flows/hotline/steps/hello/text | hotline / hello says \"Good day.\" → \"Good"
                + " morning.\"");
    assertThat(changes.all().getFirst().before()).isEqualTo("Comes Friday.");
    assertThat(changes.all().getFirst().after()).isEqualTo("Comes {{ day }}. Change the day?");
    assertThat(changes.summary())
        .containsExactly(
            Map.entry(Sort.SAID, 1),
            Map.entry(Sort.ASKED, 1),
            Map.entry(Sort.SHOWN, 2),
            Map.entry(Sort.HEARD, 1));
    assertThat(Changes.counted(changes.size())).isEqualTo("5 changes");
  }

  @Test
  void textsBesideTheQuestionAreCalledByTheirField() {
    assertThat(
            sentences(
                after("That is none.", "Please look again.", "patience: 10m", "patience: 20m")))
        .containsExactly(
            "said flows/helper/steps/which/otherwise | helper / which · otherwise: \"That is"
                + " none.\" → \"Please look again.\"",
            "timing flows/helper/steps/which/patience | helper / which · patience: 10m → 20m");
  }

  @Test
  void whatLeadsElsewhereIsLogic() {
    assertThat(sentences(after("patience: 10m, next: offer", "patience: 10m, next: thanks")))
        .containsExactly(
            "logic flows/helper/steps/which/next | helper / which · next: offer → thanks");
  }

  @Test
  void aTextThatIsForAMachineIsLogicToo() {
    assertThat(sentences(after("path: /orders", "path: /order")))
        .containsExactly(
            "logic flows/look/steps/get/path | look / get · path: \"/orders\" → \"/order\"");
  }

  @Test
  void optionsComeGoAndChangeTheirPlaces() {
    assertThat(
            sentences(
                after(
                    "          keep: {match: [no], label: Keep it, next: thanks}\n",
                    "",
                    "          change: {match: [yes], label: Change it",
                    """
                              never: {match: [never], label: Never, next: thanks}
                              keep: {match: [no, n], label: Keep it, next: thanks}
                              change: {match: [yes], label: Move it"""
                        .indent(10)
                        .stripTrailing())))
        .containsExactly(
            "option flows/helper/steps/offer/options/never | helper / offer · never: new, says"
                + " \"Never\"",
            "option flows/helper/steps/offer/options/keep/match | helper / offer · keep · match: no"
                + " → no, n",
            "option flows/helper/steps/offer/options/change/label | helper / offer · change says"
                + " \"Change it\" → \"Move it\"",
            "option flows/helper/steps/offer/options | helper / offer · options: now in the order"
                + " keep, change");
  }

  @Test
  void controlsAreKnownByTheirIds() {
    assertThat(
            sentences(
                after(
                    "          - {type: text, text: Choose a day.}\n",
                    "          - {type: time, id: hour, label: Hour}\n",
                    "label: Day, required: true",
                    "label: The day, required: false")))
        .containsExactly(
            "control flows/booking/steps/choose/controls/0 | booking / choose · hour: new, shows"
                + " \"Hour\"",
            "shown flows/booking/steps/choose/controls/1/label | booking / choose · day shows"
                + " \"Day\" → \"The day\"",
            "control flows/booking/steps/choose/controls/1/required | booking / choose · day ·"
                + " required: true → false",
            "control flows/booking/steps/choose/controls/0 | booking / choose · text: removed,"
                + " shows \"Choose a day.\"");
  }

  @Test
  void aStepThatOnlyHasAnotherNameIsRenamed() {
    var changes = after("which:", "who:", "start: which", "start: who");
    assertThat(sentences(changes))
        .containsExactly("logic flows/helper/steps/who | helper / which is now called who");
    assertThat(changes.all().getFirst().kind()).isEqualTo(Kind.RENAMED);
    assertThat(changes.all().getFirst().before()).isEqualTo("which");
  }

  @Test
  void aFlowThatOnlyHasAnotherNameIsRenamed() {
    assertThat(sentences(after("helper", "desk_by_text")))
        .containsExactly("flow flows/desk_by_text | helper is now called desk_by_text");
  }

  @Test
  void aNewFlowIsOneChange() {
    assertThat(
            sentences(
                after(
                    "  hotline:\n",
                    """
                      survey:
                        channel: text
                        start: stars
                        steps:
                          stars: {type: ask, text: "How many stars?", into: stars, next: why}
                          why: {type: ask, text: "Why?", into: why, next: bye}
                          bye: {type: say, text: "Thank you"}
                      hotline:
                    """)))
        .containsExactly("flow flows/survey | survey: new, a text flow of 3 steps: 2 ask, 1 say");
  }

  @Test
  void stepsComeAndGo() {
    assertThat(
            sentences(
                after(
                    "      hello: {type: say, text: Good day., next: bye}\n",
                    """
                    hello: {type: play, url: "https://example.com/a.mp3", next: menu}
                    menu: {type: menu, text: Which?}
                    """
                        .indent(6),
                    "      thanks: {type: say, text: \"Thank you.\"}\n",
                    "")))
        .containsExactly(
            "said flows/helper/steps/thanks | helper / thanks: removed, says \"Thank you.\"",
            "heard flows/hotline/steps/hello | hotline / hello: was `say` and is `play`, says"
                + " \"https://example.com/a.mp3\"",
            "asked flows/hotline/steps/menu | hotline / menu: new, asks \"Which?\"");
  }

  @Test
  void whatStandsAroundTheFlowsIsTold() {
    assertThat(
            sentences(
                after(
                    "title: Desk", "title: Help desk",
                    "day: date}", "day: moment, size: number}",
                    "+15550199", "+15550198",
                    "type: text, flow: helper", "type: text, flow: helper, open_journey: restart",
                    "fields: {who: text}", "fields: {who: text, when: date}",
                    "text: Sorry", "text: Sorry!",
                    "#2f5bea", "#000000")))
        .containsExactly(
            "title title | title: Desk → Help desk",
            "variable variables/day/type | variable day · type: date → moment",
            "variable variables/size | variable size: new, `number`",
            "profile value profile_values/support/default | profile value support · default:"
                + " +15550199 → +15550198",
            "trigger triggers/texted/open_journey | trigger texted · open journey: none → restart",
            "answer answers/text | answers · text: \"Sorry\" → \"Sorry!\"",
            "record type records/visit/fields/when | records of visit · when: new, `date`",
            "theme theme/action | theme · action: #2f5bea → #000000");
  }

  @Test
  void aDraftThatIsWrongCanBeComparedToo() {
    assertThat(
            sentences(
                after("type: hang_up", "type: juggle, balls: 3", "helper:\n", "helper: 1\n  x:\n")))
        .contains("logic flows/hotline/steps/bye | hotline / bye: was `hang_up` and is `juggle`");
  }
}
