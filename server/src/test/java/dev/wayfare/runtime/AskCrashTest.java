package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.testing.Soon;
import java.io.IOException;
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

  private OtherServer server(boolean hold) throws IOException {
    return OtherServer.start(
        asks.world, AskingProcess.class, asks.service.url(), Boolean.toString(hold));
  }

  private void killed(String phone, boolean beforeTheCall, int callsBefore) throws Exception {
    var path = "slow-" + beforeTheCall;
    asks.service.shut();
    try (var server = server(beforeTheCall)) {
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
}
