package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.db.Bell;
import dev.wayfare.db.OwnPostgres;
import dev.wayfare.testing.Soon;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database goes away under a server that runs, and comes back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {
  private static final Logger LOG = LoggerFactory.getLogger(OutageTest.class);
  private static final String ADA = "+15557771000";

  /// A carrier gives up after fifteen seconds.
  private static final Duration SOON_ENOUGH = Duration.ofSeconds(14);

  private static final Duration RECOVERY = Duration.ofSeconds(15);

  private final OwnPostgres postgres = new OwnPostgres();
  private final TestWorld world = TestWorld.awakeOver(postgres.url());
  private String page = "";

  @BeforeAll
  void aJourneyIsUnderWay() {
    world.saves("parcel-desk", TestWorld.example("parcel-desk")).publishes("parcel-desk");
    world.sms(ADA, "hi");
    world.sms(ADA, "PD-1042");
    page = world.sms(ADA, "yes").getFirst().replaceFirst("(?s).*(/u/[\\w-]+).*", "$1");
    assertThat(world.get(page).body()).contains("When and where?");
    assertThat(world.client().get("/api/v1/ready").status()).isEqualTo(200);
  }

  @AfterAll
  void close() {
    world.close();
    postgres.close();
  }

  @Test
  void whileItIsAwayEverybodyIsToldToComeAgainAndThenAllGoesOnByItself() throws Exception {
    var start = world.startingLink("parcel-desk");
    postgres.stop();
    var client = world.client();
    var doors = new LinkedHashMap<String, Supplier<HttpResponse<String>>>();
    doors.put("text", () -> world.post("+15557771001", "hi", "SMaway"));
    doors.put("status", OutageTest.this::status);
    doors.put("ready", () -> client.get("/api/v1/ready").response());
    doors.put("page", () -> world.get(page));
    doors.put("starting link", () -> world.get(start));
    doors.put("api", () -> client.get("/api/v1/journeys").response());
    doors.put(
        "api, unknown token",
        () ->
            client
                .without("Authorization")
                .with("Authorization", "Bearer " + "wf_" + "x".repeat(40))
                .get("/api/v1/apps")
                .response());
    doors.put(
        "api, named request",
        () -> client.with("Idempotency-Key", "k").post("/api/v1/apps", "{}").response());
    doors.put("sign-in", () -> client.post("/sign-in/nobody", "").response());

    doors.put("live page", () -> world.get(page + "/live"));

    var answers = askAll(doors);
    var live = answers.remove("live page");
    assertThat(live.body()).isEqualTo("retry: 5000\n\n");
    answers.forEach(
        (door, answer) -> {
          assertThat(answer.statusCode()).as(door + answer.body()).isEqualTo(503);
          assertThat(answer.headers().firstValue("Retry-After")).as(door).contains("5");
        });
    assertThat(answers.get("page").body()).contains("<h1", "Back in a moment");
    assertThat(answers.get("api").body()).contains("\"code\":\"database_unreachable\"");
    assertThat(answers.get("api").headers().firstValue("Content-Type"))
        .contains("application/problem+json");

    postgres.startAgain();
    var back =
        Soon.within(
            RECOVERY,
            "texts are answered again",
            () -> world.post("+15557771001", "hi", "SMaway").statusCode() == 200);
    LOG.info("Back: first answer after {}", back);
    assertThat(world.post("+15557771001", "hi", "SMaway").body())
        .contains("What is your order number?");
    assertThat(client.get("/api/v1/ready").status()).isEqualTo(200);
    assertThat(world.get(page).body()).contains("When and where?");
    theBellRings();
    theWorkersWork();
  }

  private HttpResponse<String> status() {
    return world.hook(
        "/hooks/twilio/status",
        Map.of("MessageSid", "SM1", "MessageStatus", "sent", "From", TestWorld.NUMBER));
  }

  private void theBellRings() {
    var rung = new AtomicInteger();
    world.part(Bell.class).on("outage-test", rung::incrementAndGet);
    try (var other = world.another()) {
      Soon.within(
          RECOVERY,
          "a ring of another process is heard",
          () -> {
            other.part(Bell.class).ring("outage-test", "");
            return rung.get() > 0;
          });
      var changed = TestWorld.example("parcel-desk").replace("Hi, this is", "Good day, this is");
      other.saves("parcel-desk", changed).publishes("parcel-desk");
      var people = new AtomicInteger(2000);
      Soon.within(
          RECOVERY,
          "a publish by another process is seen",
          () ->
              world
                  .sms("+1555777" + people.incrementAndGet(), "hi")
                  .getFirst()
                  .startsWith("Good day"));
    }
  }

  private void theWorkersWork() {
    assertThat(world.part(Workers.class).allAlive()).isTrue();
    world.clock().jump(Duration.ofHours(25));
    Soon.within(
        RECOVERY,
        "a timer fires and its text leaves",
        () -> world.carrier().sent().stream().anyMatch(text -> ADA.equals(text.get("To"))));
  }

  @Test
  void aDatabaseThatNeverAnswersIsNoReasonToKeepACarrierWaiting() throws Exception {
    postgres.freeze();
    var client = world.client();
    var answers =
        askAll(
            Map.of(
                "text", () -> world.post("+15557771002", "hi", "SMfrozen"),
                "page", () -> world.get(page),
                "ready", () -> client.get("/api/v1/ready").response()));
    assertThat(answers.values()).allMatch(answer -> answer.statusCode() == 503);
    postgres.thaw();
    var back =
        Soon.within(
            RECOVERY,
            "the text that was posted again is answered",
            () -> world.post("+15557771002", "hi", "SMfrozen").statusCode() == 200);
    LOG.info("Thawed: first answer after {}", back);
    assertThat(world.part(Workers.class).allAlive()).isTrue();
  }

  /// All at the same moment; none may take longer than a carrier waits.
  private static Map<String, HttpResponse<String>> askAll(
      Map<String, Supplier<HttpResponse<String>>> doors) throws Exception {
    var answers = new LinkedHashMap<String, HttpResponse<String>>();
    var begun = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new LinkedHashMap<String, Future<HttpResponse<String>>>();
      doors.forEach((name, door) -> asked.put(name, threads.submit(door::get)));
      for (var each : asked.entrySet()) {
        answers.put(each.getKey(), each.getValue().get());
      }
    }
    var slowest = Duration.ofNanos(System.nanoTime() - begun);
    LOG.info("Away: {} doors said so within {}", doors.size(), slowest);
    assertThat(slowest).isLessThan(SOON_ENOUGH);
    return answers;
  }
}
