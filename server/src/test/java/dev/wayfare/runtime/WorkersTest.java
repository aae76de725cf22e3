package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.cli.Api;
import dev.wayfare.testing.HeardLog;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What workers do when there are two of them, when one dies, and when what they do fails.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkersTest {
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final TestWorld here = new TestWorld();
  private final TestWorld there = here.another();
  private int phones;

  @BeforeAll
  void publish() {
    here.saves("parcel-desk", TestWorld.example("parcel-desk")).publishes("parcel-desk");
  }

  @AfterEach
  void settle() {
    here.carrier().answers(201);
    here.runDue();
  }

  @AfterAll
  void close() {
    there.close();
    here.close();
  }

  /// Whom a timer will text in a day.
  private String somebodyWhoIsReminded() {
    var phone = "+1555666%04d".formatted(phones++);
    here.sms(phone, "hi");
    here.sms(phone, "PD-1042");
    here.sms(phone, "yes");
    return phone;
  }

  private List<String> peopleWhoAreReminded(int many) {
    return IntStream.range(0, many).mapToObj(_ -> somebodyWhoIsReminded()).toList();
  }

  private void theDayPasses() {
    here.clock().jump(Duration.ofHours(25));
  }

  private long textsTo(String phone) {
    return here.carrier().sent().stream().filter(text -> phone.equals(text.get("To"))).count();
  }

  @Test
  void twoWorkersDoEachThingOnce() throws Exception {
    var people = peopleWhoAreReminded(80);
    theDayPasses();
    var begin = new CyclicBarrier(4);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var works = new ArrayList<Callable<TestWorld>>();
      for (var server : List.of(here, there, here, there)) {
        works.add(
            () -> {
              begin.await(10, TimeUnit.SECONDS);
              return server.runDue().runDue();
            });
      }
      for (var work : threads.invokeAll(works)) {
        work.get();
      }
    }
    here.runDue();
    assertThat(people).allMatch(phone -> textsTo(phone) == 1);
    for (var phone : people.subList(0, 10)) {
      var kinds = new ArrayList<String>();
      var trail = here.api().get("journeys/" + journey(phone) + "/trail").path("turns");
      trail.forEach(turn -> kinds.add(turn.path("kind").asString()));
      assertThat(kinds).containsExactly("text", "text", "answer", "text", "timer");
    }
  }

  @Test
  void aTimerWhoseWorkerDiedIsFiredByTheOther() {
    var ada = somebodyWhoIsReminded();
    theDayPasses();
    var now = here.clock().instant();
    assertThat(here.part(TimerStore.class).take(now, now.plus(LEASE), 50)).isNotEmpty();
    there.runDue();
    assertThat(textsTo(ada)).as("while the lease lasts").isZero();
    here.clock().jump(LEASE.plusSeconds(1));
    there.runDue();
    assertThat(textsTo(ada)).isEqualTo(1);
  }

  @Test
  void aTextWhoseWorkerDiedIsSentByTheOther() {
    var ada = somebodyWhoIsReminded();
    theDayPasses();
    here.part(Timers.class).fireDue();
    var now = here.clock().instant();
    assertThat(here.part(OutboxStore.class).take(now, now.plus(LEASE), 50)).isNotEmpty();
    there.runDue();
    assertThat(textsTo(ada)).as("while the lease lasts").isZero();
    here.clock().jump(LEASE.plusSeconds(1));
    there.runDue();
    here.runDue();
    assertThat(textsTo(ada)).isEqualTo(1);
  }

  /// Else a slow carrier would keep a batch longer than its lease, and the other worker would send
  /// the rest of it a second time.
  @Test
  void aSlowTextKeepsNoOtherWaiting() {
    var people = peopleWhoAreReminded(8);
    theDayPasses();
    here.carrier().answersWhenThere(people.size());
    here.runDue();
    assertThat(people).allMatch(phone -> textsTo(phone) == 1);
  }

  @Test
  void theBackOffGrowsAndEndsInADeadLetterThatCanBeSentAgain() {
    var ada = somebodyWhoIsReminded();
    theDayPasses();
    here.carrier().answers(503);
    here.runDue();
    var pauses = new ArrayList<Duration>();
    while (!sql("select state from outbox where recipient = ?", String.class, ada).equals("dead")) {
      var due = sql("select due_at from outbox where recipient = ?", OffsetDateTime.class, ada);
      var pause = Duration.between(here.clock().instant(), due.toInstant());
      pauses.add(pause);
      here.clock().jump(pause);
      here.runDue();
    }
    assertThat(pauses).hasSize(BackOff.TRIES - 1).isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(pauses.getLast())
        .isGreaterThan(pauses.getFirst())
        .isBetween(minutes(30), minutes(60));

    var letter = deadTextTo(ada);
    assertThat(letter.path("tries").asInt()).isEqualTo(BackOff.TRIES);
    assertThat(letter.path("error").asString()).contains("After 12 tries");
    here.carrier().answers(201);
    here.runDue();
    assertThat(textsTo(ada)).as("it stays until somebody sends it again").isZero();
    here.api().post("outbox/" + letter.path("id").asString() + "/send-again", Map.of());
    there.runDue();
    assertThat(textsTo(ada)).isEqualTo(1);
    assertThat(here.api().get("outbox/dead").path("items"))
        .noneMatch(each -> each.path("to").asString().equals(ada));
  }

  @Test
  void aTimerThatFailsTooOftenIsListedAndCanBeFiredAgain() {
    var ada = somebodyWhoIsReminded();
    var journey = journey(ada);
    var release = sql("select release_id from journey where id = ?", UUID.class, journey);
    change("update journey set release_id = ? where id = ?", new UUID(1, 2), journey);
    theDayPasses();
    try (var log = new HeardLog(Timers.class)) {
      for (var hour = 0; hour < 14; hour++) {
        here.runDue();
        here.clock().jump(Duration.ofHours(1));
      }
      assertThat(log.lines()).hasSize(BackOff.TRIES);
    }
    var dead = new ArrayList<String>();
    for (var timer : here.api().get("timers/dead").path("items")) {
      if (timer.path("journey").asString().equals(journey.toString())) {
        dead.add(timer.path("name").asString());
      }
    }
    assertThat(dead).hasSize(1);
    assertThat(textsTo(ada)).isZero();

    change("update journey set release_id = ? where id = ?", release, journey);
    here.api()
        .post(
            "journeys/" + journey + "/timers/" + Api.part(dead.getFirst()) + "/fire-again",
            Map.of());
    there.runDue();
    assertThat(textsTo(ada)).isEqualTo(1);
  }

  @Test
  void aJourneyThatCannotEndKeepsNoOtherAlive() {
    var stuck = journey(somebodyWhoIsReminded());
    var ada = journey(somebodyWhoIsReminded());
    var release = sql("select release_id from journey where id = ?", UUID.class, stuck);
    change("delete from timer where journey_id = ?", stuck);
    change("update journey set release_id = ? where id = ?", new UUID(1, 2), stuck);
    here.clock().jump(Duration.ofDays(31));
    try (var log = new HeardLog(Timers.class)) {
      here.runDue();
      assertThat(log.lines()).singleElement().asString().contains(stuck.toString());
    }
    assertThat(standing(ada)).isEqualTo("expired");
    assertThat(standing(stuck)).isEqualTo("open");
    change("update journey set release_id = ? where id = ?", release, stuck);
    here.runDue();
    assertThat(standing(stuck)).isEqualTo("expired");
  }

  private static Duration minutes(int many) {
    return Duration.ofMinutes(many);
  }

  private JsonNode deadTextTo(String phone) {
    for (var letter : here.api().get("outbox/dead").path("items")) {
      if (letter.path("to").asString().equals(phone)) {
        return letter;
      }
    }
    throw new AssertionError("no dead text to " + phone);
  }

  private UUID journey(String phone) {
    return sql("select id from journey where phone = ?", UUID.class, phone);
  }

  private String standing(UUID journey) {
    return sql("select standing from journey where id = ?", String.class, journey);
  }

  private <T> T sql(String query, Class<T> type, Object value) {
    return here.part(JdbcClient.class).sql(query).param(value).query(type).single();
  }

  private void change(String statement, Object... values) {
    here.part(JdbcClient.class).sql(statement).params(values).update();
  }
}
