package dev.wayfare.resource;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.http.Role;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.testing.AppServer;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Desk;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Environments, accounts, numbers and routes through the API.
class ResourcesTest {
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
  void anOrganizationBeginsWithThreeEnvironmentsAndASimulatorInEach() {
    var environments = ok(api.get("/api/v1/environments"), 200).json().at("/items");
    assertThat(environments.findValuesAsString("name"))
        .startsWith("Development", "Staging", "Production");
    var accounts = ok(api.get("/api/v1/accounts?environment=Staging"), 200).json().at("/items");
    assertThat(accounts.findValuesAsString("kind")).contains("simulator");
  }

  @Test
  void theSimulatorMakesNumbersOnRequestAndNoneTwice() {
    var first = address(Desk.number(api, "Development"));
    var second = address(Desk.number(api, "Production"));
    assertThat(first).matches("\\+155501\\d\\d");
    assertThat(second).matches("\\+155501\\d\\d").isNotEqualTo(first);

    var account = ok(api.get("/api/v1/accounts?environment=Staging"), 200).text("/items/0/id");
    var wish = "{\"kind\": \"phone_number\", \"account\": \"%s\", \"number\": \"%s\"}";
    assertThat(api.post("/api/v1/resources", wish.formatted(account, first)).status())
        .as("taken in another environment")
        .isEqualTo(409);
    assertThat(api.post("/api/v1/resources", wish.formatted(account, "+4930123456")).status())
        .as("no number of the simulator")
        .isEqualTo(422);
  }

  @Test
  void anAccountsSecretGoesInAndNeverComesOut() {
    var made =
        ok(
            api.post(
                "/api/v1/accounts",
                """
                {"environment": "Production", "kind": "twilio", "name": "Carrier",
                 "account_sid": "AC1", "auth_token": "very-secret-token",
                 "base_url": "http://127.0.0.1:9999"}"""),
            201);
    assertThat(made.text("/auth_token/set")).isEqualTo("true");
    var path = "/api/v1/accounts/" + made.text("/id");
    var number =
        ok(
            api.post(
                "/api/v1/resources",
                """
                {"kind": "phone_number", "account": "%s", "number": "+49 30 1234567"}"""
                    .formatted(made.text("/id"))),
            201);
    assertThat(number.text("/address")).isEqualTo("+49301234567");

    server.bean(LiveReleases.class).refresh();
    var account =
        server.bean(CarrierAccounts.class).forNumber(new PhoneNumber("+49301234567")).orElseThrow();
    assertThat(account.secret()).isEqualTo("very-secret-token");
    assertThat(account.setting("base_url")).contains("http://127.0.0.1:9999");

    ok(api.patch(path, "{\"name\": \"Renamed\"}"), 200);
    assertThat(ok(api.get(path), 200).body()).contains("Renamed").doesNotContain("very-secret");
    assertThat(made.body()).doesNotContain("very-secret");
    assertThat(ok(api.get("/api/v1/journal?limit=200"), 200).body()).doesNotContain("very-secret");
    assertThat(stored()).doesNotContain("very-secret");
    assertThat(ok(api.delete(path), 409).text("/detail")).contains("+49301234567");
  }

