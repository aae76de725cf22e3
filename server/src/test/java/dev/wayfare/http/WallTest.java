package dev.wayfare.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What stands between a request and its route: headers, forged requests, what lies outside, and
/// the door that opens when the server is ready.
class WallTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(EdgeRoutes.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyAnswerInsideCarriesTheStrictHeaders() {
    var answer = server.anonymous().get("/api/v1/me");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    assertThat(answer.header("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void webhooksAndCustomersPagesNeverMeetTheSignIn() {
    var hook =
        server
            .anonymous()
            .with("Authorization", "Bearer nonsense")
            .with("Cookie", "__Host-wayfare_session=nonsense")
            .with("X-Odd", "caf\u00e9")
            .post("/hooks/acme", "{}");
    assertThat(hook.body()).isEqualTo("heard acme");
    assertThat(hook.header("X-Content-Type-Options")).isEmpty();
    var page = server.anonymous().get("/l/abc");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
  }

  @Test
  void noDetourLeadsFromOutsideToTheInside() {
    for (var path :
        new String[] {
          "/l/../api/v1/me", "/l/%2e%2e/api/v1/me", "/l/..;/api/v1/me", "/hooks//../api/v1/me"
        }) {
      assertThat(server.anonymous().get(path).status()).as(path).isIn(400, 401, 404);
    }
  }

  @Test
  void aSessionNeedsTheWordAgainstForgedRequests() {
    var person = server.signedIn(Role.AGENT);
    var body = "{\"display_name\": \"a\"}";
    assertThat(person.post("/api/v1/things", body).status()).isEqualTo(201);

    var forged = person.without("X-CSRF-Token");
    assertThat(forged.get("/api/v1/me").status()).isEqualTo(200);
    var answer = forged.post("/api/v1/things", body);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("/code")).isEqualTo("csrf_token_missing");

    var planted = forged.with("X-CSRF-Token", "planted").post("/api/v1/things", body);
    assertThat(planted.status()).isEqualTo(403);
    assertThat(planted.text("/code")).isEqualTo("csrf_token_missing");
  }

  @Test
  void anAuthorizationHeaderNeverBringsASessionIn() {
    var person = server.signedIn(Role.AGENT).without("X-CSRF-Token");
    for (var authorization : new String[] {"Bearer nonsense", "Basic abc", "Bearer wf_nonsense"}) {
      var answer = person.with("Authorization", authorization).post("/api/v1/things", "{}");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text("/code")).isEqualTo("token_unknown");
    }
  }

  @Test
  void aProgramNeedsNoSuchWord() {
    var program = server.token(Role.AGENT, "things:write");
    assertThat(program.post("/api/v1/things", "{\"display_name\": \"a\"}").status()).isEqualTo(201);
  }

  @Test
  void aRefusalSaysWhatIsMissing() {
    var scope = server.token(Role.AGENT, "things:read").post("/api/v1/things", "{}");
    assertThat(scope.text("/code")).isEqualTo("scope_missing");
    assertThat(scope.text("/detail")).contains("things:write", "things:read");
    var role = server.signedIn(Role.AGENT).get("/api/v1/journal");
    assertThat(role.text("/code")).isEqualTo("role_too_low");
    assertThat(role.text("/detail")).contains("developer", "agent");
  }

  @Test
  void beforeTheServerIsReadyEveryRequestIsTurnedAway() {
    var readiness = server.bean(Readiness.class);
    readiness.close();
    try {
      for (var path : new String[] {"/api/v1/me", "/l/abc", "/sign-in"}) {
        var answer = server.anonymous().get(path);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(answer.text("/code")).isEqualTo("not_ready");
      }
    } finally {
      readiness.open();
    }
    assertThat(server.anonymous().get("/l/abc").status()).isEqualTo(404);
  }
}
