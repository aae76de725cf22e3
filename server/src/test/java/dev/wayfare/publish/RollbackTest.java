package dev.wayfare.publish;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.testing.AppServer;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Client.Answer;
import dev.wayfare.testing.Desk;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways back, and over to another profile.
class RollbackTest {
  @TempDir static Path folder;

  private static TestDatabase database;
  private static AppServer server;
  private static Client api;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    server = AppServer.start(database, folder);
    api = server.admin();
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  /// Two releases: "Hello" on the first number with the first value, secret and alert rule, "Other"
  /// on another number with others.
  private record Twice(Desk desk, String first, String second, String number, String other) {
    static Twice published(String name) {
      var desk = Desk.create(api, name);
      var number = desk.ready();
      ok(desk.set("Production", values("https://one.example", "first secret")), 200);
      var first = ok(desk.publish("Production", "r2", alerting(name, 3)), 201).text("/release/id");
      var id = Desk.number(api, "Production");
      ok(desk.bind("Production", "text", id), 200);
      ok(desk.set("Production", values("https://two.example", "second secret")), 200);
      ok(desk.save("r2", Desk.document("Other")), 200);
      var second =
          ok(desk.publish("Production", "r3", alerting(name + "-too", 40)), 201)
              .text("/release/id");
      var other = ok(api.get("/api/v1/resources/" + id), 200).text("/address");
      return new Twice(desk, first, second, number, other);
    }

    private static String alerting(String notifier, int threshold) {
      var made =
          api.post(
              "/api/v1/notifiers",
              """
              {"kind": "webhook", "name": "%s", "url": "https://%s.example", "secret": "hush hush hush hush"}"""
                  .formatted(notifier, notifier));
      return """
          "alerts": {"on_application_error": {"notifiers": ["%s"], "threshold": %d}}"""
          .formatted(ok(made, 201).text("/id"), threshold);
    }

    private static String values(String url, String secret) {
      return "{\"orders_url\": \"%s\", \"orders_key\": \"%s\"}".formatted(url, secret);
    }
  }

  @Test
  void rollbackBringsBackValuesBindingsAndAlertRulesWithTheDefinition() {
    var twice = Twice.published("all-back");
    assertThat(text(twice.other()).profileValues()).containsEntry("orders_key", "second secret");

    var back = ok(twice.desk().rollBack(twice.first(), "everything"), 201);

    var live = text(twice.number());
    assertThat(live.profileValues())
        .containsEntry("orders_url", "https://one.example")
        .containsEntry("orders_key", "first secret");
    assertThat(live.version()).isEqualTo(1);
    assertThat(release(twice, twice.second()).text("/alerts/on_application_error/threshold"))
        .isEqualTo("40");
    var rule = release(twice, back.text("/begun/release/id")).json().at("/alerts");
    assertThat(rule).isEqualTo(release(twice, twice.first()).json().at("/alerts"));
    assertThat(rule.at("/on_application_error/threshold").asInt()).isEqualTo(3);
    assertThat(server.bean(LiveReleases.class).byNumber(new PhoneNumber(twice.other()))).isEmpty();
    assertThat(back.text("/begun/release/number")).as("a new release").isEqualTo("3");
    assertThat(back.text("/begun/release/kind")).isEqualTo("rollback");
    assertThat(back.text("/begun/release/origin")).isEqualTo("1");
    assertThat(back.json().at("/undoes").size()).isEqualTo(4);
    assertThat(back.json().at("/leaves").size()).isEqualTo(5);
    assertThat(release(twice, back.text("/begun/release/id")).text("/release/hash"))
        .as("sealed to the letter as it was")
        .isEqualTo(release(twice, twice.first()).text("/release/hash"));
  }

  @Test
  void aRollbackOfTheDefinitionAloneKeepsTodaysValuesAndBindings() {
    var twice = Twice.published("definition-back");

    var back = ok(twice.desk().rollBack(twice.first(), "definition"), 201);

    var live = text(twice.other());
    assertThat(live.version()).isEqualTo(1);
    assertThat(live.profileValues())
        .containsEntry("orders_url", "https://two.example")
        .containsEntry("orders_key", "second secret");
    assertThat(server.bean(LiveReleases.class).byNumber(new PhoneNumber(twice.number()))).isEmpty();
    assertThat(back.text("/leaves/0")).contains("stay as customers get them today");
  }

  @Test
  void aRolledBackProfileSaysSoUntilTheNextPublish() {
    var twice = Twice.published("says-so");
    ok(twice.desk().rollBack(twice.first(), "everything"), 201);

    var live = twice.desk().live("Production");
    assertThat(live.text("/status")).startsWith("Live v1 · rolled back from v2");
    assertThat(live.text("/rolled_back/to")).isEqualTo("1");

    ok(twice.desk().publish("Production", "r3"), 201);
    assertThat(twice.desk().live("Production").text("/status")).isEqualTo("Live v2");
  }

  @Test
  void whereOnlySettingsCameBackTheReleaseIsNamed() {
    var desk = Desk.create(api, "settings-back");
    desk.ready();
    ok(desk.set("Production", "{\"orders_url\": \"https://one.example\"}"), 200);
    var first = ok(desk.publish("Production", "r2"), 201).text("/release/id");
    ok(desk.set("Production", "{\"orders_url\": \"https://two.example\"}"), 200);
    ok(desk.publish("Production", "r2"), 201);
    ok(desk.rollBack(first, "everything"), 201);
    assertThat(desk.live("Production").text("/status"))
        .isEqualTo("Live v1 · rolled back to release #1 · 1 change");
  }

