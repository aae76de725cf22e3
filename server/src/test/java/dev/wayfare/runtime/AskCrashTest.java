package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.testing.ServerProcess;
import dev.wayfare.testing.Soon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A process is killed with `kill -9` while a turn asks the world outside; another one, on the same
/// database, goes on.
class AskCrashTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final AskWorld asks = new AskWorld(Outward.class);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    threads.close();
    asks.close();
  }

  @Test
  void betweenTheCommitAndTheCall() throws Exception {
    killed("+15551110001", true, 0);
  }

  @Test
  void betweenTheCallAndItsAnswer() throws Exception {
    killed("+15551110002", false, 1);
  }

  private void killed(String phone, boolean beforeTheCall, int callsBefore) throws Exception {
    var path = "slow-" + beforeTheCall;
    asks.service.shut();
    try (var server = Server.start(asks, beforeTheCall)) {
      assertThat(asks.textTo(server.base(), phone, "hi", "SMhi" + phone)).isEqualTo("Which?");
      Callable<String> text = () -> asks.textTo(server.base(), phone, path, "SMask" + phone);
      var reply = threads.submit(text);
      if (beforeTheCall) {
        server.says("HOLDING");
      } else {
        Soon.within(PATIENCE, "the call", () -> !asks.service.calls("/" + path).isEmpty());
      }
      server.close();
      assertThatThrownBy(reply::get).hasRootCauseInstanceOf(IOException.class);
    }
    asks.service.open();
    assertThat(asks.service.calls("/" + path)).hasSize(callsBefore);
    assertThat(asks.turns(phone)).containsExactly("text", "text");

    // The carrier comes again: first the reply may still grow, then it is what it is.
    assertThat(asks.textTo(asks.world.base(), phone, path, "SMask" + phone)).isEqualTo("503");
    var clock = asks.world.clock();
    clock.jump(Duration.between(clock.instant(), Instant.now()).plusMinutes(2));
    assertThat(asks.textTo(asks.world.base(), phone, path, "SMask" + phone))
        .isEqualTo("One moment.");

    var rest = List.of(path + " comes on Monday.", "Which?");
    Soon.within(PATIENCE, "the rest by text", () -> asks.world.sentTo(phone).size() == rest.size());
    clock.jump(Duration.ofHours(1));
    assertThat(asks.world.sentTo(phone)).isEqualTo(rest);
    assertThat(asks.turns(phone)).containsExactly("text", "text", "answer");
    var calls = asks.service.calls("/" + path);
    assertThat(calls).hasSize(callsBefore + 1);
    assertThat(calls.stream().map(Service.Call::key).distinct()).hasSize(1);
    assertThat(asks.textTo(asks.world.base(), phone, path, "SMask" + phone))
        .isEqualTo("One moment.");
    assertThat(asks.text(phone, "lamp")).isEqualTo("One moment. / lamp comes on Monday. / Which?");
  }

  /// A second server, in a process of its own.
  private record Server(Process process, int port) implements AutoCloseable {
    static Server start(AskWorld asks, boolean hold) throws IOException {
      var port = freePort();
      var server =
          new Server(
              new ProcessBuilder(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-XX:TieredStopAtLevel=1",
                      "-XX:+UseSerialGC",
                      "--sun-misc-unsafe-memory-access=allow",
                      "--enable-native-access=ALL-UNNAMED",
                      "-cp",
                      ServerProcess.classPath(),
                      AskingProcess.class.getName(),
                      asks.world.database(),
                      asks.world.data().toString(),
                      Integer.toString(port),
                      asks.service.url(),
                      Boolean.toString(hold))
                  .redirectErrorStream(true)
                  .start(),
              port);
      server.says("READY");
      return server;
    }

    private static int freePort() throws IOException {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }

    String base() {
      return "http://127.0.0.1:" + port;
    }

    /// Reads on until it says this.
    void says(String word) throws IOException {
      var output = process.inputReader();
      var said = new StringBuilder();
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        if (line.equals(word)) {
          return;
        }
        said.append(line).append('\n');
      }
      throw new AssertionError("Expected " + word + ", it said:\n" + said);
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}
