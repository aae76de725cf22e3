package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.cli.Api;
import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoAppsTest {
  private static final String KEY = "a key of the parcel service";
  private static final Path EXAMPLES = Path.of("../examples");
  private static final String LIVE = "apps/parcel-desk/profiles/Production/live";

  @Test
  void whatSomebodyMadeOfADemoAppIsThereAtTheNextStart() throws Exception {
    try (var server = TestServer.start();
        var parcels = ParcelService.start(KEY, InstantSource.system())) {
      var api = api(server);
      var first = published(server, api, parcels);
      assertThat(api.get(LIVE).path("status").asString()).isEqualTo("Live v1");

      var example = Files.readString(EXAMPLES.resolve("parcel-desk.yaml"));
      var edited = example.replace("What is your order number?", "Which parcel is it?");
      var revision = api.get("apps/parcel-desk").path("revision").asString();
      api.save("apps/parcel-desk/draft", edited, revision);

      var again = published(server, api, parcels);
      assertThat(again).isEqualTo(first);
      assertThat(api.get("apps/parcel-desk/draft").path("document").toString())
          .contains("Which parcel is it?");
      assertThat(api.get(LIVE).path("status").asString()).startsWith("Live v1 · ");
    }
  }

  private static DemoApps.DemoApp published(TestServer server, Api api, ParcelService parcels) {
    var releases = server.bean(LiveReleases.class);
    return new DemoApps(
            api,
            app -> releases.entrances(server.organization().id(), app, DemoApps.PROFILE),
            EXAMPLES,
            parcels.address(),
            KEY)
        .published("parcel-desk", "+15550107");
  }

  private static Api api(TestServer server) {
    var token =
        server
            .bean(Identity.class)
            .makeToken(server.organization().id(), "demo", Role.ADMIN, List.of("*"))
            .token();
    return new Api("http://127.0.0.1:" + server.port(), token.reveal());
  }
}
