package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.connector.OutboundPolicy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ServerOptionsTest {

  /// A command that starts nothing.
  @Command(name = "start")
  static final class Start implements Runnable {
    @Mixin private ServerOptions options = new ServerOptions();
    private final AtomicReference<ServerSettings> read = new AtomicReference<>();

    @Override
    public void run() {
      read.set(options.settings(".wayfare"));
    }
  }

  private final Start start = new Start();
  private final StringWriter said = new StringWriter();

  private int start(String... words) {
    return new CommandLine(start).setErr(new PrintWriter(said)).execute(words);
  }

  @Test
  void callsReachTheOpenInternetOnlyUnlessToldOtherwise() {
    assertThat(start()).isZero();
    assertThat(start.read.get().outbound()).isEqualTo(OutboundPolicy.openInternet());
  }

  @Test
  void theOperatorMayAllowMore() {
    assertThat(start("--allow-outbound", "10.0.0.0/8,127.0.0.1:8099")).isZero();
    assertThat(start.read.get().outbound())
        .isEqualTo(OutboundPolicy.of("10.0.0.0/8,127.0.0.1:8099"));
  }

  @Test
  void theOperatorMayNameTheNameServers() {
    assertThat(start("--dns", "9.9.9.9, 127.0.0.1:5353,[::1]:53")).isZero();
    assertThat(start.read.get().names().addresses())
        .containsExactly("9.9.9.9", "127.0.0.1:5353", "[::1]:53");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dns.example.com", "9.9.9.9:99999", "9.9.9", "9.9.9.9,,8.8.8.8"})
  void aNameServerThatIsNoneStartsNothing(String written) {
    assertThat(start("--dns", written)).isEqualTo(2);
    assertThat(said.toString())
        .contains("--dns: Expected addresses like 9.9.9.9 or 127.0.0.1:5353");
  }

  @Test
  void anAddressThatIsNoneStartsNothing() {
    assertThat(start("--allow-outbound", "my-service")).isEqualTo(2);
    assertThat(said.toString())
        .contains("--allow-outbound: Expected addresses like 10.0.0.0/8 or 127.0.0.1")
        .contains("my-service");
    assertThat(start.read.get()).isNull();
  }

  @Test
  void whoeverAsksForAnyPortIsToldWhichInEveryLink() {
    assertThat(start("--port", "0")).isZero();
    var port = start.read.get().port();
    assertThat(port).isPositive();
    assertThat(start.read.get().publicUrl()).isEqualTo("http://localhost:" + port);
    assertThat(start("--port", "0", "--public-url", "https://go.example.com")).isZero();
    assertThat(start.read.get().publicUrl()).isEqualTo("https://go.example.com");
  }

  @Test
  void aServerWithoutAPublicUrlReachesItselfWhereItListens() {
    assertThat(start("--port", "4711")).isZero();
    assertThat(start.read.get().through(4711)).contains(URI.create("http://127.0.0.1:4711"));
    assertThat(start("--host", "0.0.0.0")).isZero();
    assertThat(start.read.get().through(8787)).contains(URI.create("http://127.0.0.1:8787"));
    assertThat(start("--host", "::1")).isZero();
    assertThat(start.read.get().through(8787)).contains(URI.create("http://[::1]:8787"));
  }

  @Test
  void aPublicUrlIsReachedByItsNameUnlessTheOperatorSaysOtherwise() {
    assertThat(start("--public-url", "https://go.example.com")).isZero();
    assertThat(start.read.get().through(8787)).isEmpty();
    assertThat(
            start(
                "--public-url",
                "https://go.example.com",
                "--prove-through",
                "http://127.0.0.1:8787"))
        .isZero();
    assertThat(start.read.get().through(1)).contains(URI.create("http://127.0.0.1:8787"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://127.0.0.1", "http://10.0.0.1/path", "127.0.0.1:8787", "http://"})
  void aWayThatIsNoneStartsNothing(String way) {
    assertThat(start("--prove-through", way)).isEqualTo(2);
    assertThat(said.toString())
        .contains("--prove-through: Expected an address like http://127.0.0.1:8787")
        .contains("found " + way);
    assertThat(start.read.get()).isNull();
  }
}
