package dev.wayfare.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.http.Role;
import dev.wayfare.testing.TestServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInTest {
  private static final String SESSION = "__Host-wayfare_session";
  private static final String CSRF = "__Host-wayfare_csrf";

  private TestServer server;
  private Identity identity;

  @BeforeEach
  void start() {
    server = TestServer.start();
    identity = server.bean(Identity.class);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theFirstOwnerGetsAFreshLinkUntilSomebodyHasSignedIn() {
    var first = identity.ensureFirstOwner().orElseThrow();
    var second = identity.ensureFirstOwner().orElseThrow();
    assertThat(server.anonymous().post(first.path(), "").status())
        .as("the older link stopped working")
        .isEqualTo(404);
    var me = server.signIn(second.path()).get("/api/v1/me");
    assertThat(me.text("/role")).isEqualTo("admin");
    assertThat(me.text("/kind")).isEqualTo("person");
    assertThat(me.text("/organization/name")).isEqualTo("My organization");
    assertThat(identity.ensureFirstOwner()).isEmpty();
  }

  @Test
  void aLinkPreviewDoesNotUseTheLinkUp() {
    var link = identity.newOwnerLink();
    for (var i = 0; i < 3; i++) {
      var page = server.anonymous().get(link.path());
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).contains("Sign in as Owner", "<form method=\"post\">");
      assertThat(page.header("Set-Cookie")).isEmpty();
      assertThat(page.header("Cache-Control").orElse("")).contains("no-store");
    }
    assertThat(server.anonymous().post(link.path(), "").status()).isEqualTo(303);
  }

  @Test
  void thePageRunsNothingButItsOwnStyle() {
    var page = server.anonymous().get(identity.newOwnerLink().path());
    var policy = page.header("Content-Security-Policy").orElseThrow();
    assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'");
    var nonce = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
    assertThat(page.body()).contains("<style nonce=\"" + nonce + "\">").doesNotContain("<script");
    assertThat(page.response().headers().allValues("Content-Security-Policy")).hasSize(1);
  }

  @Test
  void aNameOnThePageIsText() {
    var person =
        server
            .owner()
            .post("/api/v1/people", "{\"name\": \"<b>Eve</b>\", \"role\": \"agent\"}")
            .text("/sign_in_link/path");
    assertThat(server.anonymous().get(person).body())
        .contains("&lt;b&gt;Eve&lt;/b&gt;")
        .doesNotContain("<b>Eve");
  }

  @Test
  void aLinkWorksOnceAlsoForManyAtTheSameMoment() {
    var path = identity.newOwnerLink().path();
    var signedIn = new AtomicInteger();
    IntStream.range(0, 12)
        .parallel()
        .forEach(
            _ -> {
              if (server.anonymous().post(path, "").status() == 303) {
                signedIn.incrementAndGet();
              }
            });
    assertThat(signedIn).hasValue(1);
    assertThat(server.anonymous().get(path).status()).isEqualTo(404);
  }

  @Test
  void aLinkExpiresAfterADay() {
    var path = identity.newOwnerLink().path();
    server.clock().jump(Duration.ofHours(24));
    assertThat(server.anonymous().get(path).body()).contains("This link cannot be used");
    assertThat(server.anonymous().post(path, "").status()).isEqualTo(404);
  }

  @Test
  void anotherSitesPageCannotSignAnybodyIn() {
    var path = identity.newOwnerLink().path();
    var elsewhere = server.anonymous().with("Sec-Fetch-Site", "cross-site").post(path, "");
    assertThat(elsewhere.status()).isEqualTo(403);
    var ours = server.anonymous().with("Sec-Fetch-Site", "same-origin").post(path, "");
    assertThat(ours.status()).isEqualTo(303);
    assertThat(ours.header("Location")).contains("/");
  }

  @Test
  void noScriptReadsTheSessionAndTheDatabaseHasOnlyItsHash() {
    var answer = server.anonymous().post(identity.newOwnerLink().path(), "");
    assertThat(answer.setCookie(SESSION))
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000");
    assertThat(answer.setCookie(CSRF)).doesNotContain("HttpOnly");
    var kept =
        JdbcClient.create(server.dataSource())
            .sql("select session::text from session")
            .query(String.class)
            .single();
    assertThat(kept).doesNotContain(answer.cookie(SESSION));
  }

  @Test
  void behindAProxyThatEndsTlsBothCookiesAreStillForEncryptedConnectionsOnly() {
    var answer = server.anonymous().post(identity.newOwnerLink().path(), "");
    assertThat(answer.setCookie(SESSION)).contains("Secure").doesNotContain("Domain");
    assertThat(answer.setCookie(CSRF)).contains("Secure").doesNotContain("Domain");
  }

  @Test
  void aSessionUnderTheNameThatAnyPageCanPlantIsNotBelieved() {
    var session = server.anonymous().post(identity.newOwnerLink().path(), "").cookie(SESSION);
    var planted = server.anonymous().with("Cookie", "wayfare_session=" + session);
    assertThat(planted.get("/api/v1/me").status()).isEqualTo(401);
    var ours = server.anonymous().with("Cookie", SESSION + "=" + session);
    assertThat(ours.get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void aSessionLastsThirtyDaysAfterItWasLastSeen() {
    var owner = server.owner();
    server.clock().jump(Duration.ofDays(29));
    assertThat(owner.get("/api/v1/me").status()).isEqualTo(200);
    server.clock().jump(Duration.ofDays(29));
    assertThat(owner.get("/api/v1/me").status()).isEqualTo(200);
    server.clock().jump(Duration.ofDays(30));
    assertThat(owner.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void whoSignsOutIsOutAtOnce() {
    var owner = server.owner();
    var answer = owner.post("/api/v1/me/sign-out", "");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.setCookie(SESSION)).contains("Max-Age=0", "Secure");
    assertThat(owner.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void aPersonSeesAndEndsTheirOwnSessionsOnly() {
    var laptop = server.owner();
    var phone = server.owner();
    var stranger = server.signedIn(Role.ADMIN);
    var sessions = laptop.get("/api/v1/me/sessions").json().at("/items");
    var other =
        sessions
            .valueStream()
            .filter(session -> !session.at("/current").asBoolean())
            .map(session -> session.at("/id").asString())
            .filter(id -> phone.get("/api/v1/me/sessions").body().contains("\"" + id + "\""))
            .toList();
    assertThat(sessions.size()).isGreaterThanOrEqualTo(2);
    for (var id : other) {
      assertThat(stranger.delete("/api/v1/me/sessions/" + id).status()).isEqualTo(404);
      assertThat(laptop.delete("/api/v1/me/sessions/" + id).status()).isEqualTo(204);
    }
    assertThat(phone.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(laptop.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(stranger.get("/api/v1/me").status()).isEqualTo(200);
  }
}
