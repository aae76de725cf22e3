package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.cli.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// People who are in the middle of a journey when another release takes over: three on each
/// channel, on a step that stays, one that has another name and one that is gone.
class PeoplePoliciesTest {
  private static final String STAYS = "+15557774001";
  private static final String RENAMED = "+15557774002";
  private static final String GONE = "+15557774003";
  private static final List<String> ALL = List.of(STAYS, RENAMED, GONE);

  private static final String OLD =
      """
      wayfare: 1
      name: desk
      title: Desk
      variables: {a: text, b: text, c: text}
      triggers:
        texted: {type: text, flow: talk}
        open: {type: web, flow: form}
        called: {type: call, flow: hotline}
      flows:
        talk:
          channel: text
          start: one
          steps:
            one: {type: ask, text: "One?", into: a, next: two}
            two: {type: ask, text: "Two?", into: b, next: three}
            three: {type: ask, text: "Three?", into: c, next: thanks}
            thanks: {type: say, text: "Old thanks.", next: over}
            over: {type: end}
        form:
          channel: web
          start: one
          steps:
            one: {type: page, title: One, controls: [{type: button, id: go, label: Go}], next: two}
            two: {type: page, title: Two, controls: [{type: button, id: go, label: Go}], next: three}
            three: {type: page, title: Three, controls: [{type: button, id: go, label: Go}], next: thanks}
            thanks: {type: page, title: Old thanks}
        hotline:
          channel: voice
          start: one
          steps:
            one: {type: ask, text: "One?", into: a, next: two}
            two: {type: ask, text: "Two?", into: b, next: three}
            three: {type: ask, text: "Three?", into: c, next: thanks}
            thanks: {type: say, text: "Old thanks."}
      """;

  /// `two` is called `second` everywhere, and `three` is gone.
  private static final String NEW =
      OLD.replaceAll("(?m)^ *three: .*\\n", "")
          .replace("next: three", "next: thanks")
          .replace(" two: {", " second: {")
          .replace("next: two", "next: second")
          .replace("Old thanks", "New thanks");

  private static final Map<String, String> MAP =
      Map.of(
          "flows/talk/steps/two", "flows/talk/steps/second",
          "flows/form/steps/two", "flows/form/steps/second",
          "flows/hotline/steps/two", "flows/hotline/steps/second");

  @Test
  void whoIsKeptFinishesOnWhatTheyBeganOn() {
    try (var world = parked()) {
      var pages = pages(world);
      var calls = calls(world);
      world.saves("desk", NEW).publishes("desk", Map.of("policy", "keep")).runDue();

      assertThat(answers(world, STAYS, 3)).containsExactly("Two?", "Three?", "Old thanks.");
      assertThat(answers(world, RENAMED, 2)).containsExactly("Three?", "Old thanks.");
      assertThat(answers(world, GONE, 1)).containsExactly("Old thanks.");
      assertThat(pages.stream().map(it -> toTheEnd(it.reloads())))
          .containsExactly("One Two Three Old thanks", "Two Three Old thanks", "Three Old thanks");
      callsEndAsTheyBegan(calls);
      ALL.forEach(phone -> assertThat(world.sentTo(phone)).isEmpty());
    }
  }

  @Test
  void whoIsMovedGoesOnFromWhereTheyStandInWhatIsNew() {
    try (var world = parked()) {
      var pages = pages(world);
      var calls = calls(world);
      world.saves("desk", NEW).publishes("desk", Map.of("policy", "move", "map", MAP)).runDue();

      assertThat(world.sentTo(STAYS)).isEmpty();
      assertThat(world.sentTo(RENAMED)).isEmpty();
      assertThat(world.sentTo(GONE)).containsExactly("Two?");
      assertThat(answers(world, STAYS, 2)).containsExactly("Two?", "New thanks.");
      assertThat(answers(world, RENAMED, 1)).containsExactly("New thanks.");
      assertThat(answers(world, GONE, 1)).containsExactly("New thanks.");
      assertThat(pages.stream().map(it -> toTheEnd(it.reloads())))
          .containsExactly("One Two New thanks", "Two New thanks", "Two New thanks");
      callsEndAsTheyBegan(calls);
      assertThat(ledger(world).path("people").get(0).path("taken").asInt()).isEqualTo(6);
      assertThat(world.trail()).doesNotContain("nothing_live");
    }
  }

  @Test
  void whoBeginsAnewIsToldSo() {
    try (var world = parked()) {
      var pages = pages(world);
      var calls = calls(world);
      world
          .saves("desk", NEW)
          .publishes("desk", Map.of("policy", "restart", "message", "We begin again."))
          .runDue();

      for (var phone : ALL) {
        assertThat(world.sentTo(phone)).containsExactly("We begin again.", "One?");
        assertThat(answers(world, phone, 2)).containsExactly("Two?", "New thanks.");
      }
      assertThat(pages.stream().map(it -> toTheEnd(it.reloads())))
          .containsOnly("One Two New thanks");
      callsEndAsTheyBegan(calls);
    }
  }

  @Test
  void whoIsDrainedAtOnceHearsALastSentence() {
    try (var world = parked()) {
      var pages = pages(world);
      var calls = calls(world);
      world
          .saves("desk", NEW)
          .publishes("desk", Map.of("policy", "drain", "message", "We closed this."))
          .runDue();

      for (var phone : ALL) {
        assertThat(world.sentTo(phone)).containsExactly("We closed this.");
        assertThat(world.sms(phone, "hi")).containsExactly("One?");
      }
      assertThat(pages.stream().map(it -> it.reloads().title())).containsOnly("All done");
      callsEndAsTheyBegan(calls);
    }
  }

