package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.http.Role;
import dev.wayfare.http.SessionCookie;
import dev.wayfare.identity.Identity;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Client.Answer;
import dev.wayfare.testing.OpenApiJudge;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Programs call an app as they would from anywhere: over HTTP, at its public address.
class ApiTriggerTest {
  private static final String APP =
      """
      wayfare: 1
      name: orders
      title: Orders
      variables: {order: text, asked: number}
      triggers:
        delayed:
          type: api
          method: POST
          path: /orders/{order}/delayed
          payload:
            type: object
            required: [phone]
            additionalProperties: false
            properties:
              phone: {type: string, format: phone}
              days: {type: integer, minimum: 1}
          check: "parameters.order != 'A0'"
          otherwise: "There is no order {{ parameters.order }}."
          match: {contact_phone: payload.phone}
          found: continue
          flow: tell
          with: {number: parameters.order}
          reply:
            status: 202
            headers: {X-Order: "{{ order }}"}
            body:
              journey: "{{ journey.link }}"
              asked: "{{ asked }}"
              said: "Order {{ order }}, asked {{ asked }} times"
              fixed: [1, true, null, {deep: "{{ payload.phone }}"}]
        ended: {type: api, method: DELETE, path: "/journeys/{link}", match: {journey_link: parameters.link}, found: end, missing: reject, flow: tell, with: {number: "'x'"}}
        again: {type: api, method: POST, path: /again, match: {contact_email: payload.email}, found: restart, flow: page, contact: {email: payload.email, name: "'Ada'"}}
        once: {type: api, method: POST, path: /once, match: {contact_phone: payload.phone}, found: reject, flow: tell, with: {number: "'y'"}}
        only: {type: api, method: PUT, path: /only, match: {contact_phone: payload.phone}, missing: reject, flow: tell, with: {number: "'z'"}}
        book: {type: api, method: POST, path: /book, auth: public, flow: page, reply: {redirect: "{{ journey.link }}"}}
        look: {type: api, method: GET, path: /book, auth: public, flow: page, reply: {body: "{{ parameters }}"}}
        partner: {type: api, method: POST, path: /partner, auth: group, groups: [partners], flow: quiet, reply: {status: 204}}
        many:
          type: api
          method: POST
          path: /many
          each: payload.items
          match: {contact_phone: item.phone}
          found: reject
          flow: tell
          with: {number: item.order}
          reply: {status: 201, body: {order: "{{ item.order }}", of: "{{ payload.items.size() }}"}}
        fails: {type: api, method: POST, path: /fails, flow: failing}
        texted: {type: text, flow: ask}
      flows:
        tell:
          channel: text
          inputs: {number: text}
          start: keep
          steps:
            keep: {type: set, values: {order: number, asked: "asked + 1.0"}, next: say}
            say: {type: say, text: "Order {{ number }} is late.", next: hear}
            hear: {type: ask, text: "Does that suit you?", into: answer, next: bye}
            bye: {type: say, text: "Noted: {{ answer }}"}
        ask:
          channel: text
          start: hi
          steps:
            hi: {type: ask, text: "Hi. What is it?", into: what}
        page:
          channel: web
          start: day
          steps:
            day: {type: page, title: Choose a day}
        quiet:
          start: note
          steps:
            note: {type: log, message: "{{ channel }}"}
        failing:
          start: raise
          steps:
            raise: {type: raise, code: NO, message: "no"}
      """;

  private static TestWorld world;
  private static Client api;
  private static String base;

