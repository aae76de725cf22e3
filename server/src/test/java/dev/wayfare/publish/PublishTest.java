package dev.wayfare.publish;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.testing.AppServer;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a publish promises, through the API of a whole server.
class PublishTest {
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

  @Test
  void onePublishMakesEveryEntranceLive() {
    var desk = Desk.create(api, "one-publish");
    var number = desk.ready();
    assertThat(desk.live("Production").text("/status")).isEqualTo("Not published");

    var published = ok(desk.publish("Production", "r2"), 201);

    assertThat(published.text("/release/version")).isEqualTo("1");
    assertThat(published.text("/release/number")).isEqualTo("1");
    var live = desk.live("Production");
    assertThat(live.text("/status")).isEqualTo("Live v1");
    assertThat(live.json().at("/entrances")).isEqualTo(published.json().at("/entrances"));
    assertThat(live.text("/entrances/0/number")).isEqualTo(number);
    assertThat(live.text("/entrances/1/trigger")).isEqualTo("visit");
    var url = live.text("/entrances/1/url");
    assertThat(url).matches("https://go\\.example\\.com/l/[A-Za-z0-9_-]{21}");

    var releases = server.bean(LiveReleases.class);
    var byNumber = releases.byNumber(new PhoneNumber(number)).orElseThrow();
    var byLink = releases.byLink(url.substring(url.lastIndexOf('/') + 1)).orElseThrow();
    assertThat(byLink.release()).isEqualTo(byNumber.release());
    assertThat(byLink.slot()).isEqualTo("visit");
    assertThat(releases.liveRelease(byLink.deployment())).contains(byLink.release());
    var release = releases.release(byLink.release()).orElseThrow();
    assertThat(release.app().texted()).isPresent();
    assertThat(release.textNumber()).contains(new PhoneNumber(number));
    assertThat(release.linksBase()).isEqualTo("https://go.example.com/u");
    assertThat(release.journeyLife()).hasDays(30);
  }

  @Test
  void savingThroughTheApiNeverPublishes() {
    var desk = Desk.create(api, "saving");
    var number = desk.ready();
    ok(desk.publish("Production", "r2"), 201);
    var before = text(number);

    ok(desk.save("r2", Desk.document("Something else")), 200);

    assertThat(text(number)).isEqualTo(before);
    assertThat(desk.live("Production").text("/status")).isEqualTo("Live v1 · 1 change");
    server.bean(LiveReleases.class).refresh();
    assertThat(text(number)).isEqualTo(before);
  }

  @Test
  void settingsAreSealedTooAndReachCustomersOnlyByAPublish() {
    var desk = Desk.create(api, "sealed-settings");
    var number = desk.ready();
    ok(desk.set("Production", "{\"orders_url\": \"https://one.example\"}"), 200);
    ok(desk.publish("Production", "r2"), 201);

    ok(desk.set("Production", "{\"orders_url\": \"https://two.example\"}"), 200);
    assertThat(text(number).profileValues()).containsEntry("orders_url", "https://one.example");

    var again = ok(desk.publish("Production", "r2"), 201);
    assertThat(text(number).profileValues()).containsEntry("orders_url", "https://two.example");
    assertThat(again.text("/release/number")).as("another release").isEqualTo("2");
    assertThat(again.text("/release/version")).as("of the same version").isEqualTo("1");
  }

  @Test
  void publishingAgainKeepsEveryUrlAndNumberAndTheOldReleaseCanStillBeRead() {
    var desk = Desk.create(api, "keeps-urls");
    var number = desk.ready();
    ok(desk.publish("Production", "r2"), 201);
    var entrances = desk.live("Production").json().at("/entrances");
    var old = text(number);

    ok(desk.save("r2", Desk.document("Second")), 200);
    ok(desk.publish("Production", "r3"), 201);

    assertThat(desk.live("Production").json().at("/entrances")).isEqualTo(entrances);
    assertThat(text(number).version()).isEqualTo(2);
    assertThat(server.bean(LiveReleases.class).release(old.id())).contains(old);
  }

