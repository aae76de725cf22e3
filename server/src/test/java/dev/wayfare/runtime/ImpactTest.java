package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a publisher is told about people in the middle, before anything changes for them.
class ImpactTest {
  private static final String APP =
      """
      wayfare: 1
      name: desk
      title: Desk
      variables: {name: text, size: text}
      triggers:
        texted: {type: text, flow: order}
      flows:
        order:
          channel: text
          start: who
          steps:
            who: {type: ask, text: "Your name?", into: name, next: size}
            size: {type: ask, text: "Small or large?", into: size, next: thanks}
            thanks: {type: say, text: "{{ name }}: {{ size }}."}
      """;

  @Test
  void everyPlaceWherePeopleStandIsCountedWithWhatBecomesOfIt() {
    try (var world = new TestWorld()) {
      world.saves("desk", APP).publishes("desk");
      for (var phone = 1; phone <= 3; phone++) {
        world.sms("+1555777400" + phone, "hi");
      }
      world.sms("+15557774003", "Ada");
      world.sms("+15557774004", "hi");
      world.sms("+15557774004", "Grace");
      world.sms("+15557774004", "large");

      world.saves(
          "desk",
          APP.replace("size: {type: ask", "measure: {type: ask")
              .replace("next: size", "next: measure")
              .replace("Small or large?", "Which size?")
              .replace("Your name?", "Who are you?")
              .replace(
                  "variables: {name: text, size: text}",
                  "variables: {name: text, size: text, colour: text}"));
      var impact = impact(world);

      assertThat(impact.path("open").asInt()).isEqualTo(4);
      assertThat(place(impact, "flows/order/steps/who").path("journeys").asInt()).isEqualTo(2);
      assertThat(place(impact, "flows/order/steps/who").path("fate").asString())
          .isEqualTo("changed");
      assertThat(place(impact, "flows/order/steps/size").path("journeys").asInt()).isEqualTo(1);
      assertThat(place(impact, "flows/order/steps/size").path("fate").asString())
          .isEqualTo("deleted");
      assertThat(impact.path("variables").valueStream().map(JsonNode::asString))
          .contains("variables/colour is new.");
    }
  }

  @Test
  void aConfirmationDiesWhenSomebodyMovesMeanwhile() {
    try (var world = new TestWorld()) {
      world.saves("desk", APP).publishes("desk");
      world.sms("+15557774001", "hi");
      var seen = dryRun(world).path("confirm").asString();
      assertThat(dryRun(world).path("confirm").asString()).isEqualTo(seen);

      world.sms("+15557774001", "Ada");

      assertThat(dryRun(world).path("confirm").asString()).isNotEqualTo(seen);
    }
  }

  private static JsonNode place(JsonNode impact, String place) {
    return StreamSupport.stream(impact.path("places").spliterator(), false)
        .filter(it -> it.path("place").asString().equals(place))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody stands at " + place + ": " + impact));
  }

  private static JsonNode impact(TestWorld world) {
    return dryRun(world).path("impact");
  }

  private static JsonNode dryRun(TestWorld world) {
    return world.api().post("apps/desk/releases?dry_run=true", Map.of("profile", "Production"));
  }
}
