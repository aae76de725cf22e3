package dev.wayfare.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.Client;
import dev.wayfare.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTest {

  private static final String BODY = "{\"display_name\": \"a\"}";

  private TestServer server;
  private Client client;
  private EdgeThings things;

  @BeforeEach
  void start() {
    server = TestServer.start(EdgeRoutes.class);
    client = server.token(Role.ADMIN, "*").with("Idempotency-Key", "first");
    things = server.bean(EdgeThings.class);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRepeatedRequestIsAnsweredTheSameAndRunsNothing() {
    var first = client.post("/api/v1/things", BODY);
    var again = client.post("/api/v1/things", BODY);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).contains("/api/v1/things/1");
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(things.runs).hasValue(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    client.post("/api/v1/things", BODY);
    var other = client.post("/api/v1/things", "{\"display_name\": \"b\"}");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/code")).isEqualTo("idempotency_key_reused");
    assertThat(things.runs).hasValue(1);
  }

  @Test
  void anotherCallersSameKeyIsAnotherRequest() {
    client.post("/api/v1/things", BODY);
    server.token(Role.ADMIN, "*").with("Idempotency-Key", "first").post("/api/v1/things", BODY);
    assertThat(things.runs).hasValue(2);
  }

  @Test
  void aRequestWithoutAKeyRunsEachTime() {
    var plain = server.token(Role.ADMIN, "*");
    plain.post("/api/v1/things", BODY);
    plain.post("/api/v1/things", BODY);
    assertThat(things.runs).hasValue(2);
  }

  @Test
  void whatFailedMayBeTriedAgain() {
    assertThat(client.post("/api/v1/failing-things", "{}").status()).isEqualTo(500);
    assertThat(client.post("/api/v1/failing-things", "{}").status()).isEqualTo(500);
    assertThat(things.runs).hasValue(2);
  }

  @Test
  void whileTheFirstIsRunningTheSecondIsAskedToComeBack() throws Exception {
    var first = CompletableFuture.supplyAsync(() -> client.post("/api/v1/slow-things", "{}"));
    things.entered.await();
    var second = client.post("/api/v1/slow-things", "{}");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.header("Retry-After")).contains("1");
    things.release.countDown();
    assertThat(first.get().body()).isEqualTo("done 1");
    assertThat(client.post("/api/v1/slow-things", "{}").body()).isEqualTo("done 1");
  }

  @Test
  void anAnswerIsKeptForADay() {
    client.post("/api/v1/things", BODY);
    server.clock().jump(Duration.ofHours(23));
    client.post("/api/v1/things", BODY);
    assertThat(things.runs).hasValue(1);
    server.clock().jump(Duration.ofHours(2));
    client.post("/api/v1/things", BODY);
    assertThat(things.runs).hasValue(2);
  }

  @Test
  void aRequestThatWasCutOffMayRunAgainAfterItsLease() {
    var store = server.bean(IdempotencyStore.class);
    var named = new IdempotencyStore.Named("token/x", "k", "f");
    var first = (IdempotencyStore.Claim.First) store.claim(named);
    assertThat(store.claim(named)).isInstanceOf(IdempotencyStore.Claim.StillRunning.class);
    server.clock().jump(Duration.ofMinutes(3));
    assertThat(store.claim(named)).isInstanceOf(IdempotencyStore.Claim.First.class);
    store.release(named, first.ticket());
    assertThat(store.claim(named))
        .as("the one that was cut off cannot let go of its successor's claim")
        .isInstanceOf(IdempotencyStore.Claim.StillRunning.class);
  }

  @Test
  void aTokenThatIsShownOnceIsNotInTheDatabase() {
    var made =
        server
            .owner()
            .with("Idempotency-Key", "token")
            .post("/api/v1/tokens", "{\"name\": \"ci\", \"scopes\": []}");
    var secret = made.text("/secret");
    assertThat(secret).startsWith("wf_");
    var kept =
        JdbcClient.create(server.dataSource())
            .sql("select body from idempotency_key where key = 'token'")
            .query(byte[].class)
            .single();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(secret, "name");
  }

  @Test
  void aKeyThatCannotBeIsRefused() {
    var answer =
        server
            .token(Role.ADMIN, "*")
            .with("Idempotency-Key", "x".repeat(201))
            .post("/api/v1/things", BODY);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/code")).isEqualTo("idempotency_key_invalid");
  }
}