  @Test
  void aRollbackChangesNeitherTheDraftNorTheSettings() {
    var twice = Twice.published("untouched");
    var draft = ok(api.get(twice.desk().path("/draft")), 200).text("/hash");
    var settings = ok(twice.desk().profile("Production"), 200).body();

    ok(twice.desk().rollBack(twice.first(), "everything"), 201);

    assertThat(ok(api.get(twice.desk().path("/draft")), 200).text("/hash")).isEqualTo(draft);
    assertThat(ok(twice.desk().profile("Production"), 200).body()).isEqualTo(settings);
  }

  @Test
  void thereIsNoWayBackToWhatNeverWasOrWhatIs() {
    var twice = Twice.published("no-way");
    assertThat(ok(twice.desk().rollBack(twice.second(), "everything"), 409).text("/code"))
        .isEqualTo("no_way_back");
    var other = Twice.published("no-way-elsewhere");
    ok(twice.desk().rollBack(other.first(), "everything"), 404);
  }

  @Test
  void aRollbackThatLostItsNumberIsRefusedWithItsHolder() {
    var twice = Twice.published("lost-number");
    var taker = Desk.create(api, "lost-number-taker");
    ok(taker.bind("Production", "text", resource(twice.number())), 200);
    ok(taker.publish("Production", "r2"), 201);

    var refused = ok(twice.desk().rollBack(twice.first(), "everything"), 422);

    assertThat(refused.text("/errors/0/code")).isEqualTo("RESOURCE_HELD");
    assertThat(text(twice.other()).version()).as("nothing changed").isEqualTo(2);
  }

  @Test
  void aDryRunTellsWhatARollbackUndoesAndChangesNothing() {
    var twice = Twice.published("dry-back");
    var told =
        ok(
            api.post(
                twice.desk().path("/releases/" + twice.first() + "/rollback?dry_run=true"),
                "{\"scope\": \"definition\"}"),
            200);
    assertThat(told.json().at("/undoes").size()).isEqualTo(1);
    assertThat(text(twice.other()).version()).isEqualTo(2);
  }

  @Test
  void restoreToDraftAndDiscardChangeOnlyTheDraftAndLoseNothing() {
    var twice = Twice.published("restored");

    var restored =
        ok(
            api.with("If-Match", "\"r3\"")
                .post(twice.desk().path("/draft/restore"), "{\"version\": 1}"),
            200);
    assertThat(restored.text("/revision")).isEqualTo("r4");
    assertThat(said(twice.desk())).isEqualTo("Hello");
    assertThat(text(twice.other()).version()).as("customers notice nothing").isEqualTo(2);
    assertThat(
            ok(
                    api.with("If-Match", "\"r3\"")
                        .post(twice.desk().path("/draft/restore"), "{\"version\": 1}"),
                    412)
                .text("/code"))
        .isEqualTo("draft_moved");

    ok(
        api.with("If-Match", "\"r4\"")
            .post(twice.desk().path("/draft/discard"), "{\"profile\": \"Production\"}"),
        200);
    assertThat(said(twice.desk())).isEqualTo("Other");
    var kept = ok(api.get(twice.desk().path("/revisions/r4")), 200);
    assertThat(kept.text("/document/flows/helper/steps/hi/text")).isEqualTo("Hello");
  }

  @Test
  void aPromotionRunsTheSameVersionWithTheOtherProfilesSettings() {
    var twice = Twice.published("promoted");
    var id = Desk.number(api, "Staging");
    ok(twice.desk().bind("QA", "text", id), 200);
    ok(twice.desk().set("QA", "{\"orders_url\": \"https://qa.example\"}"), 200);

    var promoted =
        ok(
            api.post(
                twice.desk().path("/releases/" + twice.first() + "/promote?wait=25"),
                "{\"profile\": \"QA\"}"),
            201);

    assertThat(promoted.text("/release/kind")).isEqualTo("promotion");
    assertThat(promoted.text("/release/version")).isEqualTo("1");
    assertThat(promoted.text("/release/number")).as("of its own profile").isEqualTo("1");
    var number = ok(api.get("/api/v1/resources/" + id), 200).text("/address");
    assertThat(text(number).profileValues()).containsEntry("orders_url", "https://qa.example");
    assertThat(text(twice.other()).version()).isEqualTo(2);
  }

  @Test
  void aPromotionIsRefusedByTheOtherProfilesOwnChecks() {
    var twice = Twice.published("unpromoted");
    var refused =
        ok(
            api.post(
                twice.desk().path("/releases/" + twice.first() + "/promote?wait=25"),
                "{\"profile\": \"QA\"}"),
            422);
    assertThat(refused.json().at("/errors").findValuesAsString("code")).contains("SLOT_UNBOUND");
  }

  private static String said(Desk desk) {
    return ok(api.get(desk.path("/draft")), 200).text("/document/flows/helper/steps/hi/text");
  }

  private static Answer release(Twice twice, String id) {
    return ok(api.get(twice.desk().path("/releases/" + id)), 200);
  }

  private static String resource(String address) {
    for (var each : ok(api.get("/api/v1/resources?limit=200"), 200).json().path("items")) {
      if (each.path("address").asString().equals(address)) {
        return each.path("id").asString();
      }
    }
    throw new AssertionError("no resource " + address);
  }

  private static SealedRelease text(String number) {
    var releases = server.bean(LiveReleases.class);
    var entrance = releases.byNumber(new PhoneNumber(number)).orElseThrow();
    return releases.release(entrance.release()).orElseThrow();
  }
}