  @Test
  void theSameContentIsTheSameVersion() {
    var desk = Desk.create(api, "same-version");
    desk.ready();
    ok(desk.publish("Production", "r2"), 201);
    ok(desk.save("r2", Desk.document("Other")), 200);
    ok(desk.publish("Production", "r3"), 201);
    ok(desk.save("r3", Desk.document("Hello")), 200);

    var third = ok(desk.publish("Production", "r4"), 201);

    assertThat(third.text("/release/version")).isEqualTo("1");
    assertThat(third.text("/release/number")).isEqualTo("3");
    var versions = ok(api.get(desk.path("/versions")), 200).json();
    assertThat(versions.at("/items").findValuesAsString("name")).containsExactly("v2", "v1");
    var first = ok(api.get(desk.path("/versions/1")), 200);
    assertThat(first.text("/document/flows/helper/steps/hi/text")).isEqualTo("Hello");
  }

  @Test
  void aPublishNamesTheRevisionItSawAndIsRefusedIfTheDraftMoved() {
    var desk = Desk.create(api, "moved-draft");
    desk.ready();
    ok(desk.save("r2", Desk.document("Later")), 200);

    var refused = ok(desk.publish("Production", "r2"), 409);

    assertThat(refused.text("/code")).isEqualTo("draft_moved");
    assertThat(refused.text("/detail")).contains("r2").contains("r3");
    assertThat(desk.live("Production").text("/status")).isEqualTo("Not published");
  }

  @Test
  void aBadDraftListsEveryProblemAndChangesNothing() {
    var desk = Desk.create(api, "bad-draft");
    var number = desk.ready();
    ok(desk.publish("Production", "r2"), 201);
    var before = text(number);
    var bad =
        Desk.document("{{ nobody }}")
            .replace("orders_url: {type: url}", "orders_url: {type: url, required: true}")
            .replace("flow: booking}", "flow: nowhere}");
    assertThat(ok(desk.save("r2", bad), 200).json().at("/problems").size()).isPositive();
    ok(api.delete(desk.path("/profiles/Production/bindings/text")), 200);

    var refused = ok(desk.publish("Production", "r3"), 422);

    assertThat(refused.text("/code")).isEqualTo("checks_failed");
    assertThat(refused.json().at("/errors").findValuesAsString("code"))
        .contains("NAME_UNKNOWN", "SLOT_UNBOUND", "VALUE_MISSING");
    assertThat(text(number)).isEqualTo(before);
    var history = ok(api.get(desk.path("/releases?profile=Production")), 200);
    assertThat(history.json().at("/items").size()).isEqualTo(1);
  }

  @Test
  void aDryRunTellsTheChecksAndChangesNothing() {
    var desk = Desk.create(api, "dry-run");

    var unbound = ok(desk.dryRun("Production"), 200);
    assertThat(unbound.text("/publishable")).isEqualTo("false");
    assertThat(unbound.json().at("/checks").findValuesAsString("code")).contains("SLOT_UNBOUND");
    assertThat(unbound.text("/checks/0/way_out")).isNotEmpty();

    desk.ready();
    var ready = ok(desk.dryRun("Production"), 200);
    assertThat(ready.text("/publishable")).isEqualTo("true");
    assertThat(desk.live("Production").text("/status")).isEqualTo("Not published");
  }

  @Test
  void aResourceIsLiveInAtMostOneDeploymentAndItsHolderIsNamed() {
    var first = Desk.create(api, "first-holder");
    var number = first.ready();
    ok(first.publish("Production", "r2"), 201);
    var second = Desk.create(api, "second-holder");
    ok(second.bind("Production", "text", number), 200);

    var refused = ok(second.publish("Production", "r2"), 422);

    assertThat(refused.text("/errors/0/code")).isEqualTo("RESOURCE_HELD");
    assertThat(refused.text("/errors/0/message"))
        .isEqualTo(number + " is live in first-holder under Production (text).");
    assertThat(text(number).appName()).isEqualTo("first-holder");

    ok(first.unpublish("Production"), 204);
    ok(second.publish("Production", "r2"), 201);
    assertThat(text(number).appName()).isEqualTo("second-holder");
  }

