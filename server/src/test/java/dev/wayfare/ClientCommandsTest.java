package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.testing.Desk;
import dev.wayfare.testing.TestServer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The commands that speak to a server, and those that work on its database beside it.
class ClientCommandsTest {
  private static final int APPS = 203;

  private static TestServer server;
  private static String token = "";

  @BeforeAll
  static void start() {
    server = TestServer.start();
    var identity = server.bean(Identity.class);
    token =
        identity
            .makeToken(server.organization().id(), "a program", Role.ADMIN, List.of("*"))
            .token()
            .reveal();
    var api = server.token(Role.ADMIN, "*");
    for (var each = 0; each < APPS; each++) {
      api.post("/api/v1/apps", "{\"name\": \"app-%03d\"}".formatted(each));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static CommandLineRun run(String... words) {
    var where = List.of("--server", "http://127.0.0.1:" + server.port(), "--token", token);
    return CommandLineRun.of(
        Stream.concat(Arrays.stream(words), where.stream()).toArray(String[]::new));
  }

  @Test
  void aListIsReadToItsEnd() {
    var run = run("apps", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.json().path("items")).hasSize(APPS);
    assertThat(run.json().at("/items/202/name").asString()).isEqualTo("app-202");
  }

  @Test
  void aListEndsWhereItIsToldTo() {
    assertThat(run("apps", "--limit", "2").out()).contains("app-001").doesNotContain("app-002");
    assertThat(run("apps", "--limit", "201", "--json").json().path("items")).hasSize(201);
    assertThat(run("apps", "--limit", "0").code()).isEqualTo(2);
  }

  @Test
  void anEmptyListIsAnEmptyList() {
    assertThat(run("journeys", "--json").json().path("items").isEmpty()).isTrue();
    var releases = run("releases", "app-000", "--profile", "Production", "--json");
    assertThat(releases.json().path("items").isArray()).isTrue();
  }

  @Test
  void whatAPublishWouldChangeIsToldAndATextShowsWhatIsAnswered() {
    var desk = Desk.create(server.token(Role.ADMIN, "*"), "told");
    var number = desk.ready();
    desk.set("Production", "{\"orders_url\": \"https://one.example\", \"orders_key\": \"k-1\"}");
    Desk.ok(desk.bind("Production", "visit", "default"), 200);
    Desk.ok(desk.bind("Production", "journey links", "default"), 200);
    var published = run("publish", "told", "--profile", "Production");
    assertThat(published.code()).as(published.err()).isZero();
    desk.set("Production", "{\"orders_url\": \"https://two.example\"}");
    desk.save("r2", Desk.document("Good day"));
    assertThat(run("publish", "told", "--profile", "Production", "--dry-run").out())
        .contains("value orders_url: https://one.example → https://two.example")
        .contains("\"Hello\" → \"Good day\"");
    var texted = run("text", "--from", "+15550190", "--to", number, "hi");
    assertThat(texted.out()).isEqualToNormalizingNewlines("> hi\n< Hello\n");
    var again = run("text", "--from", "+15550190", "--to", number, "hi", "--json");
    assertThat(again.json().at("/replies/0/body").asString()).isEqualTo("Hello");
  }

  @Test
  void aWayInIsMadeWhileTheServerRuns() {
    var made =
        CommandLineRun.of(
            "sign-in-link",
            "--database-url",
            server.databaseUrl(),
            "--public-url",
            "https://go.example.com/",
            "--json");
    assertThat(made.code()).isZero();
    var url = made.json().path("sign_in_url").asString();
    assertThat(url).startsWith("https://go.example.com/sign-in/");
    var owner = server.signIn(url.substring("https://go.example.com".length()));
    assertThat(owner.get("/api/v1/me").text("/role")).isEqualTo("admin");
  }

  @Test
  void aServerSaysWhichOneItIsAndNothingMore() {
    var answer = server.anonymous().get("/api/v1/server");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().propertyNames()).containsExactly("product", "installation");
    assertThat(answer.text("/installation")).matches("[0-9a-f]{24}");
  }
}
