package dev.wayfare.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.connector.Authorization.ClientCredentials;
import dev.wayfare.connector.CallOutcome.Answered;
import dev.wayfare.connector.CallOutcome.NoToken;
import dev.wayfare.connector.CallOutcome.Refused;
import dev.wayfare.kernel.Secret;
import dev.wayfare.testing.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationTest {
  private static final Secret HUSH = Secret.of("hu:sh");

  private final SteppingClock clock = new SteppingClock();
  private final OutboundCalls calls =
      new OutboundCalls(
          new Guard(OutboundPolicy.of("127.0.0.1"), NameLookup.OF_THE_MACHINE),
          Tls.usual(),
          clock,
          new Random(3));
  private final RawServer service = RawServer.saying(Calls.answer(200, "", "ok"));

  @AfterEach
  void close() {
    calls.close();
    service.close();
  }

  private static HttpConnection signedBy(RawServer server, Authorization authorization) {
    return new HttpConnection(new BaseAddress(server.url()), authorization);
  }

  @Test
  void eachKindSignsInItsWay() {
    calls.call(signedBy(service, new Authorization.Basic("ada", HUSH)), Calls.get("/"));
    calls.call(signedBy(service, new Authorization.Bearer(HUSH)), Calls.get("/"));
    calls.call(signedBy(service, new Authorization.HeaderKey("X-Key", HUSH)), Calls.get("/"));
    calls.call(signedBy(service, new Authorization.None()), Calls.get("/"));
    assertThat(service.requests().get(0)).contains("Authorization: Basic YWRhOmh1OnNo\r\n");
    assertThat(service.requests().get(1)).contains("Authorization: Bearer hu:sh\r\n");
    assertThat(service.requests().get(2)).contains("X-Key: hu:sh\r\n");
    assertThat(service.requests().get(3)).doesNotContain("Authorization");
  }

  @Test
  void aFlowDoesNotOverruleTheConnection() {
    var call = Calls.get("/").withHeaders(List.of(new Field("authorization", "Bearer mine")));
    assertThat(calls.call(signedBy(service, new Authorization.Bearer(HUSH)), call))
        .isInstanceOf(Refused.class);
    assertThat(service.connections()).isZero();
  }

  // --- OAuth 2

  /// Gives `token-1`, `token-2` and so on, each for an hour.
  private static RawServer endpoint(AtomicInteger given) {
    return new RawServer(
        (_, caller) ->
            RawServer.say(
                caller,
                Calls.answer(
                    200,
                    "",
                    "{\"access_token\": \"token-%d\", \"expires_in\": 3600}"
                        .formatted(given.incrementAndGet()))));
  }

  private static ClientCredentials client(RawServer endpoint, boolean inBody) {
    return new ClientCredentials(
        new BaseAddress(endpoint.url() + "/token"),
        "desk",
        HUSH,
        List.of("orders", "parcels"),
        Optional.of("https://api.example.com"),
        inBody);
  }

  @Test
  void aTokenIsFetchedOnceAndKeptUntilShortlyBeforeItExpires() {
    var given = new AtomicInteger();
    try (var endpoint = endpoint(given)) {
      var connection = signedBy(service, client(endpoint, false));
      calls.call(connection, Calls.get("/1"));
      clock.jump(Duration.ofMinutes(59));
      calls.call(connection, Calls.get("/2"));
      assertThat(given).hasValue(1);
      clock.jump(Duration.ofSeconds(35));
      calls.call(connection, Calls.get("/3"));
      assertThat(given).hasValue(2);
      assertThat(service.requests().get(1)).contains("Authorization: Bearer token-1");
      assertThat(service.requests().get(2)).contains("Authorization: Bearer token-2");
      assertThat(Calls.lines(endpoint.requests().getFirst()))
          .startsWith("POST /token HTTP/1.1")
          .contains("Authorization: Basic ZGVzazpodSUzQXNo")
          .endsWith(
              "grant_type=client_credentials&scope=orders+parcels"
                  + "&audience=https%3A%2F%2Fapi.example.com");
    }
  }

  @Test
  void idAndSecretCanGoInTheForm() {
    try (var endpoint = endpoint(new AtomicInteger())) {
      calls.call(signedBy(service, client(endpoint, true)), Calls.get("/"));
      assertThat(endpoint.requests().getFirst())
          .contains("client_id=desk&client_secret=hu%3Ash")
          .doesNotContain("Authorization");
    }
  }

  @Test
  void manyWhoWaitShareOneFetch() throws Exception {
    var given = new AtomicInteger();
    try (var endpoint = endpoint(given);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var connection = signedBy(service, client(endpoint, false));
      var all = new ArrayList<Callable<CallOutcome>>();
      for (var each = 0; each < 40; each++) {
        all.add(() -> calls.call(connection, Calls.get("/")));
      }
      for (var done : threads.invokeAll(all)) {
        assertThat(done.get()).isInstanceOf(Answered.class);
      }
      assertThat(given).hasValue(1);
    }
  }

  @Test
  void aTokenThatIsTurnedDownIsReplacedOnce() {
    var given = new AtomicInteger();
    try (var endpoint = endpoint(given);
        var picky =
            new RawServer(
                (request, caller) ->
                    RawServer.say(
                        caller,
                        Calls.answer(request.contains("Bearer token-2") ? 200 : 401, "", "")))) {
      assertThat(calls.call(signedBy(picky, client(endpoint, false)), Calls.post("/")))
          .isInstanceOfSatisfying(Answered.class, it -> assertThat(it.status()).isEqualTo(200));
      assertThat(given).hasValue(2);
      assertThat(picky.connections()).isEqualTo(2);
    }
  }

  @Test
  void aServiceThatTurnsAllDownIsAskedTwice() {
    var given = new AtomicInteger();
    try (var endpoint = endpoint(given);
        var shut = RawServer.saying(Calls.answer(401, "", ""))) {
      assertThat(calls.call(signedBy(shut, client(endpoint, false)), Calls.get("/")))
          .isInstanceOfSatisfying(Answered.class, it -> assertThat(it.status()).isEqualTo(401));
      assertThat(given).hasValue(2);
      assertThat(shut.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | {"error": "invalid_client", "error_description": "hu:sh is wrong"} | The token endpoint answered with status 401 and invalid_client.
          400 | <html>                     | The token endpoint answered with status 400.
          200 | {}                         | The token endpoint's answer has no access_token.
          200 | {"access_token": "a\\nb"}  | The token endpoint's answer has no access_token.
          """)
  void noTokenMeansNoCall(int status, String body, String sentence) {
    try (var endpoint = RawServer.saying(Calls.answer(status, "", body))) {
      assertThat(calls.call(signedBy(service, client(endpoint, false)), Calls.get("/")))
          .isEqualTo(new NoToken(sentence));
      assertThat(service.connections()).isZero();
    }
  }

  @Test
  void aTokenEndpointInsideTheNetworkIsNotCalled() {
    try (var tripwire = new Tripwire()) {
      var client =
          new ClientCredentials(
              new BaseAddress("http://127.0.0.2:" + tripwire.port()),
              "desk",
              HUSH,
              List.of(),
              Optional.empty(),
              false);
      assertThat(calls.call(signedBy(service, client), Calls.get("/"))).isInstanceOf(Refused.class);
      assertThat(tripwire.connections()).isZero();
      assertThat(service.connections()).isZero();
    }
  }

  // --- stored settings

  @Test
  void storedSettingsBecomeAConnection() {
    assertThat(read(Map.of("base_url", "https://api.example.com/v1"), Optional.empty()))
        .isEqualTo(good("https://api.example.com/v1", new Authorization.None()));
    assertThat(
            read(
                Map.of("base_url", "https://a.example", "auth", "basic", "user", "ada"),
                Optional.of(HUSH)))
        .isEqualTo(good("https://a.example", new Authorization.Basic("ada", HUSH)));
    assertThat(read(Map.of("base_url", "https://a.example", "auth", "bearer"), Optional.of(HUSH)))
        .isEqualTo(good("https://a.example", new Authorization.Bearer(HUSH)));
    assertThat(
            read(
                Map.of("base_url", "https://a.example", "auth", "header", "header", "X-Key"),
                Optional.of(HUSH)))
        .isEqualTo(good("https://a.example", new Authorization.HeaderKey("X-Key", HUSH)));
    assertThat(
            read(
                Map.of(
                    "base_url", "https://a.example",
                    "auth", "oauth",
                    "token_url", "https://id.example/token/",
                    "client_id", "desk",
                    "scopes", "a  b",
                    "client_auth", "body"),
                Optional.of(HUSH)))
        .isEqualTo(
            good(
                "https://a.example",
                new ClientCredentials(
                    new BaseAddress("https://id.example/token/"),
                    "desk",
                    HUSH,
                    List.of("a", "b"),
                    Optional.empty(),
                    true)));
  }

  @Test
  void whereCredentialsCountLiesBelowTheBaseAddress() {
    var base = Map.of("base_url", "https://a.example/v1", "check_path", "/me");
    assertThat(read(base, Optional.empty()))
        .isEqualTo(
            new HttpConnection.Reading.Good(
                new HttpConnection(
                    new BaseAddress("https://a.example/v1"),
                    new Authorization.None(),
                    Optional.of("/me"))));
    for (var path : List.of("me", "/../me", "/%2e%2e/me", "/me?a=b", "https://b.example/")) {
      assertThat(
              read(Map.of("base_url", "https://a.example", "check_path", path), Optional.empty()))
          .isInstanceOfSatisfying(
              HttpConnection.Reading.Mistakes.class,
              it ->
                  assertThat(it.mistakes())
                      .extracting(SettingMistake::setting)
                      .containsExactly("check_path"));
    }
  }

  @Test
  void allThatIsWrongWithSettingsIsToldAtOnce() {
    var reading =
        read(Map.of("base_url", "https://ada:hush@a.example", "auth", "oauth"), Optional.empty());
    assertThat(reading)
        .isInstanceOfSatisfying(
            HttpConnection.Reading.Mistakes.class,
            it ->
                assertThat(it.mistakes())
                    .extracting(SettingMistake::setting)
                    .containsExactly("base_url", "token_url", "client_id", "secret"));
    assertThat(reading.toString()).doesNotContain("hush");
  }

  @Test
  void noSecretIsPrinted() {
    var connection =
        new HttpConnection(
            new BaseAddress("https://a.example"), new Authorization.Basic("ada", HUSH));
    assertThat(connection.toString()).doesNotContain("hu:sh").contains("•••");
    assertThat(new Field("X-Key", "hu:sh").toString()).doesNotContain("hu:sh");
  }

  private static HttpConnection.Reading read(
      Map<String, String> settings, Optional<Secret> secret) {
    return HttpConnection.read(settings, secret);
  }

  private static HttpConnection.Reading good(String base, Authorization authorization) {
    return new HttpConnection.Reading.Good(
        new HttpConnection(new BaseAddress(base), authorization));
  }
}
