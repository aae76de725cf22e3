package dev.wayfare;

import static dev.wayfare.cli.Api.part;

import dev.wayfare.cli.Api;
import dev.wayfare.cli.Push;
import dev.wayfare.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Publishes example apps through the API, each on a number of its own. What is there already stays
/// as it is. Several may be published at once.
final class DemoApps {
  private static final String PROFILE = "Production";
  private static final String SERVICE = "Parcel service";

  private final Api api;
  private final Path examples;
  /// The account that connects apps with the parcel service.
  private final String parcels;

  /// A published app, as the JSON object names it.
  record DemoApp(String name, String profile, List<Map<String, String>> entrances) {}

  /// Connects the service that stands beside this server under the address and key it has now.
  DemoApps(Api api, Path examples, String address, String key) {
    this.api = api;
    this.examples = examples;
    this.parcels = connected("http://" + address, key);
  }

  /// What is live stays, with whatever somebody made of it meanwhile; only what is not is made so.
  DemoApp published(String app, String number) {
    var live = api.find(livePath(app)).filter(it -> it.path("live").asBoolean());
    return new DemoApp(app, PROFILE, entrances(live.orElseGet(() -> publish(app, number))));
  }

  private JsonNode publish(String app, String number) {
    if (api.find("apps/" + part(app)).isEmpty()) {
      Push.draft(api, app, document(app));
    }
    bind(app, number);
    var revision = api.get("apps/" + part(app)).path("revision").asString();
    api.post(
        "apps/" + part(app) + "/releases?wait=25",
        Map.of("profile", PROFILE, "revision", revision, "accept_warnings", "An example."));
    return api.get(livePath(app));
  }

  private static String livePath(String app) {
    return "apps/" + part(app) + "/profiles/" + PROFILE + "/live";
  }

  private static List<Map<String, String>> entrances(JsonNode live) {
    var entrances = new ArrayList<Map<String, String>>();
    for (var way : live.path("entrances")) {
      var shown = new LinkedHashMap<String, String>();
      for (var field : List.of("kind", "method", "url", "number")) {
        if (way.has(field)) {
          shown.put(field, way.path(field).asString());
        }
      }
      entrances.add(shown);
    }
    return entrances;
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
