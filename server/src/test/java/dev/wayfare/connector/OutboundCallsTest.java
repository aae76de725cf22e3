package dev.wayfare.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.connector.CallOutcome.Answered;
import dev.wayfare.connector.CallOutcome.Broken;
import dev.wayfare.connector.CallOutcome.Refused;
import dev.wayfare.connector.CallOutcome.TooLarge;
import dev.wayfare.connector.CallOutcome.TooSlow;
import dev.wayfare.connector.CallOutcome.Unreachable;
import dev.wayfare.connector.PathPart.Fixed;
import dev.wayfare.connector.PathPart.Value;
import dev.wayfare.db.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundCallsTest {
  private final OutboundCalls calls = Calls.to("127.0.0.1");

  @AfterEach
  void close() {
    calls.close();
  }

  // --- what is sent

  @Test
  void pathQueryHeadersAndBodyArriveAsTheyWereMeant() {
    try (var server = RawServer.saying(Calls.answer(200, "Content-Type: text/plain\r\n", "ok"))) {
      var call =
          OutboundCall.of(CallMethod.PUT, new Fixed("/orders/"), new Value("a/b?c#d&ü"))
              .withQuery(List.of(new Field("day", "1 & 2"), new Field("x=y", "+")))
              .withHeaders(List.of(new Field("X-Trace", "7")))
              .withBody(new CallBody.Json("{\"a\":1}"))
              .withKey("journey-1/turn-2", false);
      var outcome = (Answered) calls.call(Calls.open(server.url() + "/v1/"), call);
      assertThat(outcome.text()).isEqualTo("ok");
      assertThat(outcome.mediaType()).contains("text/plain");
      var lines = Calls.lines(server.requests().getFirst());
      assertThat(lines)
          .startsWith("PUT /v1/orders/a%2Fb%3Fc%23d%26%C3%BC?day=1%20%26%202&x%3Dy=%2B HTTP/1.1")
          .contains(
              "X-Trace: 7",
              "Idempotency-Key: journey-1/turn-2",
              "Content-Type: application/json",
              "Content-Length: 7",
              "Host: 127.0.0.1:" + server.port())
          .endsWith("{\"a\":1}");
      assertThat(String.join("\n", lines)).doesNotContain("Upgrade").doesNotContain("Cookie");
    }
  }

  @Test
  void aFormIsEncoded() {
    try (var server = RawServer.saying(Calls.answer(200, "", ""))) {
      var form = new CallBody.Form(List.of(new Field("a b", "1&2"), new Field("c", "ü")));
      calls.call(Calls.open(server.url()), OutboundCall.of(CallMethod.POST).withBody(form));
      assertThat(Calls.lines(server.requests().getFirst())).endsWith("a+b=1%262&c=%C3%BC");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../admin",
        "a/../..",
        "..\\admin",
        "%2e%2e",
        "%2e%2e%2fadmin",
        "%252e%252e/x",
        "..;/admin",
        "..%5cadmin"
      })
  void aValueThatWouldClimbIsNotSent(String value) {
    try (var server = RawServer.saying(Calls.answer(200, "", ""))) {
      var call =
          OutboundCall.of(CallMethod.GET, new Fixed("/orders/"), new Value(value), new Fixed("/x"));
      assertThat(calls.call(Calls.open(server.url()), call)).isInstanceOf(Refused.class);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void twoValuesCannotClimbTogether() {
    try (var server = RawServer.saying(Calls.answer(200, "", ""))) {
      var call =
          OutboundCall.of(CallMethod.GET, new Fixed("/a/.%2"), new Value("e"), new Fixed("/b"));
      calls.call(Calls.open(server.url()), call);
      assertThat(String.join("", server.requests()))
          .doesNotContain("/a/.%2e/b")
          .doesNotContain("..");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "@evil.example, GET /@evil.example",
    "//evil.example/, ''",
    "http://evil.example/, GET /http://evil.example/",
    ":80@evil.example/, GET /:80@evil.example/",
    "\\evil.example, ''",
    "/a?b, ''",
    "/a b, GET /a%20b"
  })
  void noPathChangesTheHost(String path, String sent) {
    try (var server = RawServer.saying(Calls.answer(200, "", ""))) {
      var outcome = calls.call(Calls.open(server.url()), Calls.get(path));
      if (sent.isEmpty()) {
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(server.requests()).isEmpty();
      } else {
        assertThat(server.requests().getFirst()).startsWith(sent + " HTTP/1.1");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "connection",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Content-Length",
        "Expect",
        "Proxy-Authorization",
        "Metadata",
        "Metadata-Flavor",
        "X-Google-Metadata-Request",
        "X-aws-ec2-metadata-token",
        "X-Forwarded-For",
        "a b",
        "",
        "a:b",
        "a\r\nb",
        "ü"
      })
  void aHeaderThatIsNotTheCallsToSetIsRefused(String name) {
    assertRefusedUnsent(Calls.get("/").withHeaders(List.of(new Field(name, "x"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nHost: b", "a\nb", "a\rb", "a\u0000b", "ü", "a\u2028b"})
  void aHeadersValueEndsNoLine(String value) {
    assertRefusedUnsent(Calls.get("/").withHeaders(List.of(new Field("X-Note", value))));
    assertRefusedUnsent(Calls.post("/").withKey(value, false));
  }

  private void assertRefusedUnsent(OutboundCall call) {
    try (var server = RawServer.saying(Calls.answer(200, "", ""))) {
      assertThat(calls.call(Calls.open(server.url()), call)).isInstanceOf(Refused.class);
      assertThat(server.connections()).isZero();
    }
  }

  // --- what comes back

  @Test
  void anAnswerThatDripsIsCutOffInTime() {
    var server = new RawServer[1];
    server[0] =
        new RawServer(
            (_, caller) -> {
              RawServer.say(caller, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n");
              while (server[0].idle(20)) {
                RawServer.say(caller, "x");
              }
            });
    try (var dripping = server[0]) {
      var before = System.nanoTime();
      var outcome = calls.call(Calls.open(dripping.url()), Calls.get("/").withLimits(Calls.SHORT));
      assertThat(outcome).isEqualTo(new TooSlow(Duration.ofMillis(400)));
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void headersThatDripAreCutOffInTime() {
    var server = new RawServer[1];
    server[0] =
        new RawServer(
            (_, caller) -> {
              RawServer.say(caller, "HTTP/1.1 200 OK\r\n");
              while (server[0].idle(20)) {
                RawServer.say(caller, "X-A: b\r\n");
              }
            });
    try (var dripping = server[0]) {
      assertThat(calls.call(Calls.open(dripping.url()), Calls.get("/").withLimits(Calls.SHORT)))
          .isEqualTo(new TooSlow(Duration.ofMillis(400)));
    }
  }

  @Test
  void aServerThatTakesTheConnectionAndSaysNothingIsNotWaitedFor() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var call = Calls.get("/").withLimits(Calls.SHORT);
      assertThat(calls.call(Calls.open("http://127.0.0.1:" + silent.getLocalPort()), call))
          .isEqualTo(new TooSlow(Duration.ofMillis(400)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 999999999999\r\n\r\n",
        "\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
      })
  void anAnswerWithoutAnEndIsCutOffAtItsLimit(String framing) {
    var ended = new CountDownLatch(1);
    var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    try (var server =
        new RawServer(
            (_, caller) -> {
              RawServer.say(caller, "HTTP/1.1 200 OK\r\n" + framing);
              try {
                while (true) {
                  RawServer.say(caller, framing.contains("chunked") ? chunk : "x".repeat(65536));
                }
              } finally {
                ended.countDown();
              }
            })) {
      var outcome = calls.call(Calls.open(server.url()), Calls.get("/"));
      assertThat(outcome).isEqualTo(new TooLarge(CallLimits.LARGEST));
      assertThat(ended)
          .satisfies(it -> assertThat(it.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue());
    }
  }

  @Test
  void anAnswerOfExactlyTheLimitIsRead() {
    try (var server = RawServer.saying(Calls.answer(200, "", "12345"))) {
      var exact = new CallLimits(Duration.ofSeconds(5), 5, 5);
      var less = new CallLimits(Duration.ofSeconds(5), 4, 5);
      assertThat(calls.call(Calls.open(server.url()), Calls.get("/").withLimits(exact)))
          .isInstanceOfSatisfying(Answered.class, it -> assertThat(it.text()).isEqualTo("12345"));
      assertThat(calls.call(Calls.open(server.url()), Calls.get("/").withLimits(less)))
          .isEqualTo(new TooLarge(4));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "what?\r\n\r\n",
        "\u0000\u0001\u0002\u0003",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX-A",
      })
  void whatIsNoWholeAnswerIsNone(String said) {
    try (var server = RawServer.saying(said)) {
      assertThat(calls.call(Calls.open(server.url()), Calls.post("/"))).isInstanceOf(Broken.class);
      assertThat(server.connections()).as("never sent twice").isEqualTo(1);
    }
  }

  @Test
  void headersWithoutAnEndAreNotRead() {
    try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000) + "\r\n\r\n");
        var many = RawServer.saying("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(5_000) + "\r\n")) {
      assertThat(calls.call(Calls.open(server.url()), Calls.get("/"))).isInstanceOf(Broken.class);
      assertThat(calls.call(Calls.open(many.url()), Calls.get("/"))).isInstanceOf(Broken.class);
    }
  }

  @Test
  void theBodyIsReadInTheCharsetThatItNames() {
    try (var server =
        RawServer.saying(
            Calls.answer(200, "Content-Type: Text/Plain; charset=ISO-8859-1\r\n", "\u00fc"))) {
      assertThat(calls.call(Calls.open(server.url()), Calls.get("/")))
          .isInstanceOfSatisfying(
              Answered.class,
              it -> {
                assertThat(it.text()).isEqualTo("ü");
                assertThat(it.mediaType()).contains("text/plain");
              });
    }
  }

  @Test
  void headAnswersWithoutABody() {
    try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")) {
      assertThat(calls.call(Calls.open(server.url()), OutboundCall.of(CallMethod.HEAD)))
          .isInstanceOfSatisfying(Answered.class, it -> assertThat(it.body()).isEmpty());
    }
  }

  // --- once more

  @Test
  void aPassingTroubleIsTriedAgainWhereThatDoesNoHarm() {
    try (var server = failing(2)) {
      assertThat(status(server, Calls.get("/"))).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(3);
    }
    try (var server = failing(2)) {
      assertThat(status(server, Calls.post("/").withKey("k1", true))).isEqualTo(200);
      assertThat(server.requests()).hasSize(3).allMatch(it -> it.contains("Idempotency-Key: k1"));
    }
  }

  @Test
  void aTroubleThatStaysIsTheAnswer() {
    try (var server = failing(9)) {
      assertThat(status(server, Calls.get("/"))).isEqualTo(503);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void whatMightDoubleIsNotTriedAgain() {
    try (var server = failing(2)) {
      assertThat(status(server, Calls.post("/"))).isEqualTo(503);
      assertThat(status(server, Calls.post("/").withKey("k", false))).isEqualTo(503);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void anErrorOfTheirsIsNotTriedAgain() {
    try (var server = RawServer.saying(Calls.answer(500, "", ""))) {
      assertThat(status(server, Calls.get("/"))).isEqualTo(500);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aPauseThatTheyAskForIsKept() {
    try (var server = RawServer.saying(Calls.answer(503, "Retry-After: 1\r\n", ""))) {
      var limits = CallLimits.usual().within(Duration.ofMillis(1800));
      var before = System.nanoTime();
      assertThat(status(server, Calls.get("/").withLimits(limits))).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(1));
      assertThat(server.connections()).as("the third would come too late").isEqualTo(2);
    }
  }

  @Test
  void aPauseBeyondTheTimeLimitIsNotWaitedFor() {
    try (var server = RawServer.saying(Calls.answer(503, "Retry-After: 60\r\n", ""))) {
      assertThat(status(server, Calls.get("/"))).isEqualTo(503);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void nobodyThereIsSaidSoAfterSomeTries() {
    var port = Ports.free();
    assertThat(calls.call(Calls.open("http://127.0.0.1:" + port), Calls.post("/")))
        .isEqualTo(new Unreachable("127.0.0.1 takes no connection."));
  }

  private static RawServer failing(int times) {
    var left = new java.util.concurrent.atomic.AtomicInteger(times);
    return new RawServer(
        (_, caller) ->
            RawServer.say(caller, Calls.answer(left.getAndDecrement() > 0 ? 503 : 200, "", "")));
  }

  private int status(RawServer server, OutboundCall call) {
    return ((Answered) calls.call(Calls.open(server.url()), call)).status();
  }

  // --- connections

  @Test
  void aWarmConnectionIsUsedAgainButNotBySomebodyElse() {
    try (var server = new RawServer(OutboundCallsTest::keepTalking)) {
      var one = new HttpConnection(new BaseAddress(server.url()), bearer("one"));
      var other = new HttpConnection(new BaseAddress(server.url()), bearer("other"));
      calls.call(one, Calls.get("/1"));
      calls.call(one, Calls.get("/2"));
      assertThat(server.connections()).isEqualTo(1);
      calls.call(other, Calls.get("/3"));
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  private static Authorization bearer(String token) {
    return new Authorization.Bearer(dev.wayfare.kernel.Secret.of(token));
  }

  private static void keepTalking(String first, Socket caller) throws IOException {
    var in = caller.getInputStream();
    do {
      RawServer.say(caller, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    } while (in.read(new byte[8192]) > 0);
  }
}
