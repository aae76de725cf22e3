package dev.wayfare.alert;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.connector.Mailer;
import dev.wayfare.testing.HeardLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The notifiers of an organization, through the API.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotifiersTest {
  private final AlertWorld world = new AlertWorld();

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void aTestIsSentAndAnswered() {
    var slack = world.slack("/try");
    assertThat(tested(slack)).isEqualTo("sent: It was taken.");
    assertThat(world.slackTexts("/try"))
        .singleElement()
        .asString()
        .contains("Test of a Wayfare notifier");
    world.receiver.answers("/try", 404);
    assertThat(tested(slack)).isEqualTo("refused: The service answered with status 404.");
    world.receiver.answers("/try", 503);
    assertThat(tested(slack)).isEqualTo("failed: The service answered with status 503.");
    assertThat(tested(world.webhook("/try-hook"))).startsWith("sent");
    assertThat(world.hookTexts("/try-hook").getFirst().path("news").asString()).isEqualTo("test");
    assertThat(tested(world.email("try@home.example"))).startsWith("sent");
    assertThat(world.mail.getReceivedMessagesForDomain("try@home.example")).hasSize(1);
  }

  @Test
  void aTestGoesToNoForbiddenAddress() {
    var hook =
        world.notifier(
            """
            {"kind": "webhook", "name": "Inside", "url": "http://10.0.0.1/", "secret": "%s"}"""
                .formatted(AlertWorld.KEY));
    assertThat(tested(hook)).startsWith("refused: 10.0.0.1 leads to an address");
  }

  private String tested(String notifier) {
    var answer = ok(world.api.post("/api/v1/notifiers/" + notifier + "/test", ""), 200);
    return answer.text("/outcome") + ": " + answer.text("/detail");
  }

  @Test
  void aNotifierOfALiveReleaseIsNotRemoved() {
    var hook = world.webhook("/held");
    var talk = world.app("holder", "error", 1, hook);
    var refused = ok(world.api.delete("/api/v1/notifiers/" + hook), 409);
    assertThat(refused.text("/detail"))
        .isEqualTo("What is live tells this notifier: holder under Production.");
    talk.says("fail");
    world.runDue();
    ok(world.api.delete("/api/v1/apps/holder/profiles/Production/live"), 204);
    ok(world.api.delete("/api/v1/notifiers/" + hook), 204);
    ok(world.api.get("/api/v1/notifiers/" + hook), 404);
    world.runDue();
    assertThat(world.onlyAlert("holder").path("reached").asString()).isEqualTo("nobody");
  }

  @Test
  void anEmailAddressThatANotifierWritesFromIsNotRemoved() {
    var email = world.email("kept@home.example");
    var sender = world.api.get("/api/v1/notifiers/" + email).text("/sender");
    assertThat(ok(world.api.delete("/api/v1/resources/" + sender), 409).text("/detail"))
        .contains("used by the notifier kept@home.example");
    ok(world.api.delete("/api/v1/notifiers/" + email), 204);
    ok(world.api.delete("/api/v1/resources/" + sender), 204);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(
            wrong(
                """
                {"kind": "slack", "name": "", "secret": "hush", "url": "https://x.example",
                 "receives": ["application_error"]}"""))
        .containsExactly("name", "secret", "url", "receives/0");
    assertThat(wrong("{\"kind\": \"webhook\", \"name\": \"W\", \"secret\": \"short\"}"))
        .containsExactly("url", "secret");
    assertThat(
            wrong(
                """
                {"kind": "email", "name": "E", "recipients": ["Ada <ada@x.example>"],
                 "sender": "01890000-0000-7000-8000-000000000000"}"""))
        .containsExactly("recipients/0", "sender");
    assertThat(ok(world.api.post("/api/v1/notifiers", "{\"kind\": \"pager\"}"), 422).body())
        .doesNotContain("hush");
  }

  private List<String> wrong(String wish) {
    var answer = ok(world.api.post("/api/v1/notifiers", wish), 422);
    assertThat(answer.body()).doesNotContain("hush");
    var paths = new ArrayList<String>();
    answer.json().path("errors").forEach(it -> paths.add(it.path("path").asString()));
    return paths;
  }

  @Test
  void aNameIsTakenOnce() {
    world.webhook("/name");
    var again =
        world.api.post(
            "/api/v1/notifiers",
            """
            {"kind": "webhook", "name": "hook /NAME", "url": "https://x.example", "secret": "%s"}"""
                .formatted(AlertWorld.KEY));
    assertThat(ok(again, 409).text("/code")).isEqualTo("name_taken");
  }

  @Test
  void aChangeKeepsWhatItLeavesOut() {
    var hook = world.webhook("/old", "certificate");
    ok(world.api.patch("/api/v1/notifiers/" + hook, "{\"name\": \"Renamed\"}"), 200);
    assertThat(tested(hook)).startsWith("sent");
    assertThat(world.receiver.posts("/old")).hasSize(1);
    ok(
        world.api.patch(
            "/api/v1/notifiers/" + hook,
            "{\"url\": \"%s\", \"receives\": []}".formatted(world.receiver.url("/new"))),
        200);
    assertThat(tested(hook)).startsWith("sent");
    assertThat(world.receiver.posts("/new")).hasSize(1);
    var seen = world.api.get("/api/v1/notifiers/" + hook);
    assertThat(seen.text("/name")).isEqualTo("Renamed");
    assertThat(seen.json().path("receives")).isEmpty();
  }

  @Test
  void aSecretIsNowhereInTheClear() {
    var hidden = "T0-" + AlertWorld.KEY + "-hidden";
    try (var log = new HeardLog(Destinations.class);
        var mails = new HeardLog(Mailer.class)) {
      var slack =
          world.notifier(
              "{\"kind\": \"slack\", \"name\": \"Hidden\", \"secret\": \"%s\"}"
                  .formatted(world.receiver.url("/" + hidden)));
      world.webhook("/plain");
      world.receiver.answers("/" + hidden, 500);
      world.app("hidden", "error", 1, slack).says("fail");
      world.runDue();
      tested(slack);
      var seen =
          List.of("/api/v1/notifiers", "/api/v1/alerts", "/api/v1/journal?limit=200").stream()
              .map(path -> ok(world.api.get(path), 200).body())
              .toList();
      assertThat(seen).noneMatch(it -> it.contains(AlertWorld.KEY));
      assertThat(seen.getFirst()).contains("\"secret\":{\"set\":true}");
      assertThat(log.lines()).noneMatch(it -> it.contains(AlertWorld.KEY));
      assertThat(mails.lines()).isEmpty();
    }
    assertThat(rowsWith(AlertWorld.KEY)).isEmpty();
    assertThat(rowsWith("no_stock")).as("rows are looked at").isNotEmpty();
  }

  /// The tables in which some row holds this word.
  private List<String> rowsWith(String word) {
    var sql = JdbcClient.create(world.server.dataSource());
    return sql
        .sql("select tablename from pg_tables where schemaname = 'public' order by 1")
        .query(String.class)
        .list()
        .stream()
        .filter(
            table ->
                sql.sql(
                        "select exists (select 1 from \"%s\" t where position(? in t::text) > 0)"
                            .formatted(table))
                    .param(word)
                    .query(Boolean.class)
                    .single())
        .toList();
  }
}