  @BeforeAll
  static void publish() {
    world = new TestWorld();
    world.saves("orders", APP).publishes("orders");
    base = address(world);
    api = token("app:orders");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static String address(TestWorld world) {
    var ways = world.api().get("apps/orders/profiles/Production/live").path("entrances");
    for (var way : ways) {
      if (way.path("kind").asString().equals("api")) {
        var url = way.path("url").asString();
        var at = url.indexOf("/a/");
        return url.substring(at, url.indexOf('/', at + 3));
      }
    }
    throw new AssertionError("no api entrance in " + ways);
  }

  private static Client token(String... scopes) {
    var identity = world.part(Identity.class);
    var token =
        identity.makeToken(
            identity.firstOrganization().id(), "program", Role.AGENT, List.of(scopes));
    return anybody().with("Authorization", "Bearer " + token.token().reveal());
  }

  private static Client anybody() {
    return new Client(
        URI.create(world.base()).getPort(), List.of("Content-Type", "application/json"));
  }

  private static Answer post(String path, String json) {
    return api.post(base + path, json);
  }

  private static String phone(String phone) {
    return "{\"phone\": \"%s\"}".formatted(phone);
  }

  private static String standings() {
    var all = new ArrayList<String>();
    for (var journey : world.api().get("journeys?limit=100").path("items")) {
      all.add(journey.path("standing").asString());
    }
    return String.join(" ", all);
  }

  @Test
  void aRequestStartsAJourneyAndAnotherGoesOnInIt() {
    var first = post("/orders/A7/delayed", phone("+15558880001"));
    assertThat(first.status()).as(first.body()).isEqualTo(202);
    assertThat(first.header("X-Order")).contains("A7");
    assertThat(first.header("Content-Type")).contains("application/json");
    var link = first.text("/journey");
    assertThat(first.json().toString())
        .isEqualTo(
            "{\"journey\":\"%s\",\"asked\":1,\"said\":\"Order A7, asked 1 times\",\"fixed\":[1,true,null,{\"deep\":\"+15558880001\"}]}"
                .formatted(link));
    assertThat(world.sentTo("+15558880001"))
        .containsExactly("Order A7 is late.", "Does that suit you?");
    assertThat(world.sms("+15558880001", "fine")).containsExactly("Noted: fine");

    var second = post("/orders/A8/delayed", phone("+15558880001"));
    assertThat(second.text("/asked")).isEqualTo("2");
    assertThat(second.text("/journey")).isEqualTo(link);
  }

  @Test
  void anOpenJourneyIsEndedByItsLink() {
    var link = post("/orders/B1/delayed", phone("+15558880002")).text("/journey");
    var word = link.substring(link.lastIndexOf('/') + 1);
    var ended = api.delete(base + "/journeys/" + word);
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);
    assertThat(ended.text("/journey")).isEqualTo(link);
    assertThat(api.delete(base + "/journeys/" + word).text("/code")).isEqualTo("journey_missing");
    assertThat(post("/orders/B1/delayed", phone("+15558880002")).text("/journey"))
        .isNotEqualTo(link);
  }

  @Test
  void restartEndsTheOpenOneThatIsFoundByEmail() {
    var first = post("/again", "{\"email\": \"Ada@Example.com\", \"order\": \"C1\"}");
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    var second = post("/again", "{\"email\": \"ada@example.com\", \"order\": \"C2\"}");
    assertThat(second.text("/journey")).isNotEqualTo(first.text("/journey"));
    assertThat(world.opens(first.text("/journey")).title()).isEqualTo("All done");
    assertThat(api.delete(base + "/journeys/" + first.text("/journey").replaceAll(".*/", "")))
        .matches(it -> it.status() == 404);
    assertThat(api.delete(base + "/journeys/" + second.text("/journey").replaceAll(".*/", "")))
        .matches(it -> it.status() == 200);
  }

