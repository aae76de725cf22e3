package dev.wayfare.runtime;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.publish.HaltAt;
import dev.wayfare.publish.ReleaseWorker;
import dev.wayfare.testing.CarrierNumbers;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Soon;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A process is killed with `kill -9` at every step of a release's way, and another one on the same
/// database takes the release over: it goes live or it fails, and the carrier has what belongs to
/// that. Each time the second release moves the app's texts from one number to another.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishCrashTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> BEFORE =
      Map.of("sms_url", "https://old.example/sms", "sms_method", "GET");
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

  private final TestWorld world = new TestWorld();
  private final CarrierNumbers carrier = world.carrier().numbers();
  private int apps;
  private int texts;

  @AfterEach
  void theJournalIsWhole() {
    assertThat(
            ok(world.client().get("/api/v1/journal/verification"), 200)
                .json()
                .path("broken")
                .isMissingNode())
        .isTrue();
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void beforeTheSwitchCustomersGetTheOldReleaseUntilAnotherProcessEndsThePublish()
      throws IOException {
    var desks =
        dead(
            "after find sealed",
            "after remember",
            "before move prepared",
            "after move prepared",
            "after mark",
            "before move proven",
            "after move proven",
            "before move live");

    desks.forEach(Desk::assertFirst);
    areTakenOver(desks);

    desks.forEach(Desk::assertSecond);
  }

  @Test
  void afterTheSwitchCustomersGetTheNewReleaseAndAnotherProcessTidiesUp() throws IOException {
    var desks = dead("before before", "before forgetLine", "before rest");

    for (var desk : desks) {
      desk.answers(desk.second, "Second here.");
      assertThat(desk.state()).as(desk.name).isEqualTo("live");
    }
    areTakenOver(desks);

    desks.forEach(Desk::assertSecond);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whileTheCarrierIsToldWhetherItHeardOrNot(boolean done) throws Exception {
    var desk = new Desk("told " + done);
    var gate = carrier.holdsChanges(done);
    try (var server = OtherServer.start(world, PublishingProcess.class, "before nothing")) {
      desk.publishesAt(server);
      gate.reached().await();
    } finally {
      gate.open().countDown();
    }

    desk.answers(desk.first, "First here.");
    areTakenOver(List.of(desk));

    desk.assertSecond();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whileAnAppIsTakenDownAnotherProcessGivesTheCarrierBackWhatItHad(boolean done)
      throws Exception {
    var desk = new Desk("taken down " + done);
    var gate = carrier.holdsChanges(done);
    try (var server = OtherServer.start(world, PublishingProcess.class, "before nothing")) {
      Thread.ofVirtual().start(() -> desk.isTakenDownAt(server));
      gate.reached().await();
    } finally {
      gate.open().countDown();
    }

    areTakenOver(List.of(desk));

    assertThat(desk.state()).isEqualTo("superseded");
    assertThat(carrier.everything(desk.first)).isEqualTo(desk.untouchedFirst);
  }

  @Test
  void whileAFailedPublishIsUndoneItEndsAsThingsStandThen() throws IOException {
    var still = new Desk("still refused");
    var mended = new Desk("mended");
    carrier.refusesToChange(still.second, mended.second);
    die(List.of(still, mended), "before forget,before move failed");
    carrier.refusesToChange(still.second);

    areTakenOver(List.of(still, mended));

    assertThat(still.state()).isEqualTo("failed");
    still.assertFirst();
    assertThat(carrier.everything(still.second)).isEqualTo(still.untouchedSecond);
    mended.assertSecond();
  }

  /// Apps whose second release each came to one of these points when its process died.
  private List<Desk> dead(String... points) throws IOException {
    var desks = Stream.of(points).map(Desk::new).toList();
    die(desks, String.join(",", points));
    return desks;
  }

  private void die(List<Desk> desks, String points) throws IOException {
    try (var server = OtherServer.start(world, PublishingProcess.class, points)) {
      for (var desk : desks) {
        desk.publishesAt(server);
        server.says(HaltAt.HALTED);
      }
    }
  }

  /// Once nobody holds them any more.
  private void areTakenOver(List<Desk> desks) {
    var clock = world.clock();
    clock.jump(Duration.between(clock.instant(), Instant.now()).plusMinutes(2));
    var worker = world.part(ReleaseWorker.class);
    var taken = new AtomicInteger();
    // What the dead process held in the database is let go when the database sees it gone.
    Soon.within(
        PATIENCE,
        "another process takes them over",
        () -> taken.addAndGet(worker.runLeft()) >= desks.size());
    assertThat(taken).hasValue(desks.size());
    assertThat(worker.runLeft()).as("nothing is left").isZero();
  }

  /// An app whose first release is live on one number; the second is to be live on another.
  private final class Desk {
    final String name;
    final String first = "+155502%02d1".formatted(++apps);
    final String second = "+155502%02d2".formatted(apps);
    final String untouchedFirst;
    final String untouchedSecond;
    private final String path;
    private final String revision;

    /// @param point what it is called by
    Desk(String point) {
      name = point.replace(' ', '-').toLowerCase(Locale.ROOT);
      path = "apps/" + name + "/";
      carrier.with(first, BEFORE).with(second, BEFORE);
      untouchedFirst = carrier.everything(first);
      untouchedSecond = carrier.everything(second);
      world.saves(name, APP.replace("WHO", "First"));
      bind(first);
      world
          .api()
          .post(
              path + "releases?wait=25",
              Map.of("profile", "Production", "revision", draft(), "accept_warnings", "A test."));
      assertFirst();
      world.saves(name, APP.replace("WHO", "Second"));
      bind(second);
      revision = draft();
    }

    private String draft() {
      return world.api().get("apps/" + name).path("revision").asString();
    }

    private void bind(String number) {
      var resource =
          world
              .api()
              .post(
                  "resources",
                  Map.of(
                      "kind",
                      "phone_number",
                      "name",
                      number,
                      "account",
                      account(),
                      "number",
                      number,
                      "capabilities",
                      List.of("text")));
      world
          .api()
          .put(
              path + "profiles/Production/bindings/text",
              Map.of("resource", resource.path("id").asString()));
    }

    void publishesAt(OtherServer server) {
      ok(
          new Client(server.port(), world.client().headers())
              .post(
                  "/api/v1/" + path + "releases",
                  "{\"profile\": \"Production\", \"revision\": \"%s\", \"accept_warnings\": \"A test.\"}"
                      .formatted(revision)),
          202);
    }

    void isTakenDownAt(OtherServer server) {
      new Client(server.port(), world.client().headers())
          .delete("/api/v1/" + path + "profiles/Production/live");
    }

    String state() {
      return newest().path("state").asString();
    }

    private JsonNode newest() {
      return world.api().get(path + "releases?profile=Production").path("items").path(0);
    }

    /// The carrier posts to us what comes in to this number, and it is answered so.
    void answers(String number, String reply) {
      assertThat(carrier.setting(number, "sms_url"))
          .as(name)
          .contains(TestWorld.PUBLIC + "/hooks/twilio/text");
      Soon.within(PATIENCE, name + ": " + reply, () -> texted(number).equals(List.of(reply)));
    }

    private List<String> texted(String number) {
      return Webhooks.replies(
          world
              .hook(
                  "/hooks/twilio/text",
                  Map.of(
                      "From",
                      "+1555888" + (1000 + ++texts),
                      "To",
                      number,
                      "Body",
                      "hi",
                      "MessageSid",
                      "SMcrash" + texts))
              .body());
    }

    void assertFirst() {
      answers(first, "First here.");
      assertThat(texted(second)).isNotEqualTo(List.of("Second here."));
    }

    void assertSecond() {
      assertThat(state()).as(name).isEqualTo("live");
      answers(second, "Second here.");
      assertThat(texted(first)).isNotEqualTo(List.of("First here."));
      assertThat(carrier.everything(first)).as(name).isEqualTo(untouchedFirst);
      var release = world.api().get(path + "releases/" + newest().path("id").asString());
      assertThat(release.path("steps").findValuesAsString("stage"))
          .as("customers got it once: " + name)
          .containsOnlyOnce("switch");
      var live = "journal?verb=release.live&limit=200";
      assertThat(world.api().get(live).path("items").findValuesAsString("app"))
          .filteredOn(name::equals)
          .as("the first and the second")
          .hasSize(2);
    }
  }

  private String account() {
    for (var account : world.api().get("accounts?environment=Production").path("items")) {
      if (account.path("name").asString().equals("Carrier")) {
        return account.path("id").asString();
      }
    }
    return world
        .api()
        .post(
            "accounts",
            Map.of(
                "environment",
                "Production",
                "kind",
                "twilio",
                "name",
                "Carrier",
                "account_sid",
                Webhooks.ACCOUNT,
                "base_url",
                world.carrier().url(),
                "auth_token",
                Webhooks.SECRET))
        .path("id")
        .asString();
  }
}
