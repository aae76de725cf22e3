package dev.wayfare;

import static dev.wayfare.cli.Api.part;

import dev.wayfare.DemoApps.DemoApp;
import dev.wayfare.cli.Api;
import dev.wayfare.cli.Push;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.kernel.RandomIds;
import dev.wayfare.publish.LiveReleases;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// Starts a server with the example apps published, through the same API that everybody uses, and
/// beside it the service that *parcel-desk* asks for parcels. A second start finds everything there
/// and changes nothing but the address of that service; so does a first one, where [KeptDemo] is.
@Command(
    name = "demo",
    description = "Starts a server with the example apps published.",
    mixinStandardHelpOptions = true)
final class Demo implements Runnable {
  private static final List<String> APPS = List.of("parcel-desk", "claim-intake", "appointments");

  /// The last is where *parcel-desk* puts callers through, as its profile value has it.
  private static final SortedMap<String, String> PHONES =
      new TreeMap<>(Map.of("+15550101", "Phone 1", "+15550102", "Phone 2", "+15550199", "Support"));

  @Mixin private ServerOptions options = new ServerOptions();

  @Option(names = "--json", description = "Print one JSON object when ready.")
  private boolean json;

  @Option(
      names = "--until-ready",
      hidden = true,
      description = "Stop when ready: what the launcher keeps for first starts.")
  private boolean untilReady;

  @Option(
      names = "--until-talked",
      hidden = true,
      description = "Hold one conversation and stop: what the launcher trains the start-up on.")
  private boolean untilTalked;

  @Override
  public void run() {
    var key = new RandomIds(InstantSource.system(), new SecureRandom()).word(32);
    try (var parcels = ParcelService.start(key, InstantSource.system())) {
      var settings =
          KeptDemo.under(options.settings(".wayfare/demo"))
              .allowing(OutboundPolicy.of(parcels.address()));
      var server = Server.start(settings);
      var identity = server.part(Identity.class);
      var organization = identity.firstOrganization().id();
      var token =
          identity.replaceToken(organization, "Demo", Role.ADMIN, List.of("*")).token().reveal();
      var api = new Api("http://127.0.0.1:" + server.port(), token);
      var releases = server.part(LiveReleases.class);
      var demo =
          new DemoApps(
              api,
              app -> releases.entrances(organization, app, DemoApps.PROFILE),
              Path.of(System.getProperty("wayfare.home", "."), "examples"),
              parcels.address(),
              key);
      var apps = published(demo);
      Push.phones(api, PHONES);
      tell(
          settings.publicUrl(), settings.publicUrl() + identity.newOwnerLink().path(), token, apps);
      if (untilTalked) {
        converse(api, apps.getFirst());
      }
      if (untilTalked || untilReady) {
        server.close();
      } else {
        KeptDemo.layReadySoon();
        server.awaitEnd();
      }
    }
  }

  /// At once, for a start waits for it.
  private static List<DemoApp> published(DemoApps demo) {
    return IntStream.range(0, APPS.size())
        .parallel()
        .mapToObj(each -> demo.published(APPS.get(each), "+1555010" + (each + 7)))
        .toList();
  }

  private void tell(String base, String signIn, String token, List<DemoApp> apps) {
    if (json) {
      var ready = new LinkedHashMap<String, Object>();
      ready.put("base_url", base);
      ready.put("sign_in_url", signIn);
      ready.put("api_token", token);
      ready.put("apps", apps);
      System.out.println(new JsonMapper().writeValueAsString(ready));
    } else {
      System.out.println(words(base, signIn, apps));
    }
  }

  private static void converse(Api api, DemoApp app) {
    for (var way : app.entrances()) {
      if ("text".equals(way.get("kind"))) {
        api.post(
            "simulator/phones/" + part(PHONES.firstKey()) + "/texts",
            Map.of("to", way.get("number"), "body", "hi"));
      }
    }
  }

  private static String words(String base, String signIn, List<DemoApp> apps) {
    var text = new StringBuilder("Wayfare answers at " + base + "\n\nSign in, once:  " + signIn);
    text.append("\nPhones:         ").append(base).append("/simulator\n");
    for (var app : apps) {
      text.append("\n").append(app.name()).append('\n');
      for (var way : app.entrances()) {
        text.append("  ").append(way.get("kind")).append("  ");
        text.append(way.containsKey("method") ? way.get("method") + " " : "");
        text.append(way.getOrDefault("url", way.getOrDefault("number", ""))).append('\n');
      }
    }
    return text.append("\nCtrl-C stops it; everything is kept for the next start.").toString();
  }
}
