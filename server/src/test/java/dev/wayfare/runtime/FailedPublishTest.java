package dev.wayfare.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.wayfare.cli.Refused;
import dev.wayfare.connector.SmtpServer;
import dev.wayfare.db.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Whatever stands in the way of a publish outside: it is named, customers get what they got before
/// on every entrance, and the carrier has to the letter what it had.
class FailedPublishTest {
  private static final String SECRET = "a secret of the orders";
  private static final String APP =
      """
      wayfare: 1
      name: desk
      title: Desk
      triggers:
        texted: {type: text, flow: hello}
        called: {type: call, flow: hotline}
        form: {type: web, flow: booking}
        shop: {type: web, flow: booking}
        order: {type: api, method: POST, path: /orders, auth: public, flow: noted, reply: {body: "WHO api"}}
      flows:
        hello:
          channel: text
          start: hi
          steps:
            hi: {type: say, text: "WHO here."}
        hotline:
          channel: voice
          start: hello
          steps:
            hello: {type: say, text: "WHO on the phone.", next: over}
            over: {type: hang_up}
        booking:
          channel: web
          start: day
          steps:
            day: {type: page, title: "WHO page"}
        noted:
          start: note
          steps:
            note: {type: log, message: "WHO noted"}
      """;
  private static final String ASKING =
      APP.replace(
          "note: {type: log, message: \"WHO noted\"}",
          """
          note: {type: http, connection: orders, path: /, next: over, failed: over}
                over: {type: log, message: "WHO noted"}
          """
              .stripTrailing());
  private static final String MAILING =
      APP.replace(
          "note: {type: log, message: \"WHO noted\"}",
          """
          note: {type: email, from: sender, to: "'a@b.example'", subject: Hi, text: Hi, next: over, failed: over}
                over: {type: log, message: "WHO noted"}
          """
              .stripTrailing());

  private final TestWorld world = new TestWorld();
  private String before = "";
  private List<Map<String, String>> changes = List.of();
  private int phones;

