package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.Line;
import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.Proof;
import dev.wayfare.channel.ProofOutcome;
import dev.wayfare.kernel.Fingerprint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a marked request gets at each entrance, and what it leaves behind: nothing. The marked
/// release stands beside a live one of the same app, with the same entrances.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofTest {
  private static final String DESK =
      """
      wayfare: 1
      name: desk
      title: Desk
      triggers:
        texted: {type: text, flow: helper}
        called: {type: call, flow: hotline}
        form: {type: web, flow: booking}
        shop: {type: web, flow: booking}
        order: {type: api, method: POST, path: "/orders/{order}", flow: noted}
      flows:
        helper:
          channel: text
          start: way
          steps:
            way:
              type: branch
              cases:
                - {when: "contact.phone == '+15550666'", next: wrong}
              otherwise: hi
            hi: {type: say, text: "WHO speaking.", next: pause}
            pause: {type: wait, for: 2h, next: again}
            again: {type: say, text: "WHO again."}
            wrong: {type: raise, code: "örder gone", message: Nobody hears this}
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
      answers: {text: "WHO is ill."}
      """;
  private static final String SHAKY =
      """
      wayfare: 1
      name: shaky
      title: Shaky
      variables: {items: list}
      triggers:
        form: {type: web, flow: undrawn}
        other: {type: web, flow: failing}
      flows:
        undrawn:
          channel: web
          start: day
          steps:
            day: {type: page, title: "The first is {{ items[0] }}"}
        failing:
          channel: web
          start: fail
          steps:
            fail: {type: raise, code: no_stock, message: Nothing left}
      """;
  private static final String MARK = "only the publish knows this";
  private static final String SHAKY_MARK = "and another publish this";
  private static final String ADA = "+15550142";

  private final TestWorld world = new TestWorld();
  private UUID marked = new UUID(0, 0);
  private UUID shaky = new UUID(0, 0);

  @BeforeAll
  void publish() {
    world.saves("desk", DESK.replace("WHO", "Next"));
    bindRoute();
    world.publishes("desk");
    world.saves("desk", DESK.replace("WHO", "Live")).publishes("desk");
    marked = mark("desk", MARK);
    world.saves("shaky", SHAKY).publishes("shaky");
    shaky = mark("shaky", SHAKY_MARK);
  }

  @AfterAll
  void close() {
    world.close();
  }

  private void bindRoute() {
    var route =
        world
            .api()
            .post("resources", Map.of("kind", "route", "environment", "Production", "key", "shop"));
    world
        .api()
        .put(
            "apps/desk/profiles/Production/bindings/shop",
            Map.of("resource", route.path("id").asString()));
  }

  /// The first release of an app, marked as a publish in progress marks one.
  private UUID mark(String app, String mark) {
    return world
        .part(JdbcClient.class)
        .sql(
            """
            update release_progress set mark_hash = :hash
             where release_id = (select r.id from release r join app a on a.id = r.app_id
                                  where a.name = :app order by r.number limit 1)
            returning release_id""")
        .param("hash", Fingerprint.bytes(mark))
        .param("app", app)
        .query(UUID.class)
        .single();
  }

  // --- what is answered

  @Test
  void aMarkedTextIsAnsweredByTheMarkedRelease() {
    var answer = untouched(() -> text(Builder.NUMBER, MARK));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Webhooks.replies(answer.body())).containsExactly("Next speaking.");
    assertProven(answer, marked, "");
    var before = everything();
    assertThat(world.sms(ADA, "hi")).containsExactly("Live speaking.");
    assertThat(everything()).as("an unmarked text is remembered").isNotEqualTo(before);
  }

  @Test
  void aMarkedCallIsAnsweredByTheMarkedRelease() {
    var answer = untouched(() -> call(Builder.HOTLINE, Map.of(Proof.MARK, MARK)));

    assertThat(answer.body()).contains("Next on the phone.", "<Hangup/>");
    assertProven(answer, marked, "");
    assertThat(call(Builder.HOTLINE, Map.of()).body()).contains("Live on the phone.");
  }

  @Test
  void aMarkedVisitShowsThePageOfTheMarkedRelease() {
    var answer = untouched(() -> visit(entrance("desk", "form"), MARK));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Next page");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertProven(answer, marked, "");
    assertThat(world.get(world.visit(entrance("desk", "form"))).body()).contains("Live page");
  }

  @Test
  void aMarkedVisitOnARouteShowsThePageOfTheMarkedRelease() {
    var answer = untouched(() -> visit("/c/shop", MARK));

    assertThat(answer.body()).contains("Next page");
    assertProven(answer, marked, "");
    assertThat(world.get(world.visit("/c/shop")).body()).contains("Live page");
  }

  @Test
  void aMarkedRequestOfAProgramRunsNothingAndNeedsNoToken() {
    var answer = untouched(() -> ask("POST", "/orders/A1", MARK));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertProven(answer, marked, "");
    assertThat(ask("GET", "/orders/A1", MARK).statusCode()).isEqualTo(404);
    assertThat(ask("POST", "/orders", MARK).statusCode()).isEqualTo(404);
  }

  @Test
  void anAppThatErrsOnItsFirstTurnSaysWhichTroubleItIs() {
    var answer = untouched(() -> text("+15550666", Builder.NUMBER, Map.of(Proof.MARK, MARK)));
    assertThat(Webhooks.replies(answer.body())).containsExactly("Next is ill.");
    assertProven(answer, marked, "_rder_gone");

    var undrawn = untouched(() -> visit(entrance("shaky", "form"), SHAKY_MARK));
    assertThat(undrawn.statusCode()).isEqualTo(500);
    assertProven(undrawn, shaky, "EXPRESSION");

    var failed = untouched(() -> visit(entrance("shaky", "other"), SHAKY_MARK));
    assertThat(failed.statusCode()).isEqualTo(500);
    assertProven(failed, shaky, "no_stock");
  }

  // --- what is not

  @Test
  void aMarkThatIsNobodysIsToldNothing() {
    for (var mark : List.of("", "another", MARK + "!")) {
      assertNothing(untouched(() -> text(Builder.NUMBER, mark)));
      assertNothing(untouched(() -> call(Builder.HOTLINE, Map.of(Proof.MARK, mark))));
      assertNothing(untouched(() -> visit(entrance("desk", "form"), mark)));
      assertNothing(untouched(() -> visit("/c/shop", mark)));
      assertNothing(untouched(() -> ask("POST", "/orders/A1", mark)));
    }
  }

  @Test
  void aReleaseIsProvenAtItsOwnEntrancesOnly() {
    assertNothing(text(Builder.HOTLINE, MARK));
    assertNothing(call(Builder.NUMBER, Map.of(Proof.MARK, MARK)));
    assertNothing(text(Builder.NUMBER, SHAKY_MARK));
    assertNothing(visit(entrance("desk", "form"), SHAKY_MARK));
    assertNothing(visit("/c/shop", SHAKY_MARK));
    assertNothing(ask("POST", "/orders/A1", SHAKY_MARK));
  }

  @Test
  void aMarkIsNoSignature() {
    var forged =
        new Webhooks(HttpClient.newHttpClient(), world.base(), "https://elsewhere.example");
    for (var path : List.of("/hooks/twilio/text", "/hooks/twilio/call")) {
      var answer = post(forged, path, ADA, Builder.NUMBER, Map.of(Proof.MARK, MARK));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.headers().firstValue(Proof.RELEASE)).isEmpty();
    }
  }

  // --- as the publish asks

  @Test
  void aCarrierProvesANumberThroughItsOwnEntrance() {
    for (var carrier : List.of("twilio", "simulator")) {
      var proven = new ProofOutcome.Answered(marked, Optional.empty());
      assertThat(prove(carrier, Builder.NUMBER, Line.TEXT, MARK)).isEqualTo(proven);
      assertThat(prove(carrier, Builder.HOTLINE, Line.CALL, MARK)).isEqualTo(proven);
      assertThat(prove(carrier, Builder.HOTLINE, Line.TEXT, MARK))
          .isInstanceOf(ProofOutcome.Stranger.class);
      assertThat(prove(carrier, Builder.NUMBER, Line.TEXT, "another"))
          .isInstanceOf(ProofOutcome.Stranger.class);
    }
  }

  @Test
  void aPageIsProvenAtItsPublicAddress() {
    var request =
        new OwnDoors.Request(
            "GET",
            URI.create(entrance("shaky", "other")),
            Map.of(Proof.MARK, SHAKY_MARK),
            Map.of());
    assertThat(request.url().toString()).startsWith(TestWorld.PUBLIC);
    assertThat(ProofOutcome.of(world.part(OwnDoors.class).send(request)))
        .isEqualTo(new ProofOutcome.Answered(shaky, Optional.of("no_stock")));
  }

  private ProofOutcome prove(String kind, String number, Line line, String mark) {
    var phone = new PhoneNumber(number);
    var account = world.part(CarrierAccounts.class).forNumber(phone).orElseThrow();
    return untouched(() -> carrier(kind).prove(phone, line, mark, account));
  }

  private Carrier carrier(String kind) {
    return world.carriers().stream()
        .filter(carrier -> carrier.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  // --- requests

  private HttpResponse<String> text(String number, String mark) {
    return text(ADA, number, Map.of(Proof.MARK, mark));
  }

  private HttpResponse<String> text(String from, String number, Map<String, String> headers) {
    return post(carrierSide(), "/hooks/twilio/text", from, number, headers);
  }

  private HttpResponse<String> call(String number, Map<String, String> headers) {
    return post(carrierSide(), "/hooks/twilio/call", ADA, number, headers);
  }

  private Webhooks carrierSide() {
    return new Webhooks(HttpClient.newHttpClient(), world.base(), TestWorld.PUBLIC);
  }

  private static HttpResponse<String> post(
      Webhooks carrier, String path, String from, String number, Map<String, String> headers) {
    var fields =
        Map.of("From", from, "To", number, "Body", "", "MessageSid", "SM1", "CallSid", "CA1");
    try {
      return carrier.post(path, fields, headers);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> visit(String url, String mark) {
    return world.client().without("Authorization").with(Proof.MARK, mark).get(path(url)).response();
  }

  private HttpResponse<String> ask(String method, String path, String mark) {
    return world
        .client()
        .without("Authorization")
        .with(Proof.MARK, mark)
        .send(method, path(entrance("desk", "order")).replaceAll("/orders.*", path), "")
        .response();
  }

  private String entrance(String app, String trigger) {
    var live = world.api().get("apps/" + app + "/profiles/Production/live").path("entrances");
    for (var way : live) {
      if (way.toString().contains("\"" + trigger + "\"")) {
        return way.path("url").asString();
      }
    }
    throw new AssertionError("no entrance " + trigger + " in " + live);
  }

  private static String path(String url) {
    return url.startsWith(TestWorld.PUBLIC) ? url.substring(TestWorld.PUBLIC.length()) : url;
  }

  // --- what is checked

  private static void assertProven(HttpResponse<String> answer, UUID release, String trouble) {
    assertThat(answer.headers().firstValue(Proof.RELEASE)).contains(release.toString());
    assertThat(answer.headers().firstValue(Proof.TROUBLE).orElse("")).isEqualTo(trouble);
  }

  private static void assertNothing(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue(Proof.RELEASE)).isEmpty();
    assertThat(answer.headers().firstValue(Proof.TROUBLE)).isEmpty();
    assertThat(answer.body()).doesNotContain("Next", "Live");
  }

  /// Does something and sees that no row of the database came, went or changed by it, and that
  /// nothing left.
  private <T> T untouched(Supplier<T> act) {
    var before = everything();
    var sent = world.carrier().sent().size();
    var result = act.get();
    assertThat(everything()).isEqualTo(before);
    assertThat(world.carrier().sent()).hasSize(sent);
    return result;
  }

  /// Each table and a hash of all that is in it.
  private Map<String, String> everything() {
    var db = world.part(JdbcClient.class);
    var tables =
        db.sql("select tablename from pg_tables where schemaname = current_schema()")
            .query(String.class)
            .list();
    assertThat(tables).contains("journey", "inbox", "outbox", "trail", "opt_out", "timer");
    var all = new HashMap<String, String>();
    for (var table : tables) {
      var hash =
          "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from \"%s\" t";
      all.put(table, db.sql(hash.formatted(table)).query(String.class).single());
    }
    return all;
  }
}