  @Test
  void twoPeoplePublishingAtOnceOneWins() throws Exception {
    for (var round = 0; round < 5; round++) {
      var desk = Desk.create(api, "at-once-" + round);
      desk.ready();

      var statuses =
          together(
              () -> desk.publish("Production", "r2").status(),
              () -> desk.publish("Production", "r2").status());

      var releases = ok(api.get(desk.path("/releases?profile=Production")), 200);
      var made = statuses.stream().filter(status -> status == 201).count();
      assertThat(statuses).containsAnyOf(201).allMatch(status -> status == 201 || status == 409);
      assertThat(releases.json().at("/items").size()).isEqualTo((int) made);
      assertThat(releases.json().at("/items").findValuesAsString("live")).containsOnlyOnce("true");
    }
  }

  @Test
  void twoAppsTakingOneNumberAtOnceOneGetsIt() throws Exception {
    for (var round = 0; round < 5; round++) {
      var first = Desk.create(api, "race-a-" + round);
      var second = Desk.create(api, "race-b-" + round);
      ok(second.bind("Production", "text", first.ready()), 200);

      var statuses =
          together(
              () -> first.publish("Production", "r2").status(),
              () -> second.publish("Production", "r2").status());

      assertThat(statuses).containsExactlyInAnyOrder(201, 422);
    }
  }

  @Test
  void afterUnpublishNothingAnswersAndTheResourcesAreFree() {
    var desk = Desk.create(api, "unpublished");
    var number = desk.ready();
    var resource = Desk.route(api, "Production", "unpublished-desk");
    ok(desk.bind("Production", "visit", resource), 200);
    ok(desk.publish("Production", "r2"), 201);
    var releases = server.bean(LiveReleases.class);
    assertThat(releases.byRoute("/c/unpublished-desk")).isPresent();
    var old = text(number);

    ok(desk.unpublish("Production"), 204);

    assertThat(releases.byNumber(new PhoneNumber(number))).isEmpty();
    assertThat(releases.byRoute("/c/unpublished-desk")).isEmpty();
    assertThat(releases.liveRelease(old.deployment())).isEmpty();
    assertThat(releases.release(old.id())).as("for journeys that are open").isPresent();
    assertThat(releases.account(new PhoneNumber(number)))
        .as("a webhook for it is still known as ours")
        .isPresent();
    assertThat(ok(desk.unpublish("Production"), 409).text("/code")).isEqualTo("not_live");
    assertThat(desk.live("Production").text("/status")).isEqualTo("Not published");
  }

  @Test
  void renamingAProfileChangesNothingOutside() {
    var desk = Desk.create(api, "renamed");
    var number = desk.ready();
    ok(desk.publish("Production", "r2"), 201);
    var before = desk.live("Production");
    var release = text(number).id();

    ok(api.patch(desk.path("/profiles/Production"), "{\"name\": \"Everybody\"}"), 200);

    var after = desk.live("Everybody");
    assertThat(after.json().at("/entrances")).isEqualTo(before.json().at("/entrances"));
    assertThat(after.json().at("/release")).isEqualTo(before.json().at("/release"));
    assertThat(text(number).id()).isEqualTo(release);
    ok(desk.publish("Everybody", "r2"), 201);
    assertThat(desk.live("Everybody").json().at("/entrances"))
        .isEqualTo(before.json().at("/entrances"));
  }

  @Test
  void aSecretNeverAppearsInAnAnswer() {
    var desk = Desk.create(api, "secret-app");
    var number = desk.ready();
    var secret = "hunter2-very-secret";
    var set = ok(desk.set("Production", "{\"orders_key\": \"%s\"}".formatted(secret)), 200);
    var published = ok(desk.publish("Production", "r2"), 201);

    assertThat(text(number).profileValues()).containsEntry("orders_key", secret);
    var release = published.text("/release/id");
    var shown = ok(api.get(desk.path("/releases/" + release)), 200);
    assertThat(shown.text("/secrets/orders_key/set")).isEqualTo("true");
    assertThat(shown.text("/secrets/orders_key/fingerprint")).hasSize(12);
    assertThat(set.text("/values/1/fingerprint"))
        .isEqualTo(shown.text("/secrets/orders_key/fingerprint"));
    for (var path : List.of("", "/draft", "/profiles", "/profiles/Production", "/deployments")) {
      assertThat(ok(api.get(desk.path(path)), 200).body()).doesNotContain(secret);
    }
    assertThat(List.of(set.body(), published.body(), shown.body()))
        .noneMatch(body -> body.contains(secret));
    assertThat(ok(api.get("/api/v1/journal?limit=200"), 200).body()).doesNotContain(secret);
    assertThat(text(number).toString()).doesNotContain(secret);
  }