  @Test
  void whoIsDrainedMayFinishUntilTheTimeAndIsMovedThen() {
    try (var world = parked()) {
      var until = world.clock().instant().plus(Duration.ofHours(2));
      world
          .saves("desk", NEW)
          .publishes(
              "desk",
              Map.of("policy", "drain", "until", until.toString(), "then", "move", "map", MAP))
          .runDue();

      assertThat(answers(world, GONE, 1)).containsExactly("Old thanks.");
      assertThat(states(world)).containsExactly("live 0", "draining 2");
      world.clock().jump(Duration.ofHours(3));
      world.runDue();

      assertThat(states(world)).containsExactly("live 2", "drained 0");
      assertThat(answers(world, RENAMED, 1)).containsExactly("New thanks.");
      assertThat(answers(world, STAYS, 2)).containsExactly("Two?", "New thanks.");
    }
  }

  @Test
  void whoCannotBeMovedStaysAndTheReasonIsCounted() {
    try (var world = parked()) {
      assertThat(answers(world, STAYS, 1)).containsExactly("Two?");
      world.saves("desk", NEW.replace("a: text", "a: date").replace("into: a,", "into: c,"));
      var people = Map.of("policy", "move", "map", MAP);
      var told =
          world
              .api()
              .post(
                  "apps/desk/releases?dry_run=true",
                  Map.of("profile", "Production", "people", people));
      assertThat(told.path("impact").path("forecast").path("stays").get(0).path("code").asString())
          .isEqualTo("variable_type");
      assertThat(told.path("impact").path("forecast").path("takes").asInt()).isZero();

      world.publishes("desk", people).runDue();

      var kept = ledger(world).path("people").get(0).path("kept").get(0);
      assertThat(kept.path("code").asString()).isEqualTo("variable_type");
      assertThat(kept.path("journeys").asInt()).isEqualTo(3);
      assertThat(answers(world, GONE, 1)).containsExactly("Old thanks.");
    }
  }

  @Test
  void unpublishingCanEndWhatPeopleBegan() {
    try (var world = parked()) {
      world.api().delete("apps/desk/profiles/Production/live?people=drain&message=We%20closed.");
      world.runDue();
      for (var phone : ALL) {
        assertThat(world.sentTo(phone)).containsExactly("We closed.");
      }
      assertThat(states(world)).containsExactly("drained 0");
    }
  }

  @Test
  void aChoiceThatMakesNoSenseIsRefusedBeforeAnythingHappens() {
    try (var world = parked()) {
      refuses(world, Map.of("policy", "send home"), "people.policy");
      refuses(world, Map.of("policy", "restart"), "people.message");
      refuses(
          world, Map.of("policy", "drain", "until", "tomorrow", "message", "x"), "people.until");
      refuses(world, Map.of("policy", "keep", "until", "2030-01-01T00:00:00Z"), "people.until");
      refuses(
          world,
          Map.of(
              "policy", "move", "map", Map.of("flows/talk/steps/nowhere", "flows/talk/steps/one")),
          "flows/talk/steps/nowhere");
      assertThat(states(world)).containsExactly("live 3");
    }
  }

  @Test
  void anotherProcessDoesWhatTheOneThatPublishedCannotDoAnyMore() {
    try (var world = parked();
        var other = world.another()) {
      world.saves("desk", NEW).publishes("desk", Map.of("policy", "move", "map", MAP));
      assertThat(states(world)).containsExactly("live 0", "draining 3");

      other.runDue();

      assertThat(states(world)).containsExactly("live 3", "drained 0");
    }
  }

  private static void refuses(TestWorld world, Map<String, ?> people, String place) {
    Assertions.assertThatThrownBy(() -> world.publishes("desk", people))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(place);
  }

  /// Three people in a talk by text: each at another step.
  private static TestWorld parked() {
    var world = new TestWorld();
    world.saves("desk", OLD).publishes("desk");
    ALL.forEach(phone -> assertThat(world.sms(phone, "hi")).containsExactly("One?"));
    answers(world, RENAMED, 1);
    answers(world, GONE, 2);
    return world;
  }

  private static List<Visitor> pages(TestWorld world) {
    var link = world.startingLink("desk");
    return List.of(
        world.opens(link),
        world.opens(link).presses("go"),
        world.opens(link).presses("go").presses("go"));
  }

  private static List<SignedCall> calls(TestWorld world) {
    var calls =
        List.of(
            new SignedCall(world, "+15557775001"),
            new SignedCall(world, "+15557775002"),
            new SignedCall(world, "+15557775003"));
    calls.forEach(it -> assertThat(it.rings()).contains("One?"));
    calls.get(1).says("first");
    calls.get(2).says("first");
    assertThat(calls.get(2).says("second")).contains("Three?");
    return calls;
  }

  private static void callsEndAsTheyBegan(List<SignedCall> calls) {
    assertThat(calls.get(0).says("first")).contains("Two?");
    assertThat(calls.get(1).says("second")).contains("Three?");
    assertThat(calls.get(2).says("third")).contains("Old thanks.");
  }

  private static List<String> answers(TestWorld world, String phone, int times) {
    return java.util.stream.IntStream.range(0, times)
        .boxed()
        .flatMap(time -> world.sms(phone, "answer " + time).stream())
        .toList();
  }

  private static String toTheEnd(Visitor page) {
    var titles = new StringBuilder(page.title());
    while (page.page().contains("value=\"go")) {
      titles.append(' ').append(page.presses("go").title());
    }
    return titles.toString();
  }

  private static JsonNode ledger(TestWorld world) {
    return world.api().get("apps/desk/profiles/Production/ledger");
  }

  private static List<String> states(TestWorld world) {
    return ledger(world)
        .path("releases")
        .valueStream()
        .map(it -> it.path("state").asString() + " " + it.path("open").asInt())
        .toList();
  }
}
