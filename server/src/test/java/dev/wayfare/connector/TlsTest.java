package dev.wayfare.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.connector.CallOutcome.Answered;
import dev.wayfare.connector.CallOutcome.BadTls;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  @TempDir private static Path folder;
  private static TestCertificates good;
  private static TestCertificates old;

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void make() {
    good = TestCertificates.forName("api.example", folder);
    old = TestCertificates.forName("api.example", folder, "-startdate", "-20d", "-validity", "10");
  }

  private CallOutcome call(SSLContext server, SSLContext client, String host) {
    try (var listening =
            new RawServer(
                server.getServerSocketFactory(),
                (_, caller) -> {
                  var session = (ExtendedSSLSession) ((SSLSocket) caller).getSession();
                  session.getRequestedServerNames().forEach(it -> asked.add(it.toString()));
                  RawServer.say(caller, Calls.answer(200, "", "safely"));
                });
        var calls =
            new OutboundCalls(
                new Guard(OutboundPolicy.of("127.0.0.1"), Calls.named("127.0.0.1")),
                client,
                InstantSource.system(),
                new Random(3))) {
      return calls.call(Calls.open("https://" + host + ":" + listening.port()), Calls.post("/"));
    }
  }

  @Test
  void theNameIsAskedForAndChecked() {
    assertThat(call(good.server(), good.trusting(), "api.example"))
        .isInstanceOfSatisfying(Answered.class, it -> assertThat(it.text()).isEqualTo("safely"));
    assertThat(asked).hasSize(1).allMatch(it -> it.contains("api.example"));
  }

  @Test
  void aCertificateForAnotherNameIsNotTaken() {
    assertThat(call(good.server(), good.trusting(), "other.example"))
        .isEqualTo(new BadTls("The certificate that other.example shows is for another name."));
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTaken() {
    assertThat(call(good.server(), Tls.usual(), "api.example"))
        .isEqualTo(
            new BadTls(
                "The certificate of api.example comes from nobody that this server trusts."));
  }

  @Test
  void aCertificateThatHasExpiredIsNotTaken() {
    assertThat(call(old.server(), old.trusting(), "api.example"))
        .isEqualTo(new BadTls("The certificate of api.example has expired."));
  }

  @Test
  void aServerWithoutTlsIsNotTalkedTo() {
    try (var plain =
            new RawServer((_, caller) -> RawServer.say(caller, "HTTP/1.1 200 OK\r\n\r\n"));
        var calls = Calls.to("127.0.0.1")) {
      var outcome =
          calls.call(
              Calls.open("https://127.0.0.1:" + plain.port()),
              Calls.post("/").withLimits(Calls.SHORT));
      assertThat(outcome).isNotInstanceOf(Answered.class);
      assertThat(plain.requests()).isEmpty();
    }
  }
}
