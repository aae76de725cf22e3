package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What operators see of journeys: the list by what they look for, the table, and the counts.
class ActivityTest {
  private static final String ADA = "+15557775001";
  private static final String BOB = "+15557775002";
  private static final String CLEO = "+15557785003";

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
            one: {type: ask, text: "One?", into: a, next: two}
            two: {type: ask, text: "Two?", into: a, next: over}
            over: {type: end}
        form:
          channel: web
          start: one
          steps:
            one: {type: page, title: One, controls: [{type: button, id: go, label: Go}], next: over}
            over: {type: end}
      """;

  private static TestWorld world;
  private static Instant begin;
  private static Instant later;

  /// Ada finishes; Bob answers once and is left; two days on, Cleo texts and somebody looks at the
  /// page.
  @BeforeAll
  static void customersCome() {
    world = new TestWorld().saves("desk", APP);
    world.api().patch("apps/desk/profiles/Production", Map.of("journey_days", 1));
    world.publishes("desk");
    begin = world.clock().instant();
    world.sms(ADA, "hi");
    world.sms(ADA, "1");
    world.sms(ADA, "2");
    world.sms(BOB, "hi");
    world.sms(BOB, "1");
    world.clock().jump(Duration.ofDays(2));
    world.runDue();
    later = world.clock().instant();
    world.sms(CLEO, "hi");
    world.opens(world.startingLink("desk"));
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static JsonNode list(String query) {
    return world.api().get("journeys" + query).path("items");
  }

  private static List<String> phones(String query) {
    return StreamSupport.stream(list(query).spliterator(), false)
        .map(it -> it.path("phone").asString())
        .toList();
  }

  @Test
  void aJourneyIsListedWithWhatItRunsUnderAndWhatItTook() {
    var bob = list("?contact=%2B15557775002").get(0);
    assertThat(bob.path("app").asString()).isEqualTo("desk");
    assertThat(bob.path("app_title").asString()).isEqualTo("Desk");
    assertThat(bob.path("profile").asString()).isEqualTo("Production");
    assertThat(bob.path("release_number").asInt()).isEqualTo(1);
    assertThat(bob.path("version").asInt()).isEqualTo(1);
    assertThat(bob.path("messages").asInt()).isEqualTo(4);
    assertThat(bob.path("stands_at").asString()).isEqualTo("flows/talk/steps/two");
    assertThat(bob.path("standing").asString()).isEqualTo("expired");
  }

  @Test
  void theListAnswersWhatIsLookedFor() {
    assertThat(phones("")).containsExactly("", CLEO, BOB, ADA);
    assertThat(phones("?status=open&channel=text")).containsExactly(CLEO);
    assertThat(phones("?status=ended")).containsExactly(ADA);
    assertThat(phones("?channel=web")).containsExactly("");
    assertThat(phones("?contact=%2B1%20555%20777")).containsExactly(BOB, ADA);
    assertThat(phones("?contact=5003")).containsExactly(CLEO);
    assertThat(phones("?errors=true")).isEmpty();
    assertThat(phones("?app=desk&profile=production")).hasSize(4);
    assertThat(phones("?app=other")).isEmpty();
    assertThat(phones("?profile=QA")).isEmpty();
    assertThat(phones("?from=" + later)).containsExactly("", CLEO);
    assertThat(phones("?until=" + later)).containsExactly(BOB, ADA);
    var release = list("").get(0).path("release").asString();
    assertThat(phones("?release=" + release)).hasSize(4);
    var ada = list("?status=ended").get(0).path("id").asString();
    assertThat(phones("?contact=" + ada)).containsExactly(ADA);
  }

  @Test
  void theListGoesOnWhereAPageEnded() {
    var first = world.api().get("journeys?limit=3");
    assertThat(first.path("items")).hasSize(3);
    assertThat(phones("?limit=3&cursor=" + first.path("next_cursor").asString()))
        .containsExactly(ADA);
  }

  @Test
  void aFilterThatIsNoneSaysWhatWasExpected() {
    var answer = world.client().get("/api/v1/journeys?status=lost&channel=fax&release=7&from=soon");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("open, ended, expired", "web, text, call, api, schedule", "the id of a release");
  }

  @Test
  void theTableHasWhatTheListHas() {
    var lines = world.client().get("/api/v1/journeys/export?channel=text").body().split("\r\n");
    assertThat(lines).hasSize(4);
    assertThat(lines[0]).startsWith("\"id\",\"app\",\"profile\"");
    assertThat(lines[2])
        .contains("\"desk\",\"Production\",\"1\",\"1\",\"expired\",\"text\"", "'+1555");
  }

  @Test
  void journeysAreCountedByDayChannelAndReleaseAndWherePeopleWereLeft() {
    var all = world.api().get("apps/desk/statistics?from=%s".formatted(begin));
    var total = all.path("total");
    assertThat(total.path("started").asInt()).isEqualTo(4);
    assertThat(total.path("finished").asInt()).isEqualTo(1);
    assertThat(total.path("abandoned").asInt()).isEqualTo(1);
    assertThat(total.path("open").asInt()).isEqualTo(2);
    assertThat(all.path("days")).hasSize(3);
    assertThat(all.at("/days/0/counts/started").asInt()).isEqualTo(2);
    assertThat(all.at("/days/1/counts/started").asInt()).isZero();
    assertThat(all.at("/channels/0/channel").asString()).isEqualTo("text");
    assertThat(all.at("/channels/1/channel").asString()).isEqualTo("web");
    assertThat(all.at("/releases/0/version").asInt()).isEqualTo(1);
    assertThat(all.at("/steps/0/place").asString()).isEqualTo("flows/talk/steps/two");
    assertThat(all.at("/steps/0/abandoned").asInt()).isEqualTo(1);
    assertThat(all.at("/answers/0/turns").asInt()).isEqualTo(5);
    assertThat(all.at("/answers/0/p95_ms").asInt()).isZero();
  }

  @Test
  void countsAreOfOneProfileAndOfTheDaysThatAreAskedFor() {
    assertThat(world.api().get("apps/desk/statistics?profile=QA").at("/total/started").asInt())
        .isZero();
    assertThat(
            world
                .api()
                .get("apps/desk/statistics?zone=Pacific/Auckland&from=%s".formatted(later))
                .at("/total/started")
                .asInt())
        .isEqualTo(2);
    var answer = world.client().get("/api/v1/apps/desk/statistics?zone=Mars&from=" + Instant.EPOCH);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("time zone", "366 days");
  }
}
