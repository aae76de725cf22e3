package dev.wayfare.publish;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.LiveNumbers;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.connector.Authorization;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.kernel.Secret;
import dev.wayfare.resource.Accounts;
import dev.wayfare.testing.AppServer;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Desk;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What fits into which slot, who else may use it, and what a release knows of it.
class SlotsTest {
  private static final String TEXTS =
      """
        helper: {channel: text, start: hi, steps: {hi: {type: say, text: Hello}}}
      """;
  private static final String CALLS =
      """
        hotline:
          channel: voice
          start: bye
          steps:
            bye: {type: say, text: "Goodbye.", next: over}
            over: {type: hang_up}
      """;
  private static final String OUTSIDE =
      """
        helper:
          channel: text
          start: look
          steps:
            look: {type: http, connection: orders, path: "/orders", next: write, failed: write}
            write:
              type: email
              from: desk
              to: "'ann@example.com'"
              subject: "Your parcel"
              text: "It is on its way."
              next: done
              failed: done
            done: {type: say, text: "Done."}
      """;

  @TempDir static Path folder;

  private static TestDatabase database;
  private static AppServer server;
  private static Client api;
  private static LiveReleases live;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    server = AppServer.start(database, folder);
    api = server.admin();
    live = server.bean(LiveReleases.class);
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  @Test
  void oneNumberAnswersTheTextsAndTheCallsOfOneDeployment() {
    var desk = desk("both", "texted: {type: text, flow: helper}", TEXTS + CALLS);
    var resource = Desk.number(api, "Production");
    var number = bind(desk, resource, "text", "voice");

    var published = ok(desk.publish("Production", "r3"), 201);

    assertThat(published.json().at("/entrances").findValuesAsString("kind"))
        .containsExactly("text", "call");
    var text = live.byNumber(number).orElseThrow();
    var call = live.byVoiceNumber(number).orElseThrow();
    assertThat(call.release()).isEqualTo(text.release());
    assertThat(text.slot()).isEqualTo("text");
    assertThat(call.slot()).isEqualTo("voice");
    var release = live.release(call.release()).orElseThrow();
    assertThat(release.textNumber()).contains(number);
    assertThat(release.voiceNumber()).contains(number);
    assertThat(server.bean(LiveNumbers.class).list())
        .filteredOn(it -> it.number().equals(number))
        .singleElement()
        .matches(it -> it.texts() && it.calls());
    assertThat(ok(api.delete("/api/v1/resources/" + resource), 409).text("/detail"))
        .contains("live in both under Production (text, voice)");
  }

  @Test
  void whatGivesUpTheCallsKeepsTheTextsAndNobodyElseGetsThem() {
    var desk = desk("gives-up", "texted: {type: text, flow: helper}", TEXTS + CALLS);
    var resource = Desk.number(api, "Production");
    var number = bind(desk, resource, "text", "voice");
    ok(desk.publish("Production", "r3"), 201);

    ok(desk.save("r3", document("texted: {type: text, flow: helper}", TEXTS)), 200);
    ok(desk.publish("Production", "r4"), 201);

    assertThat(live.byNumber(number)).isPresent();
    assertThat(live.byVoiceNumber(number)).isEmpty();
    var other = desk("wants-calls", "called: {type: call, flow: hotline}", CALLS);
    bind(other, resource, "voice");
    var refused = ok(other.publish("Production", "r3"), 422);
    assertThat(refused.body()).contains("RESOURCE_HELD", "live in gives-up under Production");

    ok(desk.unpublish("Production"), 204);
    ok(other.publish("Production", "r3"), 201);
    assertThat(live.byVoiceNumber(number)).isPresent();
    assertThat(live.byNumber(number)).as("it takes calls only").isEmpty();
    assertThat(server.bean(LiveNumbers.class).list())
        .filteredOn(it -> it.number().equals(number))
        .singleElement()
        .matches(it -> it.calls() && !it.texts());
  }

