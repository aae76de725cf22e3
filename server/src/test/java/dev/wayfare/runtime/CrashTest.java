package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.cli.Api;
import dev.wayfare.db.Ports;
import dev.wayfare.db.TestFolders;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.ServerProcess;
import dev.wayfare.testing.Soon;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that is killed with `kill -9`, whenever it hurts: a process of its own with a database
/// of its own, and customers who go on texting.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {
  private static final Logger LOG = LoggerFactory.getLogger(CrashTest.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PHONES = 8;
  private static final int KILLS = 3;

  /// Says how many answers it has heard, so that a turn that was lost or doubled is seen at once.
  private static final String COUNTER =
      """
      wayfare: 1
      name: counter
      title: Counter
      variables: {count: number, word: text}
      triggers:
        texted: {type: text, flow: counting}
      flows:
        counting:
          channel: text
          start: page
          steps:
            page: {type: say, text: "{{ link('page') }}", next: more}
            more: {type: ask, text: "{{ count }} heard, {{ word }} last", into: word, next: add}
            add: {type: set, values: {count: "count + 1"}, next: more}
        page:
          channel: web
          start: words
          steps:
            words: {type: page, title: "{{ count }} heard, {{ word }} last"}
      """;

  private final Path data = TestFolders.fresh();
  private final FakeCarrier carrier = new FakeCarrier();
  private final int port = Ports.free();
  private ServerProcess server = ServerProcess.up(data, port);
  private String token = "";
  private Webhooks hooks = freshHooks();

  @BeforeAll
  void publish() {
    var link = URI.create(server.says("Sign in as the first owner, once: "));
    var signedIn = new Client(port, List.of()).post(link.getPath(), "");
    token =
        new Client(
                port,
                List.of(
                    "Cookie",
                    "wayfare_session=" + signedIn.cookie("wayfare_session"),
                    "X-CSRF-Token",
                    signedIn.cookie("wayfare_csrf")))
            .post("/api/v1/tokens", "{\"name\": \"test\", \"scopes\": [\"*\"]}")
            .text("/secret");
    var builder = new Builder(api(), carrier.url(), "http://127.0.0.1:1");
    builder.saves("counter", COUNTER);
    builder.publishes("counter");
  }

  @AfterAll
  void close() {
    server.close();
    carrier.close();
    TestFolders.erase(data);
  }

  private Api api() {
    return new Api(server.base(), token);
  }

  /// Without connections to a process that is dead.
  private Webhooks freshHooks() {
    return new Webhooks(HttpClient.newHttpClient(), server.base(), server.publicUrl());
  }

  private void killAndStartAgain() {
    server.killNine();
    server = ServerProcess.up(data, port);
    hooks = freshHooks();
  }

  private HttpResponse<String> text(String phone, String body, String sid) throws IOException {
    return hooks.text(phone, Builder.NUMBER, body, sid);
  }

  @Test
  void betweenTwoTurnsTheJourneyGoesOnAndNobodyMeetsHalfAServer() throws Exception {
    var ada = "+15551230001";
    var first = Webhooks.replies(text(ada, "hi", "SMada0").body());
    assertThat(first).last().isEqualTo("0 heard,  last");
    var page = URI.create(first.getFirst()).getPath();
    var before = text(ada, "one", "SMada1").body();
    assertThat(before).contains("1 heard, one last");
    var postgres = postgres();

    var killed = System.nanoTime();
    killAndStartAgain();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var doors =
          List.of(
              Probe.of(threads, "webhook", () -> text(ada, "two", "SMada2")),
              Probe.of(threads, "page", () -> get(page)),
              Probe.of(threads, "api", () -> get("/api/v1/journeys")),
              Probe.of(threads, "ready", () -> get("/api/v1/ready")));
      var heard = new ArrayList<Probe.Heard>();
      for (Future<Probe.Heard> door : doors) {
        heard.add(door.get());
      }
      LOG.info(
          "Killed, started, answered after {} ms; until then: {}",
          Duration.ofNanos(System.nanoTime() - killed).toMillis(),
          heard.stream()
              .map(it -> "%s %d refused, %d 503".formatted(it.door(), it.refused(), it.notReady()))
              .toList());
      assertThat(heard).allMatch(door -> door.refused() > 0);
      assertThat(heard.getFirst().answer()).contains("2 heard, two last");
      assertThat(heard.get(1).answer()).contains(" heard, ");
      assertThat(heard.get(2).answer()).contains("\"phone\":\"" + ada);
    }
    assertThat(postgres()).as("the PostgreSQL that was left behind is adopted").isEqualTo(postgres);
    assertThat(text(ada, "one", "SMada1").body()).isEqualTo(before);
    assertThat(text(ada, "three", "SMada3").body()).contains("3 heard, three last");
    assertThat(get(page).body()).contains("3 heard, three last");
  }

  @Test
  void underLoadNoTurnIsLostOrDoubled() throws Exception {
    var seed = System.nanoTime();
    var random = new Random(seed);
    var turns = new AtomicInteger();
    var phones = new ArrayList<Phone>();
    for (var each = 0; each < PHONES; each++) {
      phones.add(new Phone("+1555124%04d".formatted(each), turns));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var talks = phones.stream().map(threads::submit).toList();
      try {
        for (var kill = 0; kill < KILLS; kill++) {
          await(turns, 40 + random.nextInt(200));
          var answered = turns.get();
          var killed = System.nanoTime();
          var both = kill == 1;
          if (both) {
            killPostgres();
          }
          killAndStartAgain();
          await(turns, 1);
          LOG.info(
              "Killed {} after {} turns (seed {}); the next was answered after {} ms",
              both ? "with its PostgreSQL" : "alone",
              answered,
              seed,
              Duration.ofNanos(System.nanoTime() - killed).toMillis());
        }
        await(turns, 80);
      } finally {
        phones.forEach(phone -> phone.enough = true);
      }
      for (var talk : talks) {
        talk.get();
      }
    }
    var journeys = journeys();
    for (var phone : phones) {
      phone.hearsTheSameAgain();
      var journey = journeys.get(phone.number);
      assertThat(journey).as("one journey of " + phone.number).hasSize(1);
      var trail = api().get("journeys/" + journey.getFirst() + "/trail").path("turns");
      assertThat(trail.size()).isEqualTo(phone.answers.size());
    }
    var unanswered = phones.stream().mapToInt(phone -> phone.unanswered).sum();
    assertThat(unanswered).as("requests in flight when it was killed").isPositive();
    LOG.info("{} turns, {} kills, {} sent again", turns.get(), KILLS, unanswered);
  }

  /// This many turns more, from now.
  private static void await(AtomicInteger turns, int more) {
    var goal = turns.get() + more;
    Soon.within(PATIENCE, more + " turns more", () -> turns.get() >= goal);
  }

  private Map<String, List<String>> journeys() {
    var found = new java.util.HashMap<String, List<String>>();
    for (var journey : api().get("journeys?limit=200").path("items")) {
      found
          .computeIfAbsent(journey.path("phone").asString(), _ -> new ArrayList<>())
          .add(journey.path("id").asString());
    }
    return found;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return hooks
        .http()
        .send(
            HttpRequest.newBuilder(URI.create(server.base() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
  }

  private ProcessHandle postgres() throws IOException {
    var file = data.resolve("postgresql/cluster/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst())).orElseThrow();
  }

  /// As if the machine had lost its power.
  private void killPostgres() throws IOException {
    var postmaster = postgres();
    var all = new ArrayList<>(postmaster.descendants().toList());
    all.addFirst(postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
    server.killNine();
  }

  /// Somebody who texts one word after the other, and each one until it is answered.
  private final class Phone implements Runnable {
    private final String number;
    private final AtomicInteger turns;
    private final List<String> answers = new ArrayList<>();
    private int unanswered;
    private volatile boolean enough;

    Phone(String number, AtomicInteger turns) {
      this.number = number;
      this.turns = turns;
    }

    @Override
    public void run() {
      while (!enough) {
        var turn = answers.size();
        var answer = untilAnswered(turn);
        assertThat(Webhooks.replies(answer))
            .as(number)
            .last()
            .isEqualTo("%d heard, %s last".formatted(turn, turn == 0 ? "" : "w" + turn));
        answers.add(answer);
        turns.incrementAndGet();
      }
    }

    private String untilAnswered(int turn) {
      var end = System.nanoTime() + PATIENCE.toNanos();
      var sent = false;
      while (System.nanoTime() < end) {
        try {
          var answer = text(number, "w" + turn, "SM" + number + turn);
          if (answer.statusCode() == 200) {
            return answer.body();
          }
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        } catch (java.net.ConnectException nobodyThere) {
          // It has not been heard.
        } catch (IOException broken) {
          unanswered += sent ? 0 : 1;
          sent = true;
        }
        Soon.breathe();
      }
      throw new AssertionError("no answer within " + PATIENCE);
    }

    /// Every answer that was ever received is given again, to the byte, and changes nothing.
    private void hearsTheSameAgain() throws IOException {
      for (var turn = 0; turn < answers.size(); turn++) {
        var again = text(number, "w" + turn, "SM" + number + turn);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(answers.get(turn));
      }
      var next = answers.size();
      var answer = untilAnswered(next);
      assertThat(answer).contains("%d heard, w%d last".formatted(next, next));
      answers.add(answer);
    }
  }
}
