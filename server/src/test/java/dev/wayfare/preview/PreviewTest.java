package dev.wayfare.preview;

import static dev.wayfare.testing.Desk.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The preview phone: one journey over text, page and call, played from the beginning each time.
class PreviewTest {
  private static final String PARCEL =
      """
      "outcome": {"status": 200, "body": {"order": "PD-1042", "what": "Your lamp",
        "day": "2026-12-01", "days": ["2026-12-02", "2026-12-03"]}}""";
  private static final String KEPT =
      """
      "outcome": {"status": 200, "body": {"day": "2026-12-03", "place": "door"}}""";

  private static TestServer server;
  private static Client api;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    api = server.owner();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String answer(Client.Answer seen, String outcome) {
    return "\"key\": \"%s\", \"like\": %s, %s"
        .formatted(seen.text("/asked/0/key"), Preview.json(seen.text("/asked/0/like")), outcome);
  }

  /// As far as the page with the days.
  private static Client.Answer toThePage(Preview preview) {
    preview.does("text", "\"body\": \"hi\"");
    var asks = preview.does("text", "\"body\": \"PD-1042\"");
    assertThat(asks.text("/asked/0/like")).isEqualTo("GET /parcels/PD-1042 of parcels");
    assertThat(asks.text("/asked/0/step")).isEqualTo("look");
    preview.does("answer", answer(asks, PARCEL));
    return preview.does("text", "\"body\": \"yes\"");
  }

  @Test
  void oneJourneyGoesThroughTextPageAndCall() {
    var preview = Preview.ofExample(api, "parcel-desk", "preview-all");
    var link = toThePage(preview);
    assertThat(Preview.did(link, "text").getLast())
        .isEqualTo("Choose day and place here: " + link.text("/journey/link"));
    assertThat(link.text("/page/html")).contains("When and where?", "Your lamp", "<style>");
    assertThat(link.text("/journey/frames/text/0/step")).isEqualTo("await_choice");
    preview.does("open_link", "\"link\": \"" + link.text("/journey/link") + "\"");

    var refused = preview.does("submit", "\"fields\": {}, \"button\": \"confirm\"");
    assertThat(refused.text("/page/html")).contains("role=\"alert\"");
    var sent =
        preview.does(
            "submit",
            "\"fields\": {\"day\": [\"2026-12-03\"], \"place\": [\"door\"]}, \"button\": \"confirm\"");
    assertThat(sent.text("/asked/0/request/body/day")).isEqualTo("2026-12-03");
    var kept = preview.does("answer", answer(sent, KEPT));
    assertThat(kept.text("/page/title")).isEqualTo("All set");
    assertThat(Preview.did(kept, "text").getLast()).startsWith("Done: Your lamp comes on Thursday");

    var rings = preview.does("call", "");
    assertThat(rings.text("/call/state")).isEqualTo("listens");
    assertThat(rings.json().at("/call/hearing/keypad").asBoolean()).isTrue();
    assertThat(Preview.did(rings, "call").getFirst()).contains("Hello, this is the parcel desk.");
    var pressed = preview.does("press", "\"keys\": \"1\"");
    assertThat(pressed.text("/call/verbs/0/text")).contains("P D, 1 0 4 2");
    preview.does("say", "\"words\": \"yes\"");
    var over = preview.does("hang_up", "");
    assertThat(over.text("/call/state")).isEqualTo("none");
    assertThat(over.json().at("/misfits")).isEmpty();
    assertThat(over.text("/journey/variables/day")).isEqualTo("2026-12-03");
  }

  @Test
  void theSameEventsComeToTheSameAndOneFewerIsOneStepBack() {
    var preview = Preview.ofExample(api, "parcel-desk", "preview-again");
    preview.does("text", "\"body\": \"hi\"");
    var first = preview.look().body();
    preview.does("text", "\"body\": \"PD-1042\"");
    assertThat(preview.look().body()).isEqualTo(preview.look().body());
    assertThat(preview.back().look().body()).isEqualTo(first);
  }

