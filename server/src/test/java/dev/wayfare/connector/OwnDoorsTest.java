package dev.wayfare.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.OutsideHttp.Answer;
import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.db.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDoorsTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final NameLookup HERE = Calls.named("127.0.0.1");
  private static final OwnHosts SHOP = host -> host.equals("shop.example.org");

  @TempDir private static Path folder;

  private static OwnDoorsClient doors(String publicUrl, ReachOwn way, Duration limit) {
    return doors(publicUrl, way, HERE, Tls.usual(), limit);
  }

  private static OwnDoorsClient doors(
      String publicUrl, ReachOwn way, NameLookup names, SSLContext tls, Duration limit) {
    return new OwnDoorsClient(new PublicUrl(publicUrl), SHOP, way, names, tls, limit);
  }

  private static ReachOwn through(RawServer server) {
    return () -> Optional.of(URI.create(server.url()));
  }

  private static OwnDoors.Request get(String url) {
    return new OwnDoors.Request("GET", URI.create(url), Map.of(), Map.of());
  }

  @Test
  void aRequestGoesWhereTheOperatorSaysAndNamesThePublicHost() {
    try (var server = RawServer.saying(Calls.answer(200, "Wayfare-Release: r1\r\n", "hello"));
        var doors = doors("https://go.example.com", through(server), LONG)) {
      var request =
          new OwnDoors.Request(
              "POST",
              URI.create("https://go.example.com/hooks/twilio/text"),
              Map.of("Wayfare-Proof", "m1"),
              Map.of("Body", List.of("a b")));

      assertThat(doors.send(request))
          .isInstanceOfSatisfying(
              Answer.Came.class,
              came -> {
                assertThat(came.status()).isEqualTo(200);
                assertThat(came.body()).isEqualTo("hello");
                assertThat(came.header("Wayfare-Release")).contains("r1");
              });
      assertThat(Calls.lines(server.requests().getFirst()))
          .startsWith("POST /hooks/twilio/text HTTP/1.1")
          .contains(
              "Host: go.example.com",
              "Wayfare-Proof: m1",
              "Content-Type: application/x-www-form-urlencoded")
          .endsWith("Body=a+b");
    }
  }

  @Test
  void withoutAWordOfTheOperatorTheNameIsLookedUp() {
    try (var server = RawServer.saying(Calls.answer(200, "", "hello"))) {
      var url = "http://go.example.com:" + server.port();
      try (var doors = doors(url, ReachOwn.BY_NAME, LONG)) {
        assertThat(doors.send(get(url + "/l/abc"))).isInstanceOf(Answer.Came.class);
        assertThat(Calls.lines(server.requests().getFirst()))
            .startsWith("GET /l/abc HTTP/1.1")
            .contains("Host: go.example.com:" + server.port());
      }
    }
  }

  @Test
  void aHostThatSomebodyKnowsAsOursIsReachedToo() {
    try (var server = RawServer.saying(Calls.answer(204, "", ""));
        var doors = doors("https://go.example.com", through(server), LONG)) {
      assertThat(doors.send(get("https://SHOP.example.org/c/parcels")))
          .isInstanceOf(Answer.Came.class);
      assertThat(server.requests().getFirst()).contains("Host: SHOP.example.org");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/",
        "https://go.example.com.evil.example/",
        "https://go.example.com@evil.example/",
        "https://somebody@go.example.com/",
        "https://go.example.com:5432/",
        "ftp://go.example.com/",
        "mailto:go@example.com",
        "/l/abc"
      })
  void nothingElseIsReached(String url) {
    try (var server = RawServer.saying(Calls.answer(200, "", "hello"));
        var doors = doors("https://go.example.com", through(server), LONG)) {
      assertThat(doors.send(get(url)))
          .isEqualTo(
              new Answer.Forbidden("This is no address of this server, so it was not called."));
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void aRequestThatCannotBeWrittenIsNotSent() {
    try (var server = RawServer.saying(Calls.answer(200, "", "hello"));
        var doors = doors("https://go.example.com", through(server), LONG)) {
      var url = URI.create("https://go.example.com/");
      var broken = Map.of("Wayfare-Proof", "m1\r\nHost: evil.example");
      assertThat(doors.send(new OwnDoors.Request("GET", url, broken, Map.of())))
          .isInstanceOf(Answer.Forbidden.class);
      assertThat(doors.send(new OwnDoors.Request("BREW", url, Map.of(), Map.of())))
          .isInstanceOf(Answer.Forbidden.class);
      assertThat(server.connections()).isZero();
    }
  }

  /// A name of ours that leads to a cloud's metadata was turned by somebody else.
  @Test
  void aCloudsMetadataIsNeverReached() {
    var names = Calls.named("169.254.169.254");
    try (var doors = doors("http://go.example.com", ReachOwn.BY_NAME, names, Tls.usual(), LONG)) {
      assertThat(doors.send(get("http://go.example.com/"))).isInstanceOf(Answer.Forbidden.class);
    }
  }

  @Test
  void aSlowAnswerIsNotWaitedFor() {
    try (var server = new RawServer((_, caller) -> caller.getInputStream().read());
        var doors = doors("https://go.example.com", through(server), Duration.ofMillis(200))) {
      assertThat(doors.send(get("https://go.example.com/")))
          .isEqualTo(new Answer.Missing("No answer within 200 ms."));
    }
  }

  @Test
  void anAnswerOfOverOneMegabyteIsNotRead() {
    var large = Calls.answer(200, "", "x".repeat((1 << 20) + 1));
    try (var server = RawServer.saying(large);
        var doors = doors("https://go.example.com", through(server), LONG)) {
      assertThat(doors.send(get("https://go.example.com/")))
          .isEqualTo(new Answer.Missing("The answer was larger than 1048576 bytes."));
    }
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() {
    try (var server =
            RawServer.saying(Calls.answer(302, "Location: https://evil.example/\r\n", ""));
        var doors = doors("https://go.example.com", through(server), LONG)) {
      assertThat(doors.send(get("https://go.example.com/")))
          .isInstanceOfSatisfying(
              Answer.Came.class, came -> assertThat(came.status()).isEqualTo(302));
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void whereNobodyListensIsSaid() {
    var port = Ports.free();
    var nowhere = URI.create("http://127.0.0.1:" + port);
    try (var doors = doors("https://go.example.com", () -> Optional.of(nowhere), LONG)) {
      assertThat(doors.send(get("https://go.example.com/")))
          .isEqualTo(new Answer.Missing("127.0.0.1:" + port + " takes no connection."));
    }
  }

  @Test
  void theCertificateOfThePublicHostIsChecked() {
    var good = TestCertificates.forName("go.example.com", folder);
    try (var server =
        new RawServer(
            good.server().getServerSocketFactory(),
            (_, caller) -> RawServer.say(caller, Calls.answer(200, "", "safely")))) {
      var url = "https://go.example.com:" + server.port();
      try (var trusting = doors(url, ReachOwn.BY_NAME, HERE, good.trusting(), LONG);
          var doors = doors(url, ReachOwn.BY_NAME, LONG)) {
        assertThat(trusting.send(get(url + "/"))).isInstanceOf(Answer.Came.class);
        assertThat(doors.send(get(url + "/")))
            .isEqualTo(
                new Answer.Missing(
                    "The certificate of go.example.com comes from nobody that this server"
                        + " trusts."));
      }
    }
  }
}