  @Test
  void aServicesSettingsAreCheckedAndItsSecretStaysInside() {
    var wish =
        """
        {"environment": "Production", "kind": "http", "name": "Orders",
         "settings": {%s}, "secret": "%s"}""";
    var basic = "\"base_url\": \"https://orders.test\", \"auth\": \"basic\", \"user\": \"desk\"";
    for (var wrong :
        new String[] {
          "\"auth\": \"none\"",
          "\"base_url\": \"ftp://orders.test\"",
          "\"base_url\": \"https://orders.test\", \"auth\": \"magic\"",
          "\"base_url\": \"https://orders.test\", \"colour\": \"red\"",
          "\"base_url\": \"https://orders.test\", \"auth\": \"header\", \"header\": \"a b\""
        }) {
      assertThat(api.post("/api/v1/accounts", wish.formatted(wrong, "s")).status())
          .as(wrong)
          .isEqualTo(422);
    }
    assertThat(api.post("/api/v1/accounts", wish.formatted(basic, "")).status()).isEqualTo(422);
    var made = ok(api.post("/api/v1/accounts", wish.formatted(basic, "hidden-word")), 201);
    assertThat(made.text("/secret/set")).isEqualTo("true");
    assertThat(made.text("/settings/user")).isEqualTo("desk");
    assertThat(made.body()).doesNotContain("hidden-word");
    assertThat(stored()).doesNotContain("hidden-word");
    var path = "/api/v1/accounts/" + made.text("/id");
    ok(api.patch(path, "{\"settings\": {\"user\": \"\"}}"), 422);
    var changed = ok(api.patch(path, "{\"settings\": {\"user\": \"other\"}}"), 200);
    assertThat(changed.text("/settings/base_url")).isEqualTo("https://orders.test");
    assertThat(changed.text("/secret/set")).isEqualTo("true");
    var number = "{\"kind\": \"phone_number\", \"account\": \"%s\", \"number\": \"+4930999\"}";
    ok(api.post("/api/v1/resources", number.formatted(made.text("/id"))), 422);
    var email = "{\"kind\": \"email_address\", \"account\": \"%s\", \"address\": \"a@b.test\"}";
    ok(api.post("/api/v1/resources", email.formatted(made.text("/id"))), 422);
  }

  @Test
  void aResourceInUseCannotBeDeletedAndItSaysByWhom() {
    var desk = Desk.create(api, "in-use");
    var number = Desk.number(api, "Production");
    ok(desk.bind("Production", "text", number), 200);
    var bound = ok(api.delete("/api/v1/resources/" + number), 409);
    assertThat(bound.text("/detail")).contains("bound by in-use under Production (text)");

    ok(desk.publish("Production", "r2"), 201);
    ok(api.delete(desk.path("/profiles/Production/bindings/text")), 200);
    var live = ok(api.delete("/api/v1/resources/" + number), 409);
    assertThat(live.text("/detail")).contains("live in in-use under Production (text)");
    var shown = ok(api.get("/api/v1/resources/" + number), 200);
    assertThat(shown.text("/uses/0/kind")).isEqualTo("live");

    ok(desk.unpublish("Production"), 204);
    ok(api.delete("/api/v1/resources/" + number), 204);
    ok(api.delete("/api/v1/resources/" + number), 404);
  }

  @Test
  void aRouteIsOneOfItsKindOnThisServer() {
    Desk.route(api, "Production", "booking");
    var wish = "{\"kind\": \"route\", \"environment\": \"Staging\", \"key\": \"%s\"}";
    assertThat(api.post("/api/v1/resources", wish.formatted("booking")).status()).isEqualTo(409);
    assertThat(api.post("/api/v1/resources", wish.formatted("Not/ok")).status()).isEqualTo(422);
  }

  @Test
  void listsHaveCursors() {
    for (var i = 0; i < 3; i++) {
      Desk.route(api, "Staging", "page-" + i);
    }
    var first = ok(api.get("/api/v1/resources?environment=Staging&limit=2"), 200);
    assertThat(first.json().at("/items").size()).isEqualTo(2);
    var next = first.text("/next_cursor");
    var second = ok(api.get("/api/v1/resources?environment=Staging&limit=2&cursor=" + next), 200);
    assertThat(second.json().at("/items").findValuesAsString("address")).contains("/c/page-2");
  }

  @Test
  void aDeveloperMayNotTouchAccountsAndAnAgentOnlyLooks() {
    var developer = server.with(Role.DEVELOPER);
    ok(developer.post("/api/v1/accounts", "{}"), 403);
    ok(developer.get("/api/v1/accounts"), 200);
    var agent = server.with(Role.AGENT);
    ok(agent.get("/api/v1/resources"), 200);
    ok(agent.post("/api/v1/resources", "{}"), 403);
  }

  private static String address(String resource) {
    return ok(api.get("/api/v1/resources/" + resource), 200).text("/address");
  }

  private static String stored() {
    return String.join(
        "\n",
        JdbcClient.create(database.dataSource())
            .sql("select connected_account::text from connected_account")
            .query(String.class)
            .list());
  }
}