  @Test
  void rejectChangesNothing() {
    assertThat(post("/once", phone("+15558880003")).status()).isEqualTo(200);
    var before = standings();
    var again = post("/once", phone("+15558880003"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("journey_open");
    var missing = api.send("PUT", base + "/only", phone("+15558880004"));
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.text("/code")).isEqualTo("journey_missing");
    assertThat(standings()).isEqualTo(before);
    assertThat(api.send("PUT", base + "/only", phone("+15558880003")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|422|payload_invalid|/phone: This field is missing.",
        "{\"phone\": \"12\"}|422|payload_invalid|/phone: Expected a phone number like +15550100123.",
        "{\"phone\": \"+15558880005\", \"days\": 0.5, \"x\": 1}|422|payload_invalid|/days: Expected a whole number, found a number. /days: Expected at least 1. /x: There is no such field.",
        "[1]|422|payload_invalid|: Expected an object, found a list.",
        "null|422|payload_invalid|: Expected an object, found nothing.",
        "{\"phone\": |400|body_unreadable|",
        "{\"phone\": \"a\", \"phone\": \"b\"}|400|body_unreadable|",
        "{} {}|400|body_unreadable|",
        "{\"days\": 1e999}|400|body_unreadable|",
        "``|400|body_missing|"
      })
  void whatIsWrongWithAPayloadIsToldWithItsPlace(
      String body, int status, String code, String errors) {
    var answer = post("/orders/A1/delayed", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.text("/code")).isEqualTo(code);
    var told = new ArrayList<String>();
    for (var mistake : answer.json().path("errors")) {
      told.add(mistake.path("path").asString() + ": " + mistake.path("message").asString());
    }
    told.sort(null);
    assertThat(String.join(" ", told)).isEqualTo(errors == null ? "" : errors);
  }

  @Test
  void otherKindsOfBodyAreRefused() {
    var plain = api.without("Content-Type").with("Content-Type", "text/plain");
    assertThat(plain.post(base + "/once", "{}").status()).isEqualTo(415);
    var latin =
        api.without("Content-Type").with("Content-Type", "application/json; charset=latin1");
    assertThat(latin.post(base + "/once", "{}").status()).isEqualTo(415);
    var large = post("/once", "{\"a\": \"" + "x".repeat(1024 * 1024) + "\"}");
    assertThat(large.status()).isEqualTo(413);
    var deep = post("/once", "[".repeat(100) + "]".repeat(100));
    assertThat(deep.text("/code")).isEqualTo("body_unreadable");
    assertThat(api.send("DELETE", base + "/journeys/x", "{}").text("/code"))
        .isEqualTo("body_unexpected");
  }

  @Test
  void theAppsOwnRuleRefusesInItsOwnWords() {
    var refused = post("/orders/A0/delayed", phone("+15558880006"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/detail")).isEqualTo("There is no order A0.");
    var nobody = post("/once", "{\"phone\": \"nobody\"}");
    assertThat(nobody.text("/code")).isEqualTo("contact_invalid");
    var silent = post("/once", "{\"phone\": \"\"}");
    assertThat(silent.text("/code")).isEqualTo("contact_missing");
  }

  @Test
  void aTokenNeedsTheAppsScopeOrItsGroup() {
    var path = base + "/once";
    var none = anybody().post(path, phone("+15558880007"));
    assertThat(none.status()).isEqualTo(401);
    assertThat(none.text("/code")).isEqualTo("token_missing");
    assertThat(none.header("WWW-Authenticate")).contains("Bearer");
    var wrong = anybody().with("Authorization", "Bearer wf_no").post(path, "{}");
    assertThat(wrong.text("/code")).isEqualTo("token_unknown");
    var other = token("app:others", "group:partners").post(path, phone("+15558880007"));
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.text("/detail")).isEqualTo("This needs a token with the scope app:orders.");
    assertThat(token("group:partners").post(base + "/partner", "").status()).isEqualTo(204);
    assertThat(api.post(base + "/partner", "").status()).isEqualTo(403);
    assertThat(token("*").post(base + "/partner", "").status()).isEqualTo(204);
  }

  @Test
  void aTokenOfOneEnvironmentOpensNoOther() {
    var ours = made("Production", "app:orders");
    assertThat(ours.post(base + "/fails", "{}").status()).isNotIn(401, 403);
    var staging = made("staging", "app:orders");
    var refused = staging.post(base + "/fails", "{}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("/code")).isEqualTo("token_of_another_environment");
    var wide = makes("Staging", "app:orders", "apps:read");
    assertThat(wide.status()).isEqualTo(422);
    assertThat(wide.text("/errors/0/code")).isEqualTo("scope_too_wide");
    assertThat(makes("Nowhere", "app:orders").text("/errors/0/code"))
        .isEqualTo("environment_unknown");
  }

  /// A person: no token makes another.
  private static Client somebody() {
    var signedIn = anybody().post(world.part(Identity.class).newOwnerLink().path(), "");
    var cookie = world.part(SessionCookie.class);
    return anybody()
        .with("Cookie", cookie.name() + "=" + signedIn.cookie(cookie.name()))
        .with("X-CSRF-Token", signedIn.cookie(cookie.csrfName()));
  }

  private static Client made(String environment, String... scopes) {
    var token = makes(environment, scopes);
    assertThat(token.status()).as(token.body()).isEqualTo(201);
    assertThat(token.text("/token/environment")).isNotEmpty();
    return anybody().with("Authorization", "Bearer " + token.text("/secret"));
  }

  private static Answer makes(String environment, String... scopes) {
    return somebody()
        .post(
            "/api/v1/tokens",
            "{\"name\": \"program\", \"environment\": \"%s\", \"scopes\": [\"%s\"]}"
                .formatted(environment, String.join("\", \"", scopes)));
  }

  @Test
  void aPublicRequestIsSentOnToItsPage() {
    var sent = anybody().post(base + "/book", "");
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    var visitor = world.opens(sent.header("Location").orElseThrow());
    assertThat(visitor.title()).isEqualTo("Choose a day");
    var looked = anybody().get(base + "/book?day=2026%2D11-30&day=x&a");
    assertThat(looked.body()).isEqualTo("{\"day\":\"2026-11-30\",\"a\":\"\"}");
  }

  @Test
  void anAddressSaysWhatItTakes() {
    var other = anybody().delete(base + "/book");
    assertThat(other.status()).isEqualTo(405);
    assertThat(other.header("Allow")).contains("GET, POST");
    assertThat(anybody().get(base + "/nothing").text("/code")).isEqualTo("not_found");
    assertThat(anybody().get("/a/orders-unknownunknownunkno/book").status()).isEqualTo(404);
    assertThat(anybody().get("/a/x").status()).isEqualTo(404);
  }

  @Test
  void twentyAtOnceUnderOneKeyAreOneTurnAndTheSameBytes() throws Exception {
    var request = api.with("Idempotency-Key", "key-1");
    var answers = new HashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer> call =
          () -> request.post(base + "/orders/K1/delayed", phone("+15558880008"));
      var all = new ArrayList<Future<Answer>>();
      for (var each = 0; each < 20; each++) {
        all.add(threads.submit(call));
      }
      for (var each : all) {
        answers.add(each.get().status() + each.get().body() + each.get().header("X-Order"));
      }
    }
    assertThat(answers).hasSize(1).allSatisfy(it -> assertThat(it).contains("\"asked\":1"));
    assertThat(world.sentTo("+15558880008")).hasSize(2);
    var other = request.post(base + "/orders/K2/delayed", phone("+15558880008"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/code")).isEqualTo("idempotency_key_reused");
  }

  @Test
  void eachItemHasAJourneyAndSaysHowItWent() {
    assertThat(post("/once", phone("+15558880011")).status()).isEqualTo(200);
    var body =
        """
        {"items": [{"phone": "+15558880010", "order": "M1"}, {"phone": "+15558880011", "order": "M2"},
                   {"phone": "none", "order": "M3"}]}""";
    var request = api.with("Idempotency-Key", "many-1");
    var told = request.post(base + "/many", body);
    assertThat(told.status()).as(told.body()).isEqualTo(207);
    assertThat(told.json().at("/journeys/0/body").toString())
        .isEqualTo("{\"order\":\"M1\",\"of\":3}");
    assertThat(told.text("/journeys/0/status")).isEqualTo("201");
    assertThat(told.text("/journeys/0/journey")).startsWith("https://wayfare.example/u/");
    assertThat(told.text("/journeys/1/error/code")).isEqualTo("journey_open");
    assertThat(told.text("/journeys/2/error/code")).isEqualTo("contact_invalid");
    assertThat(request.post(base + "/many", body).body()).isEqualTo(told.body());
    assertThat(world.sentTo("+15558880010")).hasSize(2);
    var items = "{\"phone\": \"+15558880012\"},".repeat(1_001).replaceAll(",$", "");
    assertThat(post("/many", "{\"items\": [" + items + "]}").text("/code"))
        .isEqualTo("too_many_items");
    assertThat(post("/many", "{\"items\": []}").json().at("/journeys")).isEmpty();
  }

  @Test
  void anAppThatErrsSaysSoAndKeepsItsTrail() {
    var failed = post("/fails", "");
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.text("/code")).isEqualTo("app_failed");
    assertThat(failed.header("Content-Type")).contains("application/problem+json");
    assertThat(world.trail()).contains("\"code\":\"NO\"");
  }

  @Test
  void theDescriptionFollowsWhatIsLive() {
    var document = anybody().get(base + "/openapi.json");
    assertThat(document.status()).isEqualTo(200);
    assertThat(document.text("/openapi")).isEqualTo("3.1.0");
    assertThat(OpenApiJudge.mistakes(document.body())).isEmpty();
    assertThat(document.text("/servers/0/url")).isEqualTo("https://wayfare.example" + base);
    assertThat(document.text("/paths/~1orders~1{order}~1delayed/post/operationId"))
        .isEqualTo("delayed");
    var schema =
        "/paths/~1orders~1{order}~1delayed/post/requestBody/content/application~1json/schema";
    assertThat(document.text(schema + "/properties/days/minimum")).isEqualTo("1");
    assertThat(document.text("/paths/~1partner/post/security/0/token/0"))
        .isEqualTo("group:partners");
    var mine = world.client().get("/api/v1/apps/orders/profiles/Production/openapi.json");
    assertThat(mine.body()).isEqualTo(document.body());
  }

  @Test
  void anAddressStaysWhenTheAppIsPublishedAgainAndIsGoneWhenItIsTakenDown() {
    try (var other = new TestWorld()) {
      other.saves("orders", APP).publishes("orders");
      var address = address(other);
      var caller =
          new Client(
              URI.create(other.base()).getPort(), List.of("Content-Type", "application/json"));
      assertThat(caller.get(address + "/openapi.json").body()).contains("/book");
      other.saves("orders", APP.replace("/book", "/reserve")).publishes("orders");
      assertThat(address(other)).isEqualTo(address);
      assertThat(caller.get(address + "/openapi.json").body())
          .contains("/reserve")
          .doesNotContain("/book");
      assertThat(caller.post(address + "/book", "").status()).isEqualTo(404);
      assertThat(caller.post(address + "/reserve", "").status()).isEqualTo(303);
      var down = other.client().delete("/api/v1/apps/orders/profiles/Production/live");
      assertThat(down.status()).isEqualTo(204);
      var gone = caller.post(address + "/reserve", "");
      assertThat(gone.status()).isEqualTo(410);
      assertThat(gone.text("/code")).isEqualTo("unpublished");
      assertThat(caller.get(address + "/openapi.json").status()).isEqualTo(404);
    }
  }

  /// The others ask less than this in a minute of the world's clock, which stands still.
  @Test
  void whoAsksTooOftenIsToldWhenToComeAgain() {
    try (var other = new TestWorld()) {
      other.saves("orders", APP).publishes("orders");
      var address = address(other);
      var caller = new Client(URI.create(other.base()).getPort(), List.of());
      for (var each = 0; each < 300; each++) {
        assertThat(caller.get(address + "/book").status()).isEqualTo(200);
      }
      var much = caller.get(address + "/book");
      assertThat(much.status()).isEqualTo(429);
      assertThat(Integer.parseInt(much.header("Retry-After").orElseThrow())).isBetween(1, 2);
      other.clock().jump(java.time.Duration.ofSeconds(1));
      assertThat(caller.get(address + "/book").status()).isEqualTo(200);
    }
  }
}
