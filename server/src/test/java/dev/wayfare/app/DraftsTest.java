package dev.wayfare.app;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.db.TestDatabase;
import dev.wayfare.testing.AppServer;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Desk;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drafts and profiles through the API.
class DraftsTest {
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
  void everySaveIsARevisionAndAnyRevisionCanBeRead() {
    var desk = Desk.create(api, "history");
    var saved = ok(desk.save("r2", Desk.document("Third")), 200);
    assertThat(saved.header("ETag")).contains("\"r3\"");
    assertThat(ok(desk.save("r3", Desk.document("Third")), 200).text("/revision")).isEqualTo("r4");

    var history = ok(api.get(desk.path("/revisions?limit=3")), 200);
    assertThat(history.json().at("/items").findValuesAsString("revision"))
        .containsExactly("r4", "r3", "r2");
    var rest = api.get(desk.path("/revisions?cursor=" + history.text("/next_cursor")));
    assertThat(rest.json().at("/items").findValuesAsString("revision")).containsExactly("r1");
    var second = ok(api.get(desk.path("/revisions/r2")), 200);
    assertThat(second.text("/document/flows/helper/steps/hi/text")).isEqualTo("Hello");
    assertThat(history.text("/items/0/hash")).isEqualTo(history.text("/items/1/hash"));
  }

  @Test
  void twoWhoSaveOnTheSameRevisionDoNotOverwriteEachOther() {
    var desk = Desk.create(api, "two-savers");
    ok(desk.save("r2", Desk.document("Mine")), 200);

    var late = ok(desk.save("r2", Desk.document("Yours")), 412);

    assertThat(late.text("/code")).isEqualTo("draft_moved");
    assertThat(late.header("ETag")).contains("\"r3\"");
    assertThat(api.get(desk.path("/draft")).text("/document/flows/helper/steps/hi/text"))
        .isEqualTo("Mine");
  }

  @Test
  void aSaveWithoutTheRevisionItSawIsRefused() {
    var desk = Desk.create(api, "no-if-match");
    var refused =
        api.with("Content-Type", "application/yaml")
            .send("PUT", desk.path("/draft"), Desk.document("x"));
    assertThat(refused.status()).isEqualTo(428);
  }

  @Test
  void aDraftWithProblemsIsKeptAndAnUnreadableOneIsNot() {
    var desk = Desk.create(api, "problems");
    var kept = ok(desk.save("r2", Desk.document("{{ nobody }}")), 200);
    assertThat(kept.text("/problems/0/code")).isEqualTo("NAME_UNKNOWN");
    assertThat(kept.json().at("/problems/0/line").asInt()).isPositive();

    var refused = ok(desk.save("r3", "wayfare: [1"), 422);
    assertThat(refused.text("/errors/0/code")).isEqualTo("SYNTAX");
    assertThat(api.get(desk.path("/draft")).header("ETag")).contains("\"r3\"");
  }

  @Test
  void theSameDocumentAsYamlAndAsJsonIsTheSame() {
    var desk = Desk.create(api, "both-forms");
    var draft = ok(api.get(desk.path("/draft")), 200);
    var yaml = ok(api.with("Accept", "application/yaml").get(desk.path("/draft")), 200);
    assertThat(yaml.header("Content-Type").orElseThrow()).contains("yaml");

    var fromYaml = ok(desk.save("r2", yaml.body()), 200);
    var fromJson =
        ok(
            api.with("If-Match", "\"r3\"")
                .send("PUT", desk.path("/draft"), draft.json().at("/document").toString()),
            200);

    assertThat(fromYaml.text("/hash")).isEqualTo(draft.text("/hash"));
    assertThat(fromJson.text("/hash")).isEqualTo(draft.text("/hash"));
  }

  @Test
  void anAppBeginsWithThreeProfilesInTheirEnvironments() {
    var desk = Desk.create(api, "three-profiles");
    var profiles = ok(api.get(desk.path("/profiles")), 200).json().at("/items");
    assertThat(profiles.findValuesAsString("name"))
        .contains("Development", "QA", "Production", "Staging");
    assertThat(profiles.at("/1/environment/name").asString()).isEqualTo("Staging");
    assertThat(profiles.at("/0/settings/journey_days").asInt()).isEqualTo(30);
    assertThat(profiles.at("/0/slots").findValuesAsString("name"))
        .containsExactly("text", "visit", "journey links");
  }

