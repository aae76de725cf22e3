package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.cli.Refused;
import org.junit.jupiter.api.Test;

/// A publish that a carrier stands in the way of: named, noted, and nothing for customers.
class FailedPublishTest {
  private static final String APP =
      """
      wayfare: 1
      name: desk
      title: Desk
      triggers:
        texted: {type: text, flow: hello}
      flows:
        hello:
          channel: text
          start: hi
          steps:
            hi: {type: say, text: "WHO here."}
      """;

  @Test
  void aCarrierThatRefusesFailsThePublishByNameAndTheOldReleaseAnswers() {
    try (var world = new TestWorld()) {
      world.saves("desk", APP.replace("WHO", "The first")).publishes("desk");
      world.carrier().numbers().says(401, "{\"code\": 20003}");
      world.saves("desk", APP.replace("WHO", "The second"));

      assertThatThrownBy(() -> world.publishes("desk"))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("Customers get what they got before")
          .hasMessageContaining(Builder.NUMBER);

      assertThat(world.sms("+15557774001", "hi")).containsExactly("The first here.");
      var failed = world.api().get("apps/desk/releases?profile=Production").path("items").path(0);
      assertThat(failed.path("state").asString()).isEqualTo("failed");
      var facts = world.api().get("journal?verb=release.failed").path("items");
      assertThat(facts.size()).isEqualTo(1);
      var problem = facts.path(0).path("data").path("problem");
      assertThat(problem.path("code").asString()).isEqualTo("WIRING_REFUSED");
      assertThat(problem.path("text").asString()).contains(Builder.NUMBER);
    }
  }
}