  @Test
  void theJournalTellsWhoPublishedWhat() {
    var desk = Desk.create(api, "told");
    desk.ready();
    ok(desk.publish("Production", "r2"), 201);
    ok(desk.unpublish("Production"), 204);

    var facts = ok(api.get("/api/v1/journal?verb=release.*&limit=2"), 200);

    assertThat(facts.json().at("/items").findValuesAsString("verb"))
        .containsExactly("release.unpublished", "release.live");
    assertThat(facts.text("/items/1/subject/name")).isEqualTo("told Production #1");
    assertThat(facts.text("/items/1/actor/name")).isEqualTo("a program");
  }

  @Test
  void aResourceThatIsLiveElsewhereMovesOverInTheSameSwitch() {
    var holder = Desk.create(api, "gives");
    var number = holder.ready();
    ok(holder.bind("Production", "visit", Desk.route(api, "Production", "gives-desk")), 200);
    ok(holder.publish("Production", "r2"), 201);
    var taker = Desk.create(api, "takes");
    ok(taker.bind("Production", "text", number), 200);
    ok(taker.publish("Production", "r2"), 422);

    ok(taker.publish("Production", "r2", "\"take\": [\"" + number + "\"]"), 201);

    assertThat(text(number).appName()).isEqualTo("takes");
    assertThat(server.bean(LiveReleases.class).byRoute("/c/gives-desk"))
        .as("what it had beside goes on")
        .isPresent();
    assertThat(holder.live("Production").json().at("/entrances").findValuesAsString("kind"))
        .as("and it does not claim what it has no more")
        .containsExactly("web");
    ok(holder.publish("Production", "r2"), 422);
  }

  @Test
  void whatChangedIsToldBetweenAnyTwoOfDraftVersionsAndReleases() {
    var desk = Desk.create(api, "differs");
    desk.ready();
    ok(
        desk.set(
            "Production",
            "{\"orders_url\": \"https://one.example\", \"orders_key\": \"a secret\"}"),
        200);
    var first = ok(desk.publish("Production", "r2"), 201).text("/release/id");
    ok(
        desk.set(
            "Production", "{\"orders_url\": \"https://two.example\", \"orders_key\": \"another\"}"),
        200);
    ok(desk.save("r2", Desk.document("Good morning")), 200);

    var draft = ok(api.get(desk.path("/changes?from=v1&to=draft")), 200);
    assertThat(draft.text("/summary")).isEqualTo("1 change");
    assertThat(draft.text("/changes/0/sort")).isEqualTo("said");
    assertThat(draft.text("/changes/0/before")).isEqualTo("Hello");
    assertThat(draft.text("/changes/0/after")).isEqualTo("Good morning");

    var second = ok(desk.publish("Production", "r3"), 201).text("/release/id");
    var releases = ok(api.get(desk.path("/changes?from=" + first + "&to=" + second)), 200);
    assertThat(releases.json().at("/settings").findValuesAsString("name"))
        .containsExactly("orders_url", "orders_key");
    assertThat(releases.text("/settings/0/after")).isEqualTo("https://two.example");
    assertThat(releases.text("/settings/1/after")).isEqualTo("changed");
    assertThat(releases.body()).doesNotContain("a secret").doesNotContain("another");
    ok(api.get(desk.path("/changes?from=v9")), 404);
  }

  @Test
  void aPublishIsAcceptedAtOnceAndItsStepsCanBeFollowed() {
    var desk = Desk.create(api, "followed");
    desk.ready();

    var begun =
        api.post(desk.path("/releases"), "{\"profile\": \"Production\", \"revision\": \"r2\"}");

    // It may be live already by the time that the answer is written.
    assertThat(begun.status()).as(begun.body()).isIn(202, 201);
    var place = begun.header("Location").orElseThrow();
    var told = ok(api.get(place + "/steps"), 200).body();
    assertThat(told).endsWith("event: state\ndata: \"live\"\n\n").contains("event: step");
    var steps = ok(api.get(place), 200).json().at("/steps");
    assertThat(steps.findValuesAsString("stage")).contains("seal", "prove", "switch");
    assertThat(steps.findValuesAsString("outcome")).containsOnly("done");
  }

