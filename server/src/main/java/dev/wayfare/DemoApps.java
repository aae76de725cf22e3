package dev.wayfare;

import static dev.wayfare.cli.Api.part;

import dev.wayfare.cli.Api;
import dev.wayfare.cli.Push;
import dev.wayfare.cli.Refused;
import dev.wayfare.publish.LiveEntrance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Publishes example apps through the API, each on a number of its own. What is there already stays
/// as it is. Several may be published at once.
///
/// What is live is not asked by the API: that also tells how the draft differs, and for it would
/// read every app while somebody waits for the start (docs/adr/0007).
final class DemoApps {
  static final String PROFILE = "Production";
  private static final String SERVICE = "Parcel service";

  /// Where customers come into an app under [#PROFILE]; nothing where it is not live.
  interface Live extends Function<String, Optional<List<LiveEntrance>>> {}

  private final Api api;
  private final Live live;
  private final Path examples;
  /// The account that connects apps with the parcel service.
  private final String parcels;

  /// A published app, as the JSON object names it.
  record DemoApp(String name, String profile, List<Map<String, String>> entrances) {}

  /// Connects the service that stands beside this server under the address and key it has now.
  DemoApps(Api api, Live live, Path examples, String address, String key) {
    this.api = api;
    this.live = live;
    this.examples = examples;
    this.parcels = connected("http://" + address, key);
  }

  /// What is live stays, with whatever somebody made of it meanwhile; only what is not is made so.
  DemoApp published(String app, String number) {
    if (live.apply(app).isEmpty()) {
      publish(app, number);
    }
    var entrances = live.apply(app).orElseThrow();
    return new DemoApp(app, PROFILE, entrances.stream().map(DemoApps::shown).toList());
  }

  private void publish(String app, String number) {
    if (api.find("apps/" + part(app)).isEmpty()) {
      Push.draft(api, app, document(app));
    }
    bind(app, number);
    var revision = api.get("apps/" + part(app)).path("revision").asString();
    api.post(
        "apps/" + part(app) + "/releases?wait=25",
        Map.of("profile", PROFILE, "revision", revision, "accept_warnings", "An example."));
  }

  private static Map<String, String> shown(LiveEntrance entrance) {
    var shown = new LinkedHashMap<String, String>();
    shown.put("kind", entrance.kind());
    entrance.method().ifPresent(it -> shown.put("method", it));
    entrance.url().ifPresent(it -> shown.put("url", it));
    entrance.number().ifPresent(it -> shown.put("number", it));
    return shown;
  }

  private void bind(String app, String number) {
    for (var slot : api.get("apps/" + part(app) + "/profiles/" + PROFILE).path("slots")) {
      var binding =
          switch (slot.path("kind").asString()) {
            case "text", "voice" -> Map.of("resource", numberOf(number));
            case "connection" -> Map.of("account", parcels);
            default -> Map.of("resource", "default");
          };
      api.put(
          "apps/%s/profiles/%s/bindings/%s"
              .formatted(part(app), PROFILE, part(slot.path("name").asString())),
          binding);
    }
  }

  private String numberOf(String number) {
    for (var resource : api.all("resources?environment=" + PROFILE)) {
      if (resource.path("address").asString().equals(number)) {
        return resource.path("id").asString();
      }
    }
    var wish = new LinkedHashMap<String, Object>();
    wish.put("kind", "phone_number");
    wish.put("name", "Demo " + number);
    wish.put("account", simulator());
    wish.put("number", number);
    wish.put("capabilities", List.of("text", "voice"));
    return api.post("resources", wish).path("id").asString();
  }

  private String simulator() {
    return account(it -> it.path("kind").asString().equals("simulator"))
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Why.REFUSED, "There is no simulator account in " + PROFILE + "."));
  }

  private String connected(String url, String key) {
    var settings = Map.of("base_url", url, "auth", "header", "header", ParcelService.KEY_HEADER);
    var known = account(it -> it.path("name").asString().equals(SERVICE));
    if (known.isPresent()) {
      api.patch("accounts/" + known.get(), Map.of("settings", settings, "secret", key));
      return known.get();
    }
    var wish = new LinkedHashMap<String, Object>();
    wish.put("environment", PROFILE);
    wish.put("kind", "http");
    wish.put("name", SERVICE);
    wish.put("settings", settings);
    wish.put("secret", key);
    return api.post("accounts", wish).path("id").asString();
  }

  private Optional<String> account(Predicate<JsonNode> which) {
    for (JsonNode account : api.get("accounts?environment=" + PROFILE).path("items")) {
      if (which.test(account)) {
        return Optional.of(account.path("id").asString());
      }
    }
    return Optional.empty();
  }

  private String document(String app) {
    var file = examples.resolve(app + ".yaml");
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new Refused(Refused.Why.REFUSED, "The example " + file + " cannot be read.");
    }
  }
}
