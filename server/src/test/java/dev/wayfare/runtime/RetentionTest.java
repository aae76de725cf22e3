package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How long a profile keeps what is known of journeys, and what their links look like.
class RetentionTest {
  private static final String ADA = "+15557774001";
  private static final String BOB = "+15557774002";
  private static final String PROFILE = "apps/desk/profiles/Production";

  private static final String APP =
      """
      wayfare: 1
      name: desk
      title: Desk
      variables: {a: text}
      triggers:
        texted: {type: text, flow: talk}
        open: {type: web, flow: form}
      flows:
        talk:
          channel: text
          start: one
          steps:
            one: {type: ask, text: "One?", into: a, next: over}
            over: {type: end}
        form:
          channel: web
          start: one
          steps:
            one: {type: page, title: One, controls: [{type: button, id: go, label: Go}], next: over}
            over: {type: end}
      """;

  @Test
  void whatEndedIsForgottenAfterTheDaysOfTheProfileAndWhatIsOpenIsNot() {
    try (var world = new TestWorld().saves("desk", APP)) {
      world.api().patch(PROFILE, Map.of("retention_days", 40, "journey_days", 90));
      world.publishes("desk");
      world.sms(ADA, "hi");
      world.sms(ADA, "ends here");
      world.clock().jump(Duration.ofDays(39));
      assertThat(world.sms(BOB, "hi")).containsExactly("One?");
      assertThat(world.part(Retention.class).sweep()).isZero();

      world.clock().jump(Duration.ofDays(2));

      assertThat(world.part(Retention.class).sweep()).isEqualTo(1);
      assertThat(world.part(Retention.class).sweep()).isZero();
      assertThat(world.api().get("journeys").path("items")).hasSize(1);
      assertThat(world.trail()).doesNotContain("ends here");
    }
  }

  @Test
  void aProfileSaysHowLongItsLinksAreAndWhatTheySayWhenTheirTimeIsOver() {
    try (var world = new TestWorld().saves("desk", APP)) {
      world
          .api()
          .patch(
              PROFILE,
              Map.of(
                  "link_length",
                  12,
                  "journey_days",
                  1,
                  "expired_page",
                  Map.of("title", "Too late, sorry", "text", "Call **us**.")));
      world.publishes("desk");
      var page = world.opens(world.startingLink("desk"));
      assertThat(page.address()).matches(".*/u/[A-Za-z0-9_-]{12}");

      world.clock().jump(Duration.ofDays(2));

      assertThat(page.reloads().title()).isEqualTo("Too late, sorry");
      assertThat(page.page()).contains("<strong>us</strong>");
      assertThat(page.status()).isEqualTo(410);
    }
  }

  @Test
  void whatComesAfterTheJourneyIsOverIsToldBeforeItGoesLive() {
    try (var world =
        new TestWorld()
            .saves(
                "desk",
                APP.replace(
                    "one: {type: ask, text: \"One?\", into: a, next: over}",
                    "one: {type: wait, for: 20d, next: over}"))) {
      world.api().patch(PROFILE, Map.of("journey_days", 10));
      var told =
          world.api().post("apps/desk/releases?dry_run=true", Map.of("profile", "Production"));

      var found =
          told.path("checks")
              .valueStream()
              .filter(it -> it.path("code").asString().equals("JOURNEY_TOO_SHORT"))
              .toList();
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().path("place").asString()).isEqualTo("flows/talk/steps/one");
      assertThat(found.getFirst().path("text").asString()).contains("20 days").contains("10 days");
    }
  }
}