  @Test
  void aNameIsTakenOnce() {
    var desk = Desk.create(api, "taken");
    assertThat(api.post("/api/v1/apps", "{\"name\": \"taken\"}").status()).isEqualTo(409);
    assertThat(api.post("/api/v1/apps", "{\"name\": \"Not ok\"}").status()).isEqualTo(422);
    var twice = "{\"name\": \"production\", \"environment\": \"Production\"}";
    assertThat(api.post(desk.path("/profiles"), twice).status()).isEqualTo(409);
  }

  @Test
  void whatCanNeverFitASlotIsRefusedAtOnce() {
    var desk = Desk.create(api, "misfits");
    var route = Desk.route(api, "Production", "misfit");
    var elsewhere = Desk.number(api, "Staging");

    assertThat(code(desk.bind("Production", "text", route))).isEqualTo("SLOT_WRONG_CAPABILITY");
    assertThat(code(desk.bind("Production", "text", elsewhere))).isEqualTo("RESOURCE_ELSEWHERE");
    assertThat(code(desk.bind("Production", "nothing", route))).isEqualTo("SLOT_UNKNOWN");
    assertThat(code(desk.bind("Production", "text", "default"))).isEqualTo("SLOT_HAS_NO_DEFAULT");
    assertThat(code(desk.bind("Production", "visit", "/c/nowhere"))).isEqualTo("resource_unknown");
    ok(desk.bind("Production", "visit", "/c/misfit"), 200);
    ok(desk.bind("Production", "visit", "default"), 200);
    ok(desk.bind("Production", "journey links", "default"), 200);
  }

  @Test
  void valuesAreOfTheTypeThatTheDraftDeclares() {
    var desk = Desk.create(api, "typed-values");
    var wrong = "{\"orders_url\": \"nowhere\", \"orders_key\": 7, \"unknown\": 1}";
    var refused = ok(desk.set("Production", wrong), 422);
    assertThat(refused.json().at("/errors").findValuesAsString("code"))
        .containsExactly("VALUE_WRONG", "VALUE_WRONG", "VALUE_UNKNOWN");

    ok(desk.set("Production", "{\"orders_url\": \"https://a.example\"}"), 200);
    assertThat(desk.profile("Production").text("/values/0/value")).isEqualTo("https://a.example");
    ok(desk.set("Production", "{\"orders_url\": null}"), 200);
    assertThat(desk.profile("Production").text("/values/0/set")).isEqualTo("false");
  }

  @Test
  void theSameSecretAgainKeepsItsFingerprint() {
    var desk = Desk.create(api, "fingerprints");
    var first = ok(desk.set("QA", "{\"orders_key\": \"s1\"}"), 200).text("/values/1/fingerprint");
    var same = ok(desk.set("QA", "{\"orders_key\": \"s1\"}"), 200).text("/values/1/fingerprint");
    var other = ok(desk.set("QA", "{\"orders_key\": \"s2\"}"), 200).text("/values/1/fingerprint");
    assertThat(first).hasSize(12).isEqualTo(same).isNotEqualTo(other);
  }

  @Test
  void aProfileChangedInBetweenIsToldToWhomChangesItToo() {
    var desk = Desk.create(api, "profile-moved");
    var seen = desk.profile("QA").header("ETag").orElseThrow();
    ok(desk.set("QA", "{\"orders_url\": \"https://a.example\"}"), 200);
    var late =
        api.with("If-Match", seen).patch(desk.path("/profiles/QA"), "{\"journey_days\": 10}");
    assertThat(late.status()).isEqualTo(412);
    assertThat(api.patch(desk.path("/profiles/QA"), "{\"journey_days\": 91}").status())
        .isEqualTo(422);
    ok(api.patch(desk.path("/profiles/QA"), "{\"journey_days\": 90}"), 200);
  }

  private static String code(Client.Answer answer) {
    return ok(answer, 422).text("/errors/0/code");
  }
}
