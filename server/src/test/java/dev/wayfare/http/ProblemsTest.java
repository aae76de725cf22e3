package dev.wayfare.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.Client;
import dev.wayfare.testing.Client.Answer;
import dev.wayfare.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  private static TestServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = TestServer.start(EdgeRoutes.class);
    client = server.token(Role.ADMIN, "*");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void jsonIsSnakeCaseAndInstantsAreIso8601() {
    var answer =
        client.post(
            "/api/v1/things", "{\"display_name\": \"a\", \"starts_at\": \"2026-01-01T00:00:00Z\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .startsWith("{\"display_name\":\"a\",\"made_at\":\"2026-01-02T03:04:05Z\",\"runs\":");
  }

  @Test
  void brokenJsonIsToldWithLineAndColumn() {
    var answer = client.post("/api/v1/things", "{\n  \"display_name\": nonsense\n}");
    assertProblem(answer, 400, "json_invalid");
    assertThat(answer.text("/detail")).contains("line 2, column").doesNotContain("nonsense");
  }

  @Test
  void whatFollowsTheJsonIsRefused() {
    assertProblem(
        client.post("/api/v1/things", "{\"display_name\": \"a\"} {}"), 400, "json_invalid");
  }

  @Test
  void aBodyThatIsNoObjectIsRefused() {
    assertProblem(client.post("/api/v1/things", "[1]"), 400, "json_invalid");
    assertProblem(client.post("/api/v1/things", ""), 400, "body_missing");
  }

  @Test
  void anUnknownFieldIsToldWithItsPathAndTheKnownOnes() {
    var answer =
        client.post(
            "/api/v1/things",
            "{\"display_name\": \"a\", \"parts\": [{\"count\": 1, \"colour\": 1}]}");
    assertProblem(answer, 422, "request_invalid");
    assertThat(answer.text("/errors/0/code")).isEqualTo("field_unknown");
    assertThat(answer.text("/errors/0/path")).isEqualTo("parts/0/colour");
    assertThat(answer.text("/errors/0/fix")).isEqualTo("Expected one of: count, part_name.");
  }

  @Test
  void aValueOfTheWrongKindIsToldWithItsPathAndNotRepeated() {
    var answer = client.post("/api/v1/things", "{\"display_name\": \"a\", \"role\": \"boss\"}");
    assertProblem(answer, 422, "request_invalid");
    assertThat(answer.text("/errors/0/path")).isEqualTo("role");
    assertThat(answer.text("/errors/0/message"))
        .contains("expected one of agent, developer, admin")
        .doesNotContain("boss");
  }

  @Test
  void allThatIsInvalidIsToldAtOnceInTheNamesOfTheWire() {
    var answer =
        client.post(
            "/api/v1/things",
            "{\"display_name\": \" \", \"parts\": [{\"part_name\": \"\", \"count\": 1}]}");
    assertProblem(answer, 422, "request_invalid");
    assertThat(answer.json().at("/errors").valueStream().map(it -> it.at("/path").asString()))
        .containsExactlyInAnyOrder("display_name", "parts/0/part_name");
  }

  @Test
  void aMissingAndAnUnreadableParameterAreNamed() {
    var missing = client.get("/api/v1/things");
    assertProblem(missing, 400, "parameter_invalid");
    assertThat(missing.text("/errors/0/path")).isEqualTo("from");
    var unreadable = client.get("/api/v1/things?from=many");
    assertProblem(unreadable, 400, "parameter_invalid");
    assertThat(unreadable.text("/errors/0/path")).isEqualTo("from");
    assertThat(unreadable.body()).doesNotContain("many");
  }

  @Test
  void anAddressThatCannotBeIsNotThere() {
    assertProblem(client.get("/api/v1/things/one"), 404, "not_found");
    assertProblem(client.get("/api/v1/nothing"), 404, "not_found");
  }

  @Test
  void aRouteWithoutARuleAnswersNobody() {
    assertProblem(server.owner().get("/api/v1/unlisted"), 404, "not_found");
    assertProblem(server.anonymous().get("/api/v1/unlisted"), 404, "not_found");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    var answer = client.delete("/api/v1/things");
    assertProblem(answer, 405, "method_not_allowed");
    assertThat(answer.header("Allow")).contains("GET, POST");
  }

  @Test
  void aWrongContentTypeIsRefused() {
    var answer = client.with("Content-Type", "text/plain").post("/api/v1/things", "a");
    assertProblem(answer, 415, "unsupported_media_type");
    assertThat(answer.text("/detail")).contains("application/json");
  }

  @Test
  void aFaultOfOursHasANumberAndGivesNothingAway() {
    var answer = client.post("/api/v1/failing-things", "{}");
    assertProblem(answer, 500, "fault");
    assertThat(answer.header("Wayfare-Fault").orElseThrow()).hasSize(12);
    assertThat(answer.text("/detail")).contains(answer.header("Wayfare-Fault").orElseThrow());
    assertThat(answer.body()).doesNotContain("swordfish", "Exception");
  }

  @Test
  void aMalformedAddressIsRefusedAtTheWall() {
    assertProblem(client.get("/api/v1/things;x=1"), 400, "request_refused");
  }

  @Test
  void aListGoesOnWhereItsCursorSays() {
    var first = client.get("/api/v1/things?from=0&limit=2");
    assertThat(first.json().at("/items").toString()).isEqualTo("[0,1]");
    var next = client.get("/api/v1/things?from=0&limit=3&cursor=" + first.text("/next_cursor"));
    assertThat(next.json().at("/items").toString()).isEqualTo("[2,3,4]");
    assertThat(client.get("/api/v1/things?from=0").json().at("/items")).hasSize(50);
    assertThat(client.get("/api/v1/things?from=0&limit=200").json().at("/items")).hasSize(200);
  }

  @Test
  void aLimitOrCursorThatCannotBeIsRefused() {
    for (var limit : new String[] {"0", "201", "-1", "x", "", "99999999999"}) {
      assertProblem(client.get("/api/v1/things?from=0&limit=" + limit), 400, "parameter_invalid");
    }
    assertProblem(client.get("/api/v1/things?from=0&cursor=***"), 400, "cursor_invalid");
    assertProblem(client.get("/api/v1/things?from=0&cursor=abcd"), 400, "cursor_invalid");
  }

  @Test
  void theApiDescribesItselfToEverybody() {
    var answer = server.anonymous().get("/api/v1/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json");
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.text("/code")).isEqualTo(code);
    assertThat(answer.text("/type")).isEqualTo("urn:wayfare:problem:" + code);
    assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
    assertThat(answer.text("/title")).isNotBlank();
    assertThat(answer.text("/detail")).isNotBlank();
    assertThat(answer.json().at("/errors").isArray()).isTrue();
  }
}