  @Test
  void anEditIsSeenInTheRunningConversation() {
    var preview = Preview.ofExample(api, "parcel-desk", "preview-edit");
    toThePage(preview);
    var edited =
        preview.edit("/flows/helper/steps/link", "text", "Here: {{ link('booking') }}").look();
    assertThat(Preview.did(edited, "text").getLast()).startsWith("Here: https://example.com/u/");

    var elsewhere = preview.edit("/flows/helper/steps/which", "next", "person").look();
    assertThat(elsewhere.text("/misfits/0/text"))
        .isEqualTo("Nothing asks \"GET /parcels/PD-1042 of parcels\" here any more.");
  }

  @Test
  void aTimerFiresEarlyAndTimePasses() {
    var preview = Preview.ofExample(api, "parcel-desk", "preview-time");
    var waits = toThePage(preview);
    assertThat(waits.text("/timers/0/step")).isEqualTo("await_choice");
    assertThat(waits.text("/timers/0/at")).isEqualTo("2026-11-28T09:00:00Z");
    var name = waits.text("/timers/0/name");
    var early = preview.does("fire", "\"timer\": \"" + name + "\"");
    assertThat(Preview.did(early, "text").getLast()).startsWith("Your page to choose another day");
    assertThat(early.text("/now")).isEqualTo("2026-11-27T09:00:00Z");

    var later = preview.back().does("pass", "\"duration\": \"25h\"");
    assertThat(Preview.did(later, "text").getLast()).startsWith("Your page to choose another day");
    assertThat(later.text("/turns/4/by")).isEqualTo("timer");
    assertThat(later.text("/turns/4/at")).isEqualTo("2026-11-28T09:00:00Z");
    var over = preview.does("expire", "");
    assertThat(over.text("/journey/standing")).isEqualTo("expired");
    assertThat(over.text("/page/kind")).isEqualTo("expired");
    var anew = preview.does("restart", "");
    assertThat(anew.text("/journey/turn")).isEqualTo("0");
    assertThat(anew.text("/journey/link")).endsWith("-2");
  }

  @Test
  void aTurnTellsItsStepsAndWhatItChanged() {
    var preview = Preview.ofExample(api, "parcel-desk", "preview-turns");
    preview.does("text", "\"body\": \"hi\"");
    var seen = preview.does("text", "\"body\": \"PD-1042\"");
    assertThat(seen.json().at("/turns/1/trail").findValuesAsString("step"))
        .contains("which", "find", "look");
    assertThat(seen.json().at("/turns/1/changes").findValuesAsString("name"))
        .contains("order", "find_parcel.number");
    assertThat(seen.text("/turns/1/changes/0/after")).isNotBlank();
    var failed =
        preview.does("answer", answer(seen, "\"outcome\": {\"failure\": \"HTTP_TOO_SLOW\"}"));
    assertThat(Preview.did(failed, "log")).hasSize(1);
    assertThat(Preview.did(failed, "text").getLast()).contains("cannot look up parcels");
  }

  @Test
  void emailsAndRecordsAreAnsweredByThemselvesUnlessTheBuilderDoes() {
    var preview =
        Preview.of(
            api,
            """
            wayfare: 1
            name: shelf
            variables: {found: list, said: text}
            records:
              note:
                fields: {words: {type: text, required: true}}
                unique: [{fields: [words]}]
            triggers:
              texted: {type: text, flow: helper}
            flows:
              helper:
                channel: text
                start: what
                steps:
                  what: {type: ask, text: "What?", into: said, next: keep}
                  keep: {type: records, do: insert, record: note, values: {words: said}, next: look, failed: known}
                  look: {type: records, do: query, record: note, into: found, next: mail}
                  mail: {type: email, from: desk, to: "'a@example.com'", subject: "Note", text: "{{ said }}", next: done, failed: lost}
                  done: {type: say, text: "{{ size(found) }} kept", next: what}
                  known: {type: say, text: "{{ error.code }}", next: what}
                  lost: {type: say, text: "No mail: {{ error.code }}", next: what}
            """,
            "preview-records");
    preview.does("text", "\"body\": \"hi\"");
    var one = preview.does("text", "\"body\": \"one\"");
    assertThat(Preview.did(one, "text")).contains("1 kept");
    assertThat(Preview.did(one, "email")).containsExactly("one");
    assertThat(Preview.did(preview.does("text", "\"body\": \"one\""), "text"))
        .contains("RECORD_TAKEN");
    assertThat(Preview.did(preview.does("text", "\"body\": \"two\""), "text")).contains("2 kept");
  }

