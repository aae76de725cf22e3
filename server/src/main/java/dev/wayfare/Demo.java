package dev.wayfare;

import static dev.wayfare.cli.Api.part;

import dev.wayfare.cli.Api;
import dev.wayfare.cli.Push;
import dev.wayfare.cli.Refused;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Starts a server with the example apps published, through the same API that everybody uses. A
/// second start finds everything there and changes nothing.
@Command(
    name = "demo",
    description = "Starts a server with the example apps published.",
    mixinStandardHelpOptions = true)
final class Demo implements Runnable {
  private static final String PROFILE = "Production";
  private static final List<String> NUMBERED = List.of("text", "voice");
  private static final List<String> APPS = List.of("parcel-desk", "claim-intake", "appointments");
  private static final List<String> PHONES = List.of("+15550101", "+15550102");

  @Mixin private ServerOptions options = new ServerOptions();

  @Option(names = "--json", description = "Print one JSON object when ready.")
  private boolean json;

  @Option(
      names = "--until-ready",
      hidden = true,
      description = "Hold one conversation and stop: what the launcher trains the start-up on.")
  private boolean untilReady;

  @Override
  public void run() {
    var settings = options.settings(".wayfare/demo");
    var server = Server.start(settings);
    var identity = server.part(Identity.class);
    var token =
        identity
            .replaceToken(identity.firstOrganization().id(), "Demo", Role.ADMIN, List.of("*"))
            .token()
            .reveal();
    var api = new Api("http://127.0.0.1:" + server.port(), token);
    var apps = new ArrayList<DemoApp>();
    for (var each = 0; each < APPS.size(); each++) {
      apps.add(
          published(api, server.part(Documents.class), APPS.get(each), "+1555010" + (each + 7)));
    }
    PHONES.forEach(phone -> Push.phone(api, phone));
    var signIn = settings.publicUrl() + identity.newOwnerLink().path();
    if (json) {
      var ready = new LinkedHashMap<String, Object>();
      ready.put("base_url", settings.publicUrl());
      ready.put("sign_in_url", signIn);
      ready.put("api_token", token);
      ready.put("apps", apps);
      System.out.println(new JsonMapper().writeValueAsString(ready));
    } else {
      System.out.println(words(settings.publicUrl(), signIn, apps));
    }
    if (untilReady) {
      converse(api, apps.getFirst());
      server.close();
      return;
    }
    server.awaitEnd();
  }

  private static void converse(Api api, DemoApp app) {
    for (var way : app.entrances()) {
      if ("text".equals(way.get("kind"))) {
        api.post(
            "simulator/phones/" + part(PHONES.getFirst()) + "/texts",
            Map.of("to", way.get("number"), "body", "hi"));
      }
    }
  }

  /// A published app, as the JSON object names it.
  record DemoApp(String name, String profile, List<Map<String, String>> entrances) {}

  private static DemoApp published(Api api, Documents documents, String app, String number) {
    save(api, app, documents);
    var live = api.get("apps/" + part(app) + "/profiles/" + PROFILE + "/live");
    if (!live.path("live").asBoolean() || live.path("changed").asBoolean()) {
      bind(api, app, number);
      api.post(
          "apps/" + part(app) + "/releases?wait=25",
          Map.of(
              "accept_warnings",
              "An example.",
              "profile",
              PROFILE,
              "revision",
              api.get("apps/" + part(app)).path("revision").asString()));
      live = api.get("apps/" + part(app) + "/profiles/" + PROFILE + "/live");
    }
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
    return new DemoApp(app, PROFILE, entrances);
  }

  /// An example that changed since the last start becomes the draft; one that did not stays.
  private static void save(Api api, String app, Documents documents) {
    var document = document(app);
    var now = documents.tree(document).map(documents::hash);
    var saved = api.find("apps/" + part(app) + "/draft").map(it -> it.path("hash").asString());
    if (!now.equals(saved)) {
      Push.draft(api, app, document);
    }
  }

  private static void bind(Api api, String app, String number) {
    for (var slot : api.get("apps/" + part(app) + "/profiles/" + PROFILE).path("slots")) {
      var name = slot.path("name").asString();
      var resource =
          NUMBERED.contains(slot.path("kind").asString()) ? numberOf(api, number) : "default";
      api.put(
          "apps/%s/profiles/%s/bindings/%s".formatted(part(app), PROFILE, part(name)),
          Map.of("resource", resource));
    }
  }

  private static String numberOf(Api api, String number) {
    for (var resource : api.all("resources?environment=" + PROFILE)) {
      if (resource.path("address").asString().equals(number)) {
        return resource.path("id").asString();
      }
    }
    return api.post(
            "resources",
            Map.of(
                "kind",
                "phone_number",
                "name",
                "Demo " + number,
                "account",
                simulator(api),
                "number",
                number,
                "capabilities",
                List.of("text", "voice")))
        .path("id")
        .asString();
  }

  private static String simulator(Api api) {
    for (JsonNode account : api.get("accounts?environment=" + PROFILE).path("items")) {
      if (account.path("kind").asString().equals("simulator")) {
        return account.path("id").asString();
      }
    }
    throw new Refused(Refused.Why.REFUSED, "There is no simulator account in " + PROFILE + ".");
  }

  private static String document(String app) {
    var file = Path.of(System.getProperty("wayfare.home", "."), "examples", app + ".yaml");
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new Refused(Refused.Why.REFUSED, "The example " + file + " cannot be read.");
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
