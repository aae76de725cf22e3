package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What customers meet when an app errs, and what its team finds afterwards.
class TroubleTest {
  private static final String APP =
      """
      wayfare: 1
      name: shaky
      title: Shaky
      variables: {word: text, items: list}
      triggers:
        texted: {type: text, flow: desk}
        open: {type: web, flow: form}
      flows:
        desk:
          channel: text
          start: which
          steps:
            which:
              type: ask
              text: Which way?
              into: word
              next: way
            way:
              type: branch
              cases:
                - {when: "word == 'exit'", next: exit}
                - {when: "word == 'catch'", next: caught}
                - {when: "word == 'value'", next: value}
              otherwise: bare
            exit: {type: run, flow: failing, failed: sorry}
            sorry: {type: say, text: The exit was taken.}
            caught: {type: raise, code: expected, message: Somebody hears this}
            hears: {type: catch, codes: [expected], next: told}
            told: {type: say, text: "Caught {{ error.code }}."}
            value: {type: say, text: "The first is {{ items[0] }}."}
            bare: {type: raise, code: unheard, message: Nobody hears this}
        failing:
          start: fail
          steps:
            fail: {type: raise, code: deep, message: Down here}
        form:
          channel: web
          start: way
          steps:
            way:
              type: branch
              cases:
                - {when: "has(start.now)", next: bare}
                - {when: "has(start.page)", next: undrawn}
                - {when: "has(start.caught)", next: caught}
              otherwise: ask
            ask:
              type: page
              title: One word
              controls:
                - {type: text_field, id: word, label: Word, required: true}
                - {type: button, id: go, label: Go on}
              next: undrawn
            undrawn: {type: page, title: "The first is {{ items[0] }}"}
            bare: {type: raise, code: unheard, message: Nobody hears this}
            caught: {type: raise, code: expected, message: Somebody hears this}
            hears: {type: catch, codes: [expected], next: told}
            told: {type: page, title: "Caught {{ error.code }}"}
      """;
  private static final String ANSWERS =
      """
      answers:
        text: "The desk is ill. Call +15550199."
        web: "The desk is ill. Your answers are kept."
      """;
  private static final String LAST_RESORT =
      "Sorry, something went wrong on our side. Please try again later.";

  @Test
  void anAppAnswersForItself() {
    try (var world = new TestWorld()) {
      world.saves("shaky", APP + ANSWERS).publishes("shaky");
      var ada = "+15557773001";
      world.sms(ada, "hi");
      assertThat(world.sms(ada, "exit")).containsExactly("The exit was taken.");
      world.sms(ada, "hi");
      assertThat(world.sms(ada, "catch")).containsExactly("Caught expected.");
      world.sms(ada, "hi");
      assertThat(world.sms(ada, "value")).containsExactly("The desk is ill. Call +15550199.");
      assertThat(world.trail()).contains("\"failed\"", "\"step\":\"value\"", "\"flow\":\"desk\"");
      assertThat(world.sms(ada, "hi")).as("the journey goes on").containsExactly("Which way?");

      var start = world.startingLink("shaky");
      var page = world.opens(start + "?caught=1");
      assertThat(page.title()).isEqualTo("Caught expected");
      assertThat(page.status()).isEqualTo(200);
      var kept = world.opens(start).fills("word", "boat").presses("go");
      assertThat(kept.title()).as("the page stays").isEqualTo("One word");
      assertThat(kept.page()).contains("The desk is ill. Your answers are kept.");
      assertThat(kept.values("word")).containsExactly("boat");
      assertThat(world.trail()).contains("\"failed\"", "\"step\":\"undrawn\"");
      calm(world.opens(start + "?now=1"), "The desk is ill. Your answers are kept.");
      assertThat(world.trail()).contains("\"unheard\"", "\"step\":\"bare\"", "\"flow\":\"form\"");
      calm(world.opens(start + "?page=1"), "The desk is ill. Your answers are kept.");
    }
  }

  @Test
  void anAppWithoutAnswersIsAnsweredFor() {
    try (var world = new TestWorld()) {
      world.saves("shaky", APP).publishes("shaky");
      var ada = "+15557773002";
      world.sms(ada, "hi");
      var reply = world.post(ada, "boom", "SMtrouble");
      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
      assertThat(Webhooks.replies(reply.body())).containsExactly(LAST_RESORT);
      assertThat(world.post(ada, "boom", "SMtrouble").body()).isEqualTo(reply.body());
      calm(world.opens(world.startingLink("shaky") + "?now=1"), LAST_RESORT);
      assertThat(world.trail()).contains("\"unheard\"", "\"step\":\"bare\"");
    }
  }

  private static void calm(Visitor visitor, String words) {
    assertThat(visitor.status()).isEqualTo(500);
    assertThat(visitor.title()).isEqualTo("Something did not work on our side");
    assertThat(visitor.page())
        .contains(words)
        .doesNotContain("Exception", "dev.wayfare", "unheard", "Nobody hears this");
  }
}
