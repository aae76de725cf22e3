package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.OutsideHttp.Answer;
import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.connector.NameServers;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.db.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server as an operator starts it, and its way to itself.
class OwnEntranceTest {
  @TempDir private Path folder;

  @Test
  void aServerOnAnyFreePortReachesItselfUnderItsPublicUrl() {
    try (var database = TestDatabase.fresh();
        var server = Server.start(settings(database))) {
      var url = URI.create(server.part(PublicUrl.class).at("/l/nowhere"));
      var request = new OwnDoors.Request("GET", url, Map.of(), Map.of());

      assertThat(server.part(OwnDoors.class).send(request))
          .isInstanceOfSatisfying(
              Answer.Came.class,
              came -> {
                assertThat(came.status()).isEqualTo(404);
                assertThat(came.body()).contains("This link leads nowhere");
              });
    }
  }

  private ServerSettings settings(TestDatabase database) {
    return new ServerSettings(
        folder,
        Optional.empty(),
        "127.0.0.1",
        0,
        ServerSettings.localUrl(0),
        Optional.of(database.url()),
        TestDatabase.poolSize(),
        OutboundPolicy.openInternet(),
        Optional.empty(),
        NameServers.OF_THE_MACHINE);
  }
}