  @Test
  void whatCannotHappenIsToldAndLeftOut() {
    var preview = Preview.ofExample(api, "claim-intake", "preview-misfits");
    preview.does("press", "\"keys\": \"1\"");
    preview.does("submit", "\"fields\": {}");
    preview.does("visit", "\"trigger\": \"nowhere\"");
    preview.does("fire", "\"timer\": \"tomorrow\"");
    var told = preview.does("pass", "\"duration\": \"soon\"");
    assertThat(told.json().at("/misfits").findValuesAsString("event"))
        .containsExactly("0", "1", "2", "3", "4");
    assertThat(told.json().at("/turns")).isEmpty();
  }

  @Test
  void everyExampleCanBeBegunByEachOfItsTriggers() {
    for (var example : List.of("claim-intake", "appointments", "parcel-desk")) {
      var preview = Preview.ofExample(api, example, "begin-" + example);
      var triggers = preview.document().at("/triggers");
      for (var name : triggers.propertyNames()) {
        var seen =
            switch (triggers.at("/" + name + "/type").asString()) {
              case "text" -> preview.does("text", "\"body\": \"hi\"");
              case "call" -> preview.does("call", "");
              case "web" -> preview.does("visit", "\"trigger\": \"" + name + "\"");
              case "schedule" -> preview.does("schedule", "\"trigger\": \"" + name + "\"");
              default -> preview.look();
            };
        assertThat(seen.json().at("/misfits")).as(example + " " + name).isEmpty();
        preview.anew();
      }
    }
  }

  @Test
  void aPreviewNeverNotifiesTextsOrCountsForItWritesNothing() {
    var preview = Preview.ofExample(api, "parcel-desk", "preview-nothing");
    var before = rows();
    assertThat(before).containsKeys("journey", "outbox", "journal").hasSizeGreaterThan(20);
    toThePage(preview);
    var sent =
        preview.does(
            "submit",
            "\"fields\": {\"day\": [\"2026-12-03\"], \"place\": [\"door\"]}, \"button\": \"confirm\"");
    var failed =
        preview.does("answer", answer(sent, "\"outcome\": {\"failure\": \"HTTP_TOO_SLOW\"}"));
    assertThat(Preview.did(failed, "log")).hasSize(1);
    preview.does("call", "");
    preview.does("expire", "");
    assertThat(rows()).isEqualTo(before);
    assertThat(ok(api.get("/api/v1/journeys"), 200).json().at("/items")).isEmpty();
  }

  /// How many rows every table has. How far alerts have read the journal is left out: they note it
  /// by a clock of their own.
  private static Map<String, Long> rows() {
    var sql = JdbcClient.create(server.dataSource());
    var rows = new TreeMap<String, Long>();
    sql.sql(
            "select tablename from pg_tables where schemaname = current_schema()"
                + " and tablename <> 'alert_journal'")
        .query(String.class)
        .list()
        .forEach(
            table ->
                rows.put(
                    table,
                    sql.sql("select count(*) from \"" + table + "\"").query(Long.class).single()));
    return rows;
  }

