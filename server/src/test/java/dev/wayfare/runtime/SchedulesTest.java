package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.kernel.Ids;
import dev.wayfare.publish.LiveReleases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Schedules of two servers over one database, as time passes, clocks are moved, servers are away
/// and releases change.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchedulesTest {
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final TestWorld here = new TestWorld();
  private final TestWorld there = here.another();
  private int apps;
  private String app = "";

  @AfterAll
  void close() {
    there.close();
    here.close();
  }

  @AfterEach
  void unpublish() {
    here.api().delete("apps/" + app + "/profiles/Production/live");
  }

  private static String document(String name, String title, String... triggers) {
    return """
    wayfare: 1
    name: %s
    title: %s
    time_zone: Europe/Berlin
    triggers:
    %s
    flows:
      count:
        start: one
        inputs: {due: moment}
        steps:
          one: {type: metric, name: %s, value: 1, next: log}
          log: {type: log, code: RAN, message: "{{ due }}"}
    """
        .formatted(name, title, String.join("\n", triggers).indent(2).stripTrailing(), name);
  }

  private static String hourly(String name, String rule) {
    return name
        + ": {type: schedule, cron: \"0 * * * *\", missed: "
        + rule
        + ", flow: count, with: {due: event.due}}";
  }

  /// Publishes an app of the test's own with these triggers, and has both servers know.
  private void publish(String... triggers) {
    app = "timed-" + ++apps;
    publishAgain("Timed", triggers);
  }

  private void publishAgain(String title, String... triggers) {
    here.saves(app, document(app, title, triggers)).publishes(app);
    there.part(LiveReleases.class).refresh();
  }

  /// The start of the next hour, so that a test can say what comes after it.
  private Instant nextHour() {
    var now = here.clock().instant();
    var hour = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    here.clock().jump(Duration.between(now, hour));
    return hour;
  }

  private void look() {
    here.part(Schedules.class).runDue();
    there.part(Schedules.class).runDue();
  }

  private void passes(Duration time, Duration step) {
    for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
      here.clock().jump(step);
      look();
    }
  }

  /// The runs of this test's app, oldest first.
  private List<JsonNode> runs() {
    var runs = new ArrayList<JsonNode>();
    for (var run : here.api().get("schedules/runs?limit=200").path("items")) {
      if (run.path("app").asString().equals(app)) {
        runs.addFirst(run);
      }
    }
    return runs;
  }

  private List<String> told(String... fields) {
    return runs().stream()
        .map(
            run ->
                String.join(
                    " ", List.of(fields).stream().map(it -> run.path(it).asString()).toList()))
        .toList();
  }

  /// How often the flow did what it does.
  private long counted() {
    return here.part(JdbcClient.class)
        .sql("select count(*) from metric where name = ?")
        .param(app)
        .query(Long.class)
        .single();
  }

  @Test
  void aRunIsAJourneyOfItsOwnThatIsOver() {
    publish(hourly("tick", "once"));
    var due = nextHour();
    look();
    assertThat(told("trigger", "due", "state", "missed", "tries"))
        .containsExactly("tick " + due + " done 0 1");
    var run = runs().getFirst();
    assertThat(run.path("ended").asString()).isEqualTo(due.toString());
    var trail = here.api().get("journeys/" + run.path("journey").asString() + "/trail");
    assertThat(trail.path("turns").get(0).path("kind").asString()).isEqualTo("schedule");
    assertThat(trail.toString()).contains(due.toString());
    look();
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void twoServersRunEachMomentOnce() throws Exception {
    publish(hourly("tick", "all"), hourly("tock", "once"), hourly("tack", "skip"));
    nextHour();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var hour = 0; hour < 12; hour++) {
        var begin = new CyclicBarrier(4);
        var looks = new ArrayList<Callable<Integer>>();
        for (var server : List.of(here, there, here, there)) {
          looks.add(
              () -> {
                begin.await(10, TimeUnit.SECONDS);
                return server.part(Schedules.class).runDue();
              });
        }
        for (var look : threads.invokeAll(looks)) {
          look.get();
        }
        here.clock().jump(Duration.ofHours(1));
      }
    }
    assertThat(told("state")).hasSize(36).containsOnly("done");
    assertThat(Set.copyOf(told("trigger", "due"))).hasSize(36);
    assertThat(counted()).isEqualTo(36);
  }

  /// The next time that clocks are moved in this zone, forward or back.
  private ZoneOffsetTransition clocksMove(String zone, boolean forward) {
    var rules = ZoneId.of(zone).getRules();
    var change = rules.nextTransition(here.clock().instant().plus(Duration.ofDays(1)));
    while (change.isGap() != forward) {
      change = rules.nextTransition(change.getInstant());
    }
    return change;
  }

  private void goTo(Instant moment) {
    here.clock().jump(Duration.between(here.clock().instant(), moment));
  }

  private static String nightly(String cron, String zone) {
    return "night: {type: schedule, cron: \"%s\", time_zone: %s, flow: count, with: {due: event.due}}"
        .formatted(cron, zone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York"})
  void clocksThatGoForwardNeitherSkipNorDouble(String zone) {
    var change = clocksMove(zone, true).getInstant();
    goTo(change.minus(Duration.ofHours(13)));
    publish(nightly("30 2 * * *", zone));
    passes(Duration.ofHours(47), Duration.ofMinutes(10));
    assertThat(told("due"))
        .containsExactly(
            change.toString(), change.plus(Duration.ofMinutes(23 * 60 + 30)).toString());
    assertThat(counted()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"30 2 * * *, Europe/Berlin", "30 1 * * *, America/New_York"})
  void clocksThatGoBackRunATimeThatComesTwiceOnce(String cron, String zone) {
    var change = clocksMove(zone, false).getInstant();
    goTo(change.minus(Duration.ofHours(13)));
    publish(nightly(cron, zone));
    passes(Duration.ofHours(47), Duration.ofMinutes(10));
    assertThat(told("due"))
        .containsExactly(
            change.minus(Duration.ofMinutes(30)).toString(),
            change.plus(Duration.ofMinutes(24 * 60 + 30)).toString());
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void whatWasMissedRunsAsItsRuleSays() {
    publish(hourly("skipping", "skip"), hourly("once", "once"), hourly("all", "all"));
    var begin = nextHour();
    look();
    here.clock().jump(Duration.ofMinutes(330));
    look();
    look();
    var fifth = begin.plus(Duration.ofHours(5));
    assertThat(told("trigger", "due", "state", "missed"))
        .containsExactlyInAnyOrder(
            "skipping " + begin + " done 0",
            "once " + begin + " done 0",
            "all " + begin + " done 0",
            "skipping " + fifth + " skipped 4",
            "once " + fifth + " done 4",
            "all " + begin.plus(Duration.ofHours(1)) + " done 0",
            "all " + begin.plus(Duration.ofHours(2)) + " done 0",
            "all " + begin.plus(Duration.ofHours(3)) + " done 0",
            "all " + begin.plus(Duration.ofHours(4)) + " done 0",
            "all " + fifth + " done 0");
    assertThat(counted()).isEqualTo(9);
    here.clock().jump(Duration.ofMinutes(33));
    look();
    assertThat(told("trigger", "due", "state"))
        .as("three minutes late is met")
        .contains("skipping " + begin.plus(Duration.ofHours(6)) + " done");
  }

  @Test
  void noMoreThanAHundredMissedMomentsRun() {
    publish(hourly("all", "all"));
    var begin = nextHour();
    here.clock().jump(Duration.ofHours(149));
    look();
    assertThat(counted()).isEqualTo(100);
    assertThat(told("due", "missed").getFirst())
        .isEqualTo(begin.plus(Duration.ofHours(50)) + " 50");
    assertThat(told("due", "missed").getLast()).isEqualTo(begin.plus(Duration.ofHours(149)) + " 0");
  }

  @Test
  void aPublishCountsFromItsOwnMoment() {
    publish(hourly("tick", "all"));
    nextHour();
    here.clock().jump(Duration.ofMinutes(150));
    publishAgain("Timed better", hourly("tick", "all"), hourly("tock", "all"));
    look();
    assertThat(runs()).as("no run for moments before it, of either release").isEmpty();
    var due = nextHour();
    look();
    assertThat(told("trigger", "due", "state"))
        .containsExactlyInAnyOrder("tick " + due + " done", "tock " + due + " done");
    var live = here.api().get("apps/" + app + "/profiles/Production/live").toString();
    assertThat(live).contains("\"version\":2");
    publishAgain("Timed again", hourly("tock", "all"));
    var next = nextHour();
    look();
    assertThat(told("trigger", "due")).endsWith("tock " + next).hasSize(3);
  }

  @Test
  void whatIsTakenDownRunsNoMore() {
    publish(hourly("tick", "all"));
    nextHour();
    look();
    here.api().delete("apps/" + app + "/profiles/Production/live");
    passes(Duration.ofHours(3), Duration.ofHours(1));
    there.part(Schedules.class).runDue();
    assertThat(runs()).hasSize(1);
    assertThat(here.api().get("schedules").toString()).doesNotContain(app);
    publishAgain("Timed once more", hourly("tick", "all"));
    look();
    assertThat(runs()).as("what passed while it was down").hasSize(1);
  }

  @Test
  void aServerThatDoesNotKnowYetRunsNothingOfTheOldRelease() {
    publish(hourly("tick", "all"));
    here.saves(app, document(app, "Moved on", hourly("tock", "all"))).publishes(app);
    var due = nextHour();
    there.part(Schedules.class).runDue();
    here.part(Schedules.class).runDue();
    assertThat(told("trigger", "due")).containsExactly("tock " + due);
  }

  @Test
  void aRunWhoseServerDiedRunsAgainOnceItsLeaseIsOver() {
    publish(hourly("tick", "once"));
    nextHour();
    var store = new PgScheduleStore(here.part(JdbcClient.class));
    var dying = decidedAndTaken(store);
    there.part(Schedules.class).runDue();
    assertThat(told("state", "tries")).as("while the lease lasts").containsExactly("running 1");
    here.clock().jump(LEASE);
    there.part(Schedules.class).runDue();
    assertThat(told("state", "tries", "error"))
        .containsExactly("done 2 A server stopped in the middle of it, and it ran again.");
    assertThat(counted()).isEqualTo(1);
    assertThat(store.ran(dying, dying.id(), Optional.empty(), here.clock().instant()))
        .as("a server that was only slow remembers nothing")
        .isFalse();
  }

  @Test
  void aRunThatDiedIsNobodysAfterAPublish() {
    publish(hourly("tick", "once"));
    nextHour();
    decidedAndTaken(new PgScheduleStore(here.part(JdbcClient.class)));
    publishAgain("Timed better", hourly("tick", "once"));
    here.clock().jump(LEASE);
    look();
    assertThat(told("state")).containsExactly("superseded");
    assertThat(counted()).isZero();
  }

  /// A run as a server leaves it that dies right after it took it.
  private ScheduleStore.Due decidedAndTaken(ScheduleStore store) {
    var now = here.clock().instant();
    var live =
        here.part(Schedules.class).live().stream()
            .filter(each -> each.release().appName().equals(app))
            .findFirst()
            .orElseThrow();
    store.decide(
        new ScheduleStore.Key(live.place().id(), live.trigger().name()),
        live.release().id(),
        Optional.empty(),
        List.of(new ScheduleStore.Planned(here.part(Ids.class).next(), now, 0, true)),
        now);
    var taken = store.take(now, now.plus(LEASE), 50);
    assertThat(taken).hasSize(1);
    return taken.getFirst();
  }

  @Test
  void aRunThatFailsSaysWhy() {
    app = "timed-" + ++apps;
    here.saves(
            app,
            """
            wayfare: 1
            name: %s
            triggers:
              tick: {type: schedule, cron: "0 * * * *", flow: fail}
            flows:
              fail:
                start: oops
                steps: {oops: {type: raise, code: NO_STOCK, message: "Nothing is left."}}
            """
                .formatted(app))
        .publishes(app);
    nextHour();
    look();
    assertThat(told("state", "error")).containsExactly("failed NO_STOCK: Nothing is left.");
  }

  @Test
  void aRunIsNotOverBeforeItsJourneyIs() {
    app = "timed-" + ++apps;
    here.saves(
            app,
            """
            wayfare: 1
            name: %s
            triggers:
              tick: {type: schedule, cron: "@hourly", flow: slow}
            flows:
              slow:
                start: rest
                steps: {rest: {type: wait, for: 20m}}
            """
                .formatted(app))
        .publishes(app);
    var due = nextHour();
    look();
    assertThat(told("state", "started", "ended")).containsExactly("running " + due + " ");
    here.clock().jump(Duration.ofMinutes(20));
    here.runDue();
    assertThat(told("state", "started", "ended"))
        .containsExactly("done " + due + " " + due.plus(Duration.ofMinutes(20)));
  }

  @Test
  void theLogIsReadPageByPage() {
    publish(hourly("tick", "all"));
    nextHour();
    here.clock().jump(Duration.ofHours(4));
    look();
    var first = here.api().get("schedules/runs?limit=2");
    var cursor = first.path("next_cursor").asString();
    var second = here.api().get("schedules/runs?limit=2&cursor=" + cursor);
    assertThat(first.path("items").size()).isEqualTo(2);
    assertThat(second.path("items").get(0).path("due").asString()).isEqualTo(told("due").get(2));
  }

  @Test
  void aTextOfAScheduleLeavesOnceByTheAppsNumber() {
    app = "timed-" + ++apps;
    here.saves(
            app,
            """
            wayfare: 1
            name: %s
            triggers:
              tick: {type: schedule, cron: "0 * * * *", flow: tell}
            flows:
              tell:
                start: tell
                steps: {tell: {type: text_once, to: "'+15557001234'", text: "The hour is full."}}
            """
                .formatted(app))
        .publishes(app);
    there.part(LiveReleases.class).refresh();
    nextHour();
    look();
    look();
    assertThat(here.sentTo("+15557001234")).containsExactly("The hour is full.");
  }
}
