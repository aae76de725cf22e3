package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.db.TestDatabase;
import dev.wayfare.testing.Soon;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// When a schedule runs next: what people are told of it, and how long the worker sleeps.
class ScheduleTimesTest {
  private static final String MONTHLY =
      """
      wayfare: 1
      name: monthly
      time_zone: Europe/Berlin
      triggers:
        month: {type: schedule, cron: "30 2 1 * *", flow: nothing}
      flows:
        nothing:
          start: done
          steps: {done: {type: stop}}
      """;

  @Test
  void itIsToldInWordsAndWaitedForAsLongAsItTakes() {
    try (var world = new TestWorld()) {
      goTo(world, "2026-12-31T12:00:00Z");
      assertThat(world.part(Schedules.class).untilNext()).isEqualTo(Duration.ofSeconds(30));
      world.saves("monthly", MONTHLY).publishes("monthly");
      var found = onlySchedule(world);
      assertThat(found.path("app").asString()).isEqualTo("monthly");
      assertThat(found.path("cron").asString()).isEqualTo("30 2 1 * *");
      assertThat(found.path("words").asString()).isEqualTo("at 02:30 on the 1st of the month");
      assertThat(found.path("time_zone").asString()).isEqualTo("Europe/Berlin");
      assertThat(found.path("missed").asString()).isEqualTo("once");
      assertThat(found.path("next").size()).isEqualTo(3);
      var next = found.path("next").get(0);
      assertThat(next.path("at").asString()).isEqualTo("2027-01-01T01:30:00Z");
      assertThat(next.path("words").asString())
          .isEqualTo("Friday, 1 January 2027 at 02:30 Europe/Berlin");
      assertThat(world.part(Schedules.class).untilNext()).isEqualTo(Duration.ofSeconds(30));
      goTo(world, "2027-01-01T01:29:50Z");
      assertThat(world.part(Schedules.class).untilNext()).isEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void aPublishWakesTheWorkerThatSleeps() {
    try (var database = TestDatabase.fresh();
        var world = TestWorld.awakeOver(database.url())) {
      world.saves("monthly", MONTHLY).publishes("monthly");
      goTo(world, "2026-04-01T00:30:00Z");
      world.saves("other", MONTHLY.replace("monthly", "other")).publishes("other");
      Soon.within(
          Duration.ofSeconds(15),
          "the run of April",
          () -> world.api().get("schedules/runs").path("items").size() == 1);
      var run = world.api().get("schedules/runs").path("items").get(0);
      assertThat(run.path("app").asString()).isEqualTo("monthly");
      assertThat(run.path("due").asString()).isEqualTo("2026-04-01T00:30:00Z");
    }
  }

  private static JsonNode onlySchedule(TestWorld world) {
    var items = world.api().get("schedules").path("items");
    assertThat(items.size()).isEqualTo(1);
    return items.get(0);
  }

  private static void goTo(TestWorld world, String moment) {
    world.clock().jump(Duration.between(world.clock().instant(), Instant.parse(moment)));
  }
}