  @BeforeEach
  void theFirstIsLive() {
    for (var number : List.of(Builder.NUMBER, Builder.HOTLINE, "+15550177")) {
      world.carrier().numbers().with(number, Map.of("sms_url", "https://old.example/sms"));
    }
    world.saves("desk", APP.replace("WHO", "First"));
    var route =
        world
            .api()
            .post("resources", Map.of("kind", "route", "environment", "Production", "key", "shop"));
    bind("shop", Map.of("resource", route.path("id").asString()));
    world.publishes("desk");
    assertCustomersGet("First");
    before = world.carrier().numbers().everything();
    changes = world.carrier().numbers().changes();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aCarrierThatRefusesFailsThePublishByNameAndTheOldReleaseAnswers() {
    world.carrier().numbers().says(401, "{\"code\": 20003}");

    var problem = fails(APP, "WIRING_REFUSED", Builder.NUMBER);

    assertThat(problem.path("fix").asString()).contains("credentials");
    assertStandsAsBefore();
  }

  @Test
  void aNumberThatTheCarrierDoesNotChangeTakesNoneWithIt() {
    onAnotherNumber(Webhooks.SECRET);
    world.carrier().numbers().refusesToChange("+15550177");
    // Somebody changed the hotline at the carrier: it is wired anew first, and put back.
    var byHand = Map.of("voice_url", "https://by.hand.example");
    world.carrier().numbers().change(Builder.HOTLINE, byHand);
    before = world.carrier().numbers().everything();

    fails(APP, "WIRING_REFUSED", "+15550177");

    assertStandsAsBefore();
  }

  @Test
  void credentialsThatAreWrongAreNamed() {
    onAnotherNumber("not the carrier's secret");

    var problem = fails(APP, "WIRING_REFUSED", "does not accept the account's credentials");

    assertThat(problem.path("path").asString()).isEqualTo("profiles/Production/bindings/text");
    assertStandsAsBefore();
  }

  @Test
  void aPublicAddressThatLeadsNowhereIsSaid() {
    onAnotherNumber(Webhooks.SECRET);
    world.isReachedAt("http://127.0.0.1:" + Ports.free());

    var problem = fails(APP, "ENTRANCE_SILENT", "takes no connection");

    assertThat(problem.path("fix").asString()).contains("--public-url");
    assertStandsAsBefore();
  }

  @Test
  void aPublicAddressThatLeadsToAnotherServerIsSaid() throws IOException {
    onAnotherNumber(Webhooks.SECRET);
    var stranger = stranger(200);
    try {
      world.isReachedAt(url(stranger));

      fails(APP, "ENTRANCE_SILENT", "something else answered there");

      assertStandsAsBefore();
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void anotherInstallationBehindThePublicAddressIsNoneOfOurs() {
    try (var other = new TestWorld()) {
      other.saves("desk", APP.replace("WHO", "Other")).publishes("desk");
      onAnotherNumber(Webhooks.SECRET);
      world.isReachedAt(other.base());

      fails(APP, "ENTRANCE_SILENT", "something else answered there");

      assertStandsAsBefore();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aServiceThatTurnsDownOurCredentialsWhereTheyCountIsNamed(int status) throws IOException {
    var service = stranger(status);
    try {
      onAnotherNumber(Webhooks.SECRET);
      connect(ASKING, url(service), Map.of("check_path", "/me"));

      var problem = fails(ASKING, "ACCOUNT_REFUSED", "Orders refuses us");

      assertThat(problem.path("path").asString()).isEqualTo("profiles/Production/bindings/orders");
      assertThat(problem.toString()).contains("status " + status).doesNotContain(SECRET);
      assertThat(world.carrier().numbers().changes())
          .as("nobody told the carrier anything for it")
          .isEqualTo(changes);
      assertStandsAsBefore();
    } finally {
      service.stop(0);
    }
  }

  @Test
  void theDryRunAsksOutsideToo() throws IOException {
    var service = stranger(401);
    try {
      onAnotherNumber("not the carrier's secret");
      connect(ASKING, url(service), Map.of("check_path", "/me"));

      var all = dryRun("");
      assertThat(all.path("publishable").asBoolean()).isFalse();
      assertThat(all.path("checks").findValuesAsString("code"))
          .contains("ACCOUNT_REFUSED", "WIRING_REFUSED");
      assertThat(all.toString())
          .contains("Orders refuses us", "does not accept the account's credentials")
          .doesNotContain(SECRET);

      var inside = dryRun("&trials=false");
      assertThat(inside.path("publishable").asBoolean()).isTrue();
      assertThat(inside.path("checks").findValuesAsString("code"))
          .doesNotContain("ACCOUNT_REFUSED", "WIRING_REFUSED");
      assertThat(inside.path("confirm"))
          .as("what the world outside says is not part of what is confirmed")
          .isEqualTo(all.path("confirm"));

      var outside = world.api().post("apps/desk/profiles/Production/trials", Map.of());
      assertThat(outside.path("checks").findValuesAsString("code"))
          .containsExactly("ACCOUNT_REFUSED", "WIRING_REFUSED");

      assertThat(world.carrier().numbers().everything()).isEqualTo(before);
      assertThat(world.carrier().numbers().changes()).isEqualTo(changes);
      assertThat(newest().path("state").asString()).as("nothing was begun").isEqualTo("live");
    } finally {
      service.stop(0);
    }
  }

  private JsonNode dryRun(String more) {
    return world
        .api()
        .post("apps/desk/releases?dry_run=true" + more, Map.of("profile", "Production"));
  }

  @Test
  void aTokenThatIsNotGivenIsNamed() throws IOException {
    var service = stranger(400);
    try {
      connect(
          ASKING,
          url(service),
          Map.of("auth", "oauth", "client_id", "desk", "token_url", url(service) + "/token"));

      fails(ASKING, "ACCOUNT_REFUSED", "The token endpoint answered with status 400");

      assertStandsAsBefore();
    } finally {
      service.stop(0);
    }
  }

  @Test
  void aServiceThatIsNotThereIsToldAndHoldsNothingUp() {
    connect(ASKING, "http://127.0.0.1:" + Ports.free(), Map.of());

    world.publishes("desk");

    assertCustomersGet("Second");
    assertThat(newest().path("state").asString()).isEqualTo("live");
    assertThat(told("ACCOUNT_DOUBTFUL").path("text").asString())
        .isEqualTo("Orders did not show that it works: 127.0.0.1 takes no connection.");
  }

  @Test
  void aRollbackIsToldOfAServiceThatRefusesAndGoesOn() throws IOException {
    var service = stranger(200);
    connect(ASKING, url(service), Map.of("check_path", "/me"));
    world.publishes("desk");
    var first = newest().path("id").asString();
    world.saves("desk", APP.replace("WHO", "Third")).publishes("desk");
    service.stop(0);
    var closed = stranger(401);
    try {
      var account = world.api().get("accounts?environment=Production").path("items");
      for (var each : account) {
        if (each.path("name").asString().equals("Orders")) {
          world
              .api()
              .patch(
                  "accounts/" + each.path("id").asString(),
                  Map.of("settings", Map.of("base_url", url(closed))));
        }
      }
      world.api().post("apps/desk/releases/" + first + "/rollback?wait=25", Map.of());

      assertCustomersGet("Second");
      assertThat(told("ACCOUNT_REFUSED").path("outcome").asString()).isEqualTo("done");
    } finally {
      closed.stop(0);
    }
  }

  @Test
  void aMailServerThatWeMayNotReachIsNamed() {
    sendsFrom("desk@example.com", Map.of("host", "10.1.2.3", "security", "none"));

    fails(MAILING, "ACCOUNT_REFUSED", "Post refuses us");

    assertStandsAsBefore();
  }

  @Test
  void aSenderThatTheMailServerDoesNotTakeIsNamed() {
    try (var smtp = new SmtpServer()) {
      smtp.reply("MAIL", "553 5.7.1 not owned by you");
      sendsFrom(
          "desk@example.com",
          Map.of("host", "127.0.0.1", "port", "" + smtp.port(), "security", "none"));

      fails(
          MAILING,
          "ACCOUNT_REFUSED",
          "The mail server does not take desk@example.com as a sender: 553 5.7.1 not owned by you");

      assertThat(smtp.lines()).noneMatch(it -> it.startsWith("RCPT") || it.startsWith("DATA"));
      assertStandsAsBefore();
    }
  }

  private void sendsFrom(String address, Map<String, ?> settings) {
    world.saves("desk", MAILING.replace("WHO", "Second"));
    var account =
        world
            .api()
            .post(
                "accounts",
                Map.of(
                    "environment",
                    "Production",
                    "kind",
                    "smtp",
                    "name",
                    "Post",
                    "settings",
                    settings));
    var sender =
        world
            .api()
            .post(
                "resources",
                Map.of(
                    "kind",
                    "email_address",
                    "account",
                    account.path("id").asString(),
                    "address",
                    address));
    bind("sender", Map.of("resource", sender.path("id").asString()));
  }

  // --- what is done

  private void bind(String slot, Map<String, ?> to) {
    world.api().put("apps/desk/profiles/Production/bindings/" + slot, to);
  }

  /// The profile binds texts to a number of an account with this secret; what is live does not.
  private void onAnotherNumber(String secret) {
    var account =
        world
            .api()
            .post(
                "accounts",
                Map.of(
                    "environment",
                    "Production",
                    "kind",
                    "twilio",
                    "name",
                    "Second carrier",
                    "account_sid",
                    Webhooks.ACCOUNT,
                    "base_url",
                    world.carrier().url(),
                    "auth_token",
                    secret));
    var number =
        world
            .api()
            .post(
                "resources",
                Map.of(
                    "kind",
                    "phone_number",
                    "name",
                    "New",
                    "account",
                    account.path("id").asString(),
                    "number",
                    "+15550177",
                    "capabilities",
                    List.of("text")));
    bind("text", Map.of("resource", number.path("id").asString()));
  }

  private void connect(String document, String base, Map<String, String> settings) {
    world.saves("desk", document.replace("WHO", "Second"));
    var all = new java.util.HashMap<>(Map.of("base_url", base, "auth", "bearer"));
    all.putAll(settings);
    var account =
        world
            .api()
            .post(
                "accounts",
                Map.of(
                    "environment",
                    "Production",
                    "kind",
                    "http",
                    "name",
                    "Orders",
                    "settings",
                    all,
                    "secret",
                    SECRET));
    bind("orders", Map.of("account", account.path("id").asString()));
  }

  private static HttpServer stranger(int status) throws IOException {
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    http.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var body = "{}".getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    http.start();
    return http;
  }

  private static String url(HttpServer http) {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  // --- what is checked

  /// The second release fails; the problem that the journal keeps of it.
  private JsonNode fails(String document, String code, String words) {
    world.saves("desk", document.replace("WHO", "Second"));
    var answer =
        world
            .client()
            .post(
                "/api/v1/apps/desk/releases?wait=25",
                "{\"profile\": \"Production\", \"revision\": \"%s\", \"accept_warnings\": \"A test.\"}"
                    .formatted(world.api().get("apps/desk").path("revision").asString()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.text("/detail")).startsWith("Customers get what they got before.");
    var facts = world.api().get("journal?verb=release.failed").path("items");
    assertThat(facts.size()).isEqualTo(1);
    var problem = facts.path(0).path("data").path("problem");
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("text").asString()).contains(words);
    for (var error : answer.json().path("errors")) {
      if (error.path("code").asString().equals(code)) {
        return error;
      }
    }
    throw new AssertionError("no " + code + " in " + answer.body());
  }

  private void assertStandsAsBefore() {
    assertThat(world.carrier().numbers().everything()).isEqualTo(before);
    assertCustomersGet("First");
    assertThat(newest().path("state").asString()).isEqualTo("failed");
  }

  private void assertCustomersGet(String who) {
    assertThat(world.sms("+1555777400" + ++phones, "hi")).containsExactly(who + " here.");
    var call =
        Map.of("From", "+1555777500" + phones, "To", Builder.HOTLINE, "CallSid", "CA" + phones);
    assertThat(world.hook("/hooks/twilio/call", call).body()).contains(who + " on the phone.");
    assertThat(world.get(world.visit("/c/shop")).body()).contains(who + " page");
    for (var way : world.api().get("apps/desk/profiles/Production/live").path("entrances")) {
      switch (way.path("kind").asString()) {
        case "web" ->
            assertThat(world.get(world.visit(way.path("url").asString())).body())
                .contains(who + " page");
        case "api" ->
            assertThat(
                    world.sends(way.path("url").asString(), "application/json", new byte[0]).body())
                .contains(who + " api");
        default -> assertThat(way.path("kind").asString()).isIn("text", "call");
      }
    }
  }

  private JsonNode newest() {
    return world.api().get("apps/desk/releases?profile=Production").path("items").path(0);
  }

  private JsonNode told(String code) {
    var steps = world.api().get("apps/desk/releases/" + newest().path("id").asString());
    for (var step : steps.path("steps")) {
      if (step.path("code").asString().equals(code)) {
        return step;
      }
    }
    throw new AssertionError("no " + code + " in " + steps.path("steps"));
  }

  @Test
  void aFailedPublishIsToldToTheCommandLineToo() {
    world.carrier().numbers().says(401, "{\"code\": 20003}");
    world.saves("desk", APP.replace("WHO", "Second"));

    assertThatThrownBy(() -> world.publishes("desk"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Customers get what they got before")
        .hasMessageContaining(Builder.NUMBER);
  }
}
