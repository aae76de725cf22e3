package dev.wayfare.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.http.Role;
import dev.wayfare.kernel.Secret;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokensTest {

  /// A bell that counts its rings.
  @Configuration(proxyBeanMethods = false)
  static class Bell {

    @Bean
    AtomicInteger rings() {
      return new AtomicInteger();
    }

    @Bean
    @Primary
    AccessChanged countedRings(AtomicInteger rings) {
      return rings::incrementAndGet;
    }
  }

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(Bell.class);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void ofAToolThatAsksAtEachStartOneTokenIsLeft() {
    var organization = server.organization().id();
    var identity = server.bean(Identity.class);
    var ofAPerson =
        server.owner().post("/api/v1/tokens", "{\"name\": \"Demo\", \"scopes\": [\"*\"]}");
    var first = identity.replaceToken(organization, "Demo", Role.ADMIN, List.of("*"));
    var other = identity.makeToken(organization, "Another", Role.ADMIN, List.of("*"));
    assertThat(statusOf(first)).isEqualTo(200);
    var second = identity.replaceToken(organization, "Demo", Role.ADMIN, List.of("*"));
    assertThat(statusOf(first)).isEqualTo(401);
    assertThat(statusOf(second)).isEqualTo(200);
    assertThat(statusOf(other)).isEqualTo(200);
    assertThat(statusOf(ofAPerson.text("/secret"))).isEqualTo(200);
  }

  private int statusOf(NewToken token) {
    return statusOf(token.token().reveal());
  }

  private int statusOf(String secret) {
    var program = server.anonymous().with("Authorization", "Bearer " + secret);
    return program.get("/api/v1/me").status();
  }

  @Test
  void aTokenIsShownOnceAndKeptAsAHash() {
    var owner = server.owner();
    var made = make(owner, "\"scopes\": [\"people:read\"]");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("/secret")).matches("wf_[A-Za-z0-9_-]{40}");
    assertThat(owner.get("/api/v1/tokens").body())
        .contains("people:read")
        .doesNotContain(made.text("/secret"));
    var kept =
        JdbcClient.create(server.dataSource())
            .sql("select api_token::text from api_token")
            .query(String.class)
            .list();
    assertThat(kept.toString()).doesNotContain(made.text("/secret"));
    var me = bearer(made).get("/api/v1/me");
    assertThat(me.text("/kind")).isEqualTo("token");
    assertThat(me.text("/scopes/0")).isEqualTo("people:read");
  }

  @Test
  void aTokenWithAnUnknownScopeIsRefusedWithTheKnownOnes() {
    var answer = make(server.owner(), "\"scopes\": [\"people:read\", \"everything\"]");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/path")).isEqualTo("scopes/1");
    assertThat(answer.text("/errors/0/fix")).contains("people:write", "tokens:read");
  }

  @Test
  void aTokenNeverExceedsTheRoleOfItsMaker() {
    var answer = make(server.signedIn(Role.DEVELOPER), "\"scopes\": [], \"role\": \"admin\"");
    assertThat(answer.text("/errors/0/code")).isEqualTo("role_too_high");
    assertThat(answer.text("/errors/0/path")).isEqualTo("role");
  }

  @Test
  void aTokenStopsWhenItExpires() {
    var made = make(server.owner(), "\"scopes\": [], \"expires_at\": \"2026-03-04T06:00:00Z\"");
    assertThat(bearer(made).get("/api/v1/me").status()).isEqualTo(200);
    server.clock().jump(Duration.ofHours(1));
    assertThat(bearer(made).get("/api/v1/me").status()).isEqualTo(401);
    var past = make(server.owner(), "\"scopes\": [], \"expires_at\": \"2026-03-04T06:00:00Z\"");
    assertThat(past.text("/errors/0/path")).isEqualTo("expires_at");
  }

  @Test
  void aRevokedTokenStopsAtOnceAndTheBellRings() {
    var owner = server.owner();
    var made = make(owner, "\"scopes\": []");
    assertThat(bearer(made).get("/api/v1/me").status()).isEqualTo(200);
    var before = server.bean(AtomicInteger.class).get();
    var path = "/api/v1/tokens/" + made.text("/token/id");
    assertThat(owner.delete(path).status()).isEqualTo(204);
    assertThat(bearer(made).get("/api/v1/me").status()).isEqualTo(401);
    assertThat(server.bean(AtomicInteger.class)).hasValue(before + 1);
    assertThat(owner.delete(path).status()).isEqualTo(404);
  }

  @Test
  void aTokenThatAnotherProcessRevokedStopsAtTheBellAndAfterSecondsWithoutIt() {
    var program = server.token(Role.ADMIN, "*");
    var sql = JdbcClient.create(server.dataSource());
    assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
    sql.sql("update api_token set revoked_at = now()").update();
    assertThat(program.get("/api/v1/me").status()).as("still remembered").isEqualTo(200);
    server.bean(KnownCallers.class).forget();
    assertThat(program.get("/api/v1/me").status()).isEqualTo(401);

    var other = server.token(Role.ADMIN, "*");
    assertThat(other.get("/api/v1/me").status()).isEqualTo(200);
    sql.sql("update api_token set revoked_at = now()").update();
    server.clock().jump(Duration.ofSeconds(6));
    assertThat(other.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void aDeveloperRevokesOnlyTheirOwnTokens() {
    var owners = make(server.owner(), "\"scopes\": []").text("/token/id");
    var developer = server.signedIn(Role.DEVELOPER);
    var own = make(developer, "\"scopes\": []").text("/token/id");
    var refused = developer.delete("/api/v1/tokens/" + owners);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("/code")).isEqualTo("token_not_yours");
    assertThat(developer.delete("/api/v1/tokens/" + own).status()).isEqualTo(204);
  }

  @Test
  void whenATokenWasLastUsedIsKeptCoarsely() {
    var owner = server.owner();
    var made = make(owner, "\"scopes\": []");
    bearer(made).get("/api/v1/me");
    var first = usedAt(owner);
    server.clock().jump(Duration.ofMinutes(5));
    bearer(made).get("/api/v1/me");
    assertThat(usedAt(owner)).isEqualTo(first).isNotEmpty();
    server.clock().jump(Duration.ofMinutes(6));
    bearer(made).get("/api/v1/me");
    assertThat(usedAt(owner)).isNotEqualTo(first);
  }

  @Test
  void aRememberedCallerCostsNoQuery() {
    var known = server.bean(KnownCallers.class);
    var identity = server.bean(Identity.class);
    var made =
        identity.makeToken(server.organization().id(), "busy", Role.AGENT, List.of("people:read"));
    var first = known.byToken(made.token());
    JdbcClient.create(server.dataSource()).sql("delete from api_token").update();
    assertThat(known.byToken(made.token())).isEqualTo(first).isPresent();
    assertThat(known.byToken(Secret.of("wf_unknown"))).isEmpty();
  }

  private Client bearer(Client.Answer made) {
    return server.anonymous().with("Authorization", "Bearer " + made.text("/secret"));
  }

  private static String usedAt(Client owner) {
    return owner.get("/api/v1/tokens").text("/items/0/used_at");
  }

  private static Client.Answer make(Client client, String more) {
    return client.post("/api/v1/tokens", "{\"name\": \"ci\", %s}".formatted(more));
  }
}