  @Test
  void manyMayUseOneServiceAndOneAddressAndAReleaseNamesThemByTheirAccount() {
    var orders =
        account(
            "http",
            "Orders",
            "\"base_url\": \"https://orders.test/v1\", " + "\"auth\": \"bearer\"",
            "order-token-1");
    var mail = account("smtp", "Mail", "\"host\": \"mail.test\", \"user\": \"desk\"", "password-1");
    var address = email(mail, "desk@example.com");
    for (var name : new String[] {"first-user", "second-user"}) {
      var desk = desk(name, "texted: {type: text, flow: helper}", OUTSIDE);
      bind(desk, Desk.number(api, "Production"), "text");
      assertThat(ok(desk.publish("Production", "r3"), 422).body())
          .contains("SLOT_UNBOUND", "a connected HTTP service", "an email address");
      var bound = ok(bindAccount(desk, "orders", "orders"), 200);
      assertThat(bound.json().at("/slots").findValuesAsString("account")).containsExactly(orders);
      ok(desk.bind("Production", "desk", "DESK@example.com"), 200);
      ok(desk.publish("Production", "r3"), 201);
    }

    var release =
        live.numbers().stream()
            .filter(it -> it.app().equals("second-user"))
            .findFirst()
            .flatMap(it -> live.byNumber(it.number()))
            .flatMap(it -> live.release(it.release()))
            .orElseThrow();
    assertThat(release.connection("orders").orElseThrow()).hasToString(orders);
    assertThat(release.connection("desk")).isEmpty();
    var sender = release.sender("desk").orElseThrow();
    assertThat(sender.address()).isEqualTo("desk@example.com");
    assertThat(sender.name()).isEqualTo("The desk");
    assertThat(sender.account()).hasToString(mail);

    ok(api.patch("/api/v1/accounts/" + orders, "{\"secret\": \"order-token-2\"}"), 200);
    var accounts = server.bean(Accounts.class);
    var service = accounts.http(release.connection("orders").orElseThrow()).orElseThrow();
    assertThat(service.base()).hasToString("https://orders.test/v1");
    assertThat(service.authorization())
        .isEqualTo(new Authorization.Bearer(Secret.of("order-token-2")));
    var server = accounts.mail(sender.account(), sender.address(), sender.name()).orElseThrow();
    assertThat(server.from()).isEqualTo("desk@example.com");
    assertThat(server.fromName()).isEqualTo("The desk");
    assertThat(server.port()).isEqualTo(587);
    assertThat(server.signIn().orElseThrow().password()).isEqualTo(Secret.of("password-1"));
    assertThat(accounts.http(sender.account())).as("not an HTTP service").isEmpty();

    assertThat(ok(api.delete("/api/v1/accounts/" + orders), 409).body())
        .contains("bound by first-user", "live in second-user under Production (orders)");
    assertThat(ok(api.delete("/api/v1/accounts/" + mail), 409).body())
        .contains("desk@example.com", "live in first-user under Production (desk)");
    ok(api.delete("/api/v1/resources/" + address), 409);
  }

  @Test
  void aSlotRefusesWhatDoesNotFitIt() {
    var orders = account("http", "Misfit", "\"base_url\": \"https://orders.test\"", "");
    var mail = account("smtp", "Misfit mail", "\"host\": \"mail.test\"", "");
    var desk = desk("misfits", "texted: {type: text, flow: helper}", OUTSIDE + CALLS);
    assertThat(ok(bindAccount(desk, "text", orders), 422).body())
        .contains("SLOT_WRONG_CAPABILITY", "Misfit is an HTTP service");
    assertThat(ok(bindAccount(desk, "orders", mail), 422).body()).contains("a mail server");
    assertThat(ok(desk.bind("Production", "orders", Desk.number(api, "Production")), 422).body())
        .contains("needs a connected HTTP service");
    assertThat(ok(desk.bind("Production", "desk", Desk.number(api, "Production")), 422).body())
        .contains("needs an email address");
    ok(bindAccount(desk, "orders", "nobody"), 422);
    ok(desk.bind("Production", "orders", "default"), 422);
    var staging = ok(api.get("/api/v1/accounts?environment=Staging"), 200).text("/items/0/id");
    assertThat(ok(bindAccount(desk, "orders", staging), 422).body())
        .contains("SLOT_WRONG_CAPABILITY");
    var elsewhere =
        ok(
            api.post(
                "/api/v1/accounts",
                """
                {"environment": "Staging", "kind": "http", "name": "Elsewhere",
                 "settings": {"base_url": "https://orders.test"}}"""),
            201);
    assertThat(ok(bindAccount(desk, "orders", elsewhere.text("/id")), 422).body())
        .contains("RESOURCE_ELSEWHERE");
  }

  @Test
  void twoSlotsOfOneNameCannotBePublished() {
    var flows = OUTSIDE.replace("connection: orders", "connection: text");
    var desk = desk("same-name", "texted: {type: text, flow: helper}", flows);
    assertThat(desk.dryRun("Production").body()).contains("SLOT_NAME_TWICE");
  }

  private static Desk desk(String name, String trigger, String flows) {
    var desk = Desk.create(api, name);
    ok(desk.save("r2", document(trigger, flows)), 200);
    return desk;
  }

  private static String document(String trigger, String flows) {
    return """
        wayfare: 1
        name: desk
        title: Desk
        triggers:
          %s
        flows:
        %s"""
        .formatted(trigger, flows);
  }

  private static PhoneNumber bind(Desk desk, String number, String... slots) {
    for (var slot : slots) {
      ok(desk.bind("Production", slot, number), 200);
    }
    return new PhoneNumber(ok(api.get("/api/v1/resources/" + number), 200).text("/address"));
  }

  private static Client.Answer bindAccount(Desk desk, String slot, String account) {
    return api.send(
        "PUT",
        desk.path("/profiles/Production/bindings/" + slot),
        "{\"account\": \"%s\"}".formatted(account));
  }

  private static String account(String kind, String name, String settings, String secret) {
    return ok(
            api.post(
                "/api/v1/accounts",
                """
                {"environment": "Production", "kind": "%s", "name": "%s",
                 "settings": {%s}, "secret": "%s"}"""
                    .formatted(kind, name, settings, secret)),
            201)
        .text("/id");
  }

  private static String email(String account, String address) {
    return ok(
            api.post(
                "/api/v1/resources",
                """
                {"kind": "email_address", "account": "%s", "address": "%s",
                 "display_name": "The desk"}"""
                    .formatted(account, address)),
            201)
        .text("/id");
  }
}
