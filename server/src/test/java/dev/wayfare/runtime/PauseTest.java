package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.cli.Refused;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A channel that only answers with a message, without a publish.
class PauseTest {
  private static final String ADA = "+15557774001";

  private static final String APP =
      """
      wayfare: 1
      name: desk
      title: Desk
      variables: {a: text}
      triggers:
        texted: {type: text, flow: talk}
        open: {type: web, flow: form}
        called: {type: call, flow: hotline}
        asked: {type: api, method: POST, path: /orders, flow: talk, auth: public}
      flows:
        talk:
          channel: text
          start: one
          steps:
            one: {type: ask, text: "One?", into: a, next: two}
            two: {type: ask, text: "Two?", into: a}
        form:
          channel: web
          start: one
          steps:
            one: {type: page, title: One, controls: [{type: button, id: go, label: Go}], next: two}
            two: {type: page, title: Two}
        hotline:
          channel: voice
          start: one
          steps:
            one: {type: ask, text: "One?", into: a, next: two}
            two: {type: say, text: "Two."}
      """;

  private static final String PAUSES = "apps/desk/profiles/Production/pauses";

  @Test
  void aPausedTextChannelTellsWhyAndNothingMoves() {
    try (var world = published()) {
      assertThat(world.sms(ADA, "hi")).containsExactly("One?");
      pauses(world, "text", Map.of("message", "Back at noon."));

      assertThat(world.sms(ADA, "Ada")).containsExactly("Back at noon.");
      assertThat(world.sms("+15557774002", "hi")).containsExactly("Back at noon.");
      assertThat(world.sms("+15557774002", "STOP").getFirst()).contains("no more texts");
      assertThat(world.opens(world.startingLink("desk")).title()).isEqualTo("One");

      world.api().delete(PAUSES + "/text");
      assertThat(world.sms(ADA, "Ada")).containsExactly("Two?");
    }
  }

  @Test
  void aPausedPageLosesNothingThatWasBegun() {
    try (var world = published()) {
      var begun = world.opens(world.startingLink("desk"));
      pauses(world, "web", Map.of("message", "We are moving house."));

      assertThat(world.get(world.startingLink("desk")).statusCode()).isEqualTo(503);
      assertThat(begun.presses("go").status()).isEqualTo(503);
      assertThat(begun.page()).contains("Paused for now").contains("We are moving house.");

      world.api().delete(PAUSES + "/web");
      assertThat(begun.reloads().presses("go").title()).isEqualTo("Two");
    }
  }

  @Test
  void aCallThatIsOnGoesOnAndANewOneHearsWhy() {
    try (var world = published()) {
      var on = new SignedCall(world, "+15557775001");
      assertThat(on.rings()).contains("One?");
      pauses(world, "call", Map.of("message", "Nobody is in today."));

      assertThat(on.says("first")).contains("Two.");
      assertThat(new SignedCall(world, "+15557775002").rings())
          .contains("Nobody is in today.")
          .contains("<Hangup");
    }
  }

  @Test
  void aProgramIsToldWhenToComeAgain() {
    try (var world = published()) {
      var until = world.clock().instant().plus(Duration.ofHours(1));
      pauses(world, "api", Map.of("message", "Closed for stocktaking.", "until", until.toString()));

      var told = world.sends(orders(world), "application/json", "{}".getBytes(UTF_8));

      assertThat(told.statusCode()).isEqualTo(503);
      assertThat(told.body()).contains("Closed for stocktaking.");
      assertThat(told.headers().firstValue("Retry-After")).contains("Wed, 4 Mar 2026 06:06:07 GMT");
    }
  }

  private static String orders(TestWorld world) {
    return world
        .api()
        .get("apps/desk/profiles/Production/live")
        .path("entrances")
        .valueStream()
        .filter(it -> it.path("kind").asString().equals("api"))
        .map(it -> it.path("url").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPauseEndsByItself() {
    try (var world = published()) {
      var until = world.clock().instant().plus(Duration.ofHours(1));
      pauses(world, "text", Map.of("message", "Back soon.", "until", until.toString()));
      assertThat(world.sms(ADA, "hi")).containsExactly("Back soon.");
      assertThat(world.api().get(PAUSES).path("items")).hasSize(1);

      world.clock().jump(Duration.ofHours(2));

      assertThat(world.sms(ADA, "hi")).containsExactly("One?");
      assertThat(world.api().get(PAUSES).path("items")).isEmpty();
    }
  }

  @Test
  void aPublishDoesNotEndAPauseAndAllProcessesKnowIt() {
    try (var world = published();
        var other = world.another()) {
      pauses(world, "text", Map.of("message", "Back at noon."));
      world.saves("desk", APP.replace("One?", "First?")).publishes("desk");
      other.part(dev.wayfare.publish.LiveReleases.class).look();

      assertThat(other.sms(ADA, "hi")).containsExactly("Back at noon.");
    }
  }

  @Test
  void aPauseWithoutWordsOrInThePastIsRefused() {
    try (var world = published()) {
      assertThatThrownBy(() -> pauses(world, "text", Map.of()))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("message");
      assertThatThrownBy(
              () -> pauses(world, "text", Map.of("message", "x", "until", "2001-01-01T00:00:00Z")))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("still to come");
      assertThatThrownBy(() -> pauses(world, "fax", Map.of("message", "x")))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("fax");
      assertThat(world.sms(ADA, "hi")).containsExactly("One?");
    }
  }

  private static TestWorld published() {
    return new TestWorld().saves("desk", APP).publishes("desk");
  }

  private static void pauses(TestWorld world, String channel, Map<String, ?> wish) {
    world.api().put(PAUSES + "/" + channel, wish);
  }
}