  @Test
  void aServiceIsReallyAskedUnderAProfileAndItsSecretStaysIn() throws IOException {
    var asked = new ArrayList<String>();
    var service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().get("xkey"));
            var body =
                ("{\"echo\": \"" + exchange.getRequestHeaders().getFirst("xkey") + "\"}")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    service.start();
    try {
      var preview = Preview.of(api, ASKING, "preview-outside").with(", \"profile\": \"QA\"");
      var seen = preview.does("text", "\"body\": \"hi\"");
      assertThat(seen.text("/asked/0/request/headers/xkey")).isEmpty();

      save("preview-outside");
      ok(
          api.patch(
              "/api/v1/apps/preview-outside/profiles/QA/values", "{\"key\": \"s3cret-4711\"}"),
          200);
      var hidden = preview.look();
      assertThat(hidden.text("/asked/0/request/headers/xkey")).isEqualTo("•••");
      assertThat(hidden.body()).doesNotContain("s3cret-4711");

      var unbound = preview.outside(hidden.text("/asked/0/key"));
      assertThat(unbound.text("/code")).isEqualTo("slot_unbound");
      bind("preview-outside", service.getAddress().getPort());
      var came = ok(preview.outside(hidden.text("/asked/0/key")), 200);
      assertThat(came.text("/status")).isEqualTo("200");
      assertThat(came.text("/body/echo")).isEqualTo("•••");
      assertThat(asked).containsExactly("/things [s3cret-4711]");
      assertThat(ok(api.get("/api/v1/journal?limit=20"), 200).body())
          .contains("preview.asked_outside");

      var after = preview.does("answer", answer(hidden, "\"outcome\": " + came.body()));
      assertThat(Preview.did(after, "text").getLast()).isEqualTo("Heard •••");
      assertThat(ok(preview.anew().outside("1.1"), 409).text("/code")).isEqualTo("nothing_asked");
    } finally {
      service.stop(0);
    }
  }

  private static final String ASKING =
      """
      wayfare: 1
      name: asking
      profile_values: {key: secret}
      variables: {thing: object}
      triggers:
        texted: {type: text, flow: helper}
      flows:
        helper:
          channel: text
          start: ask
          steps:
            ask:
              type: http
              connection: things
              path: /things
              headers: {xkey: profile.key}
              expect: object
              into: thing
              next: say
            say: {type: say, text: "Heard {{ thing.echo }}"}
      """;

  private static void save(String app) {
    var saved =
        api.with("Content-Type", "application/yaml")
            .with("If-Match", "\"r1\"")
            .send("PUT", "/api/v1/apps/" + app + "/draft", ASKING);
    ok(saved, 200);
  }

  private static void bind(String app, int port) {
    var account =
        ok(
                api.post(
                    "/api/v1/accounts",
                    """
                    {"environment": "Staging", "kind": "http", "name": "Things",
                     "settings": {"base_url": "http://127.0.0.1:%d"}}"""
                        .formatted(port)),
                201)
            .text("/id");
    ok(
        api.send(
            "PUT",
            "/api/v1/apps/" + app + "/profiles/QA/bindings/things",
            "{\"account\": \"" + account + "\"}"),
        200);
  }

  @Test
  void tooManyEventsAreRefused() {
    var preview = Preview.ofExample(api, "claim-intake", "preview-many");
    var many = "{\"type\": \"silence\"}, ".repeat(500) + "{\"type\": \"silence\"}";
    var wish = "{\"document\": %s, \"events\": [%s]}".formatted(preview.document(), many);
    var refused = api.post("/api/v1/apps/preview-many/draft/preview", wish);
    assertThat(refused.text("/errors/0/code")).isEqualTo("too_many");
    var unknown =
        api.post(
            "/api/v1/apps/preview-many/draft/preview",
            "{\"document\": %s, \"events\": [{\"type\": \"dance\"}]}"
                .formatted(preview.document()));
    assertThat(unknown.status()).as(unknown.body()).isEqualTo(422);
    var bare =
        api.post(
            "/api/v1/apps/preview-many/draft/preview",
            "{\"document\": %s, \"events\": [{\"type\": \"text\"}]}".formatted(preview.document()));
    assertThat(bare.status()).as(bare.body()).isEqualTo(422);
    assertThat(bare.text("/errors/0/message")).contains("expected a value in body");
  }
}
