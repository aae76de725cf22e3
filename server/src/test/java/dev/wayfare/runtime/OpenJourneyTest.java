package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What a text means to somebody who has an open journey that does not wait for one, and what a
/// visit means to them.
class OpenJourneyTest {
  private static final String ADA = "+15557774001";

  private static String app(String rule) {
    return """
    wayfare: 1
    name: rules
    title: Rules
    variables: {mobile: phone, texts: number}
    triggers:
      texted: {type: text, flow: desk, RULE}
      open: {type: web, flow: form}
    flows:
      desk:
        channel: text
        start: count
        steps:
          count: {type: set, values: {texts: "texts + 1.0"}, next: tell}
          tell: {type: say, text: "Text {{ texts }} of this journey. {{ link('form', 'done') }}"}
      form:
        channel: web
        start: who
        steps:
          who:
            type: page
            title: Who are you?
            controls:
              - {type: phone, id: mobile, label: Mobile, required: true}
              - {type: button, id: go, label: Go on}
            next: know
          know: {type: identify, phone: mobile, next: done}
          done: {type: page, title: "{{ texts }} texts"}
    """
        .replace("RULE", rule);
  }

  @Test
  void continueRunsTheFlowInTheOpenJourney() {
    try (var world = new TestWorld()) {
      world.saves("rules", app("open_journey: continue")).publishes("rules");
      assertThat(world.sms(ADA, "a").getFirst()).startsWith("Text 1 of this");
      assertThat(world.sms(ADA, "b").getFirst()).startsWith("Text 2 of this");
      assertThat(standings(world)).isEqualTo("open");
    }
  }

  @Test
  void restartEndsTheOpenJourneyAndBeginsAnother() {
    try (var world = new TestWorld()) {
      world.saves("rules", app("open_journey: restart")).publishes("rules");
      var first = world.sms(ADA, "a").getFirst();
      assertThat(world.sms(ADA, "b").getFirst()).startsWith("Text 1 of this");
      assertThat(standings(world)).isEqualTo("open ended");
      var old = world.opens(first.substring(first.indexOf("https://")));
      assertThat(old.title()).isEqualTo("All done");
    }
  }

  @Test
  void rejectAnswersAndChangesNothing() {
    try (var world = new TestWorld()) {
      world.saves("rules", app("open_journey: reject, busy: One at a time.")).publishes("rules");
      var first = world.sms(ADA, "a").getFirst();
      assertThat(world.sms(ADA, "b")).containsExactly("One at a time.");
      var again = world.post(ADA, "c", "SMbusy");
      assertThat(world.post(ADA, "c", "SMbusy").body()).isEqualTo(again.body());
      assertThat(standings(world)).isEqualTo("open");
      var page = world.opens(first.substring(first.indexOf("https://")));
      assertThat(page.title()).isEqualTo("1 texts");
    }
  }

  /// A flow that came to its end has finished on its release, so the next text is heard by what is
  /// live, with what is known. A page that somebody has a link to is not at its end.
  @Test
  void whoeverStandsNowhereGoesOnInWhatIsLive() {
    try (var world = new TestWorld()) {
      var app = app("open_journey: continue").replace("{{ link('form', 'done') }}", "");
      world.saves("rules", app).publishes("rules");
      assertThat(world.sms(ADA, "a").getFirst()).startsWith("Text 1 of this");
      world.saves("rules", app.replace("of this journey", "by now")).publishes("rules");
      assertThat(world.sms(ADA, "b").getFirst()).startsWith("Text 2 by now");
      assertThat(standings(world)).isEqualTo("open");
    }
  }

  @Test
  void whoeverHasAPageFinishesOnTheReleaseTheyBeganOn() {
    try (var world = new TestWorld()) {
      var app = app("open_journey: continue");
      world.saves("rules", app).publishes("rules");
      assertThat(world.sms(ADA, "a").getFirst()).startsWith("Text 1 of this");
      world.saves("rules", app.replace("of this journey", "by now")).publishes("rules");
      assertThat(world.sms(ADA, "b").getFirst()).startsWith("Text 2 of this");
    }
  }

  /// Nobody knows who opens a starting link, so each visit is a journey of its own. Whoever says
  /// who they are takes their texts along into it; the older journey stays open at its link.
  @Test
  void aVisitBeginsAJourneyOfItsOwnWhateverTheRule() {
    for (var rule : new String[] {"open_journey: continue", "open_journey: reject, busy: Busy."}) {
      try (var world = new TestWorld()) {
        world.saves("rules", app(rule)).publishes("rules");
        var first = world.opens(world.startingLink("rules"));
        first.fills("mobile", ADA).presses("go");
        var second = world.opens(world.startingLink("rules"));
        assertThat(second.address()).isNotEqualTo(first.address());
        assertThat(second.title()).isEqualTo("Who are you?");
        second.fills("mobile", ADA).presses("go");
        assertThat(standings(world)).isEqualTo("open open");
        var reply = world.sms(ADA, "hi").getFirst();
        assertThat(reply.equals("Busy.") || reply.contains(second.address())).isTrue();
        assertThat(first.reloads().title()).isEqualTo("0 texts");
      }
    }
  }

  /// Newest first.
  private static String standings(TestWorld world) {
    var journeys = world.api().get("journeys").path("items");
    return String.join(
        " ",
        StreamSupport.stream(journeys.spliterator(), false)
            .map(journey -> journey.path("standing").asString())
            .toList());
  }
}