  @Test
  void aDryRunTellsWhatAPublishWouldChange() {
    var desk = Desk.create(api, "foretold");
    desk.ready();
    assertThat(ok(desk.dryRun("Production"), 200).json().at("/changes/settings").size())
        .as("nothing is live to differ from")
        .isZero();
    ok(desk.publish("Production", "r2"), 201);
    var same = ok(desk.dryRun("Production"), 200).json().at("/changes");
    assertThat(same.at("/changes").size() + same.at("/settings").size()).as("%s", same).isZero();
    assertThat(desk.live("Production").text("/status")).isEqualTo("Live v1");

    ok(
        desk.set(
            "Production",
            "{\"orders_url\": \"https://new.example\", \"orders_key\": \"another secret\"}"),
        200);
    var other = Desk.number(api, "Production");
    ok(desk.bind("Production", "text", other), 200);
    ok(desk.save("r2", Desk.document("Good day")), 200);

    var told = ok(desk.dryRun("Production"), 200);
    var changes = told.json().at("/changes");
    assertThat(changes.at("/changes").findValuesAsString("after"))
        .anyMatch(it -> it.contains("Good day"));
    assertThat(changes.at("/settings").findValuesAsString("name"))
        .contains("orders_url", "orders_key", "text");
    assertThat(told.body()).contains("https://new.example").doesNotContain("another secret");
    assertThat(desk.live("Production").text("/status"))
        .as("what is said, the value, the secret and the number")
        .isEqualTo("Live v1 · 4 changes");
  }

  @Test
  void aConfirmationDiesWithWhatWasSeen() {
    var desk = Desk.create(api, "confirmed");
    desk.ready();
    var seen = ok(desk.dryRun("Production"), 200).text("/confirm");
    assertThat(ok(desk.dryRun("Production"), 200).text("/confirm")).isEqualTo(seen);

    ok(desk.set("Production", "{\"orders_url\": \"https://one.example\"}"), 200);
    var stale = desk.publish("Production", "r2", "\"confirm\": \"" + seen + "\"");
    assertThat(ok(stale, 409).text("/code")).isEqualTo("confirmation_stale");

    var again = ok(desk.dryRun("Production"), 200).text("/confirm");
    ok(desk.publish("Production", "r2", "\"confirm\": \"" + again + "\""), 201);
    assertThat(
            ok(desk.publish("Production", "r2", "\"confirm\": \"" + again + "\""), 409)
                .text("/code"))
        .as("what is live moved")
        .isEqualTo("confirmation_stale");
  }

  @Test
  void aWarningHoldsUpUntilSomebodySaysWhyAndTheReasonIsKept() {
    var desk = Desk.create(api, "warned");
    desk.ready();
    var unreachable =
        Desk.document("Hello")
            .replace(
                "      hi: {type: say, text: \"Hello\"}",
                "      hi: {type: say, text: \"Hello\"}\n      lost: {type: say, text: \"Never\"}");
    ok(desk.save("r2", unreachable), 200);

    var asked = ok(desk.publish("Production", "r3"), 422);
    assertThat(asked.text("/code")).isEqualTo("reasons_missing");
    var code = asked.text("/errors/0/code");

    var accepted =
        "\"accept\": [{\"code\": \"%s\", \"reason\": \"It is for next week.\"}]".formatted(code);
    var published = ok(desk.publish("Production", "r3", accepted), 201);
    var kept = ok(api.get(desk.path("/releases/" + published.text("/release/id"))), 200);
    assertThat(kept.text("/accepted/0/reason")).isEqualTo("It is for next week.");
  }

  private static SealedRelease text(String number) {
    var releases = server.bean(LiveReleases.class);
    var entrance = releases.byNumber(new PhoneNumber(number)).orElseThrow();
    return releases.release(entrance.release()).orElseThrow();
  }

  private interface Act {
    int status();
  }

  private static List<Integer> together(Act one, Act other) throws Exception {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var acts =
          List.of(one, other).stream()
              .<Future<Integer>>map(
                  act ->
                      threads.submit(
                          () -> {
                            start.await();
                            return act.status();
                          }))
              .toList();
      return List.of(acts.get(0).get(), acts.get(1).get());
    }
  }
}
