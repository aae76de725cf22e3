package dev.wayfare.bench;

import static dev.wayfare.cli.Api.part;

import dev.wayfare.cli.Api;
import dev.wayfare.cli.Push;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Somebody who builds apps on the product through its API.
record Workshop(Api api, Numbers numbers) {
  static final String TOKEN = "bench-0123456789abcdef0123456789";
  private static final String PROFILE = "Production";

  /// A release that is live.
  ///
  /// @param since when its switch began, as the server's clock has it
  record Live(String release, Instant since) {}

  /// Makes the app, with a number for its texts and calls and a service for what it asks.
  private void connects(String app, String number, String document) {
    Push.draft(api, app, document);
    var phone = phone(app, number, account(app + "'s carrier", "twilio", carrier(), TOKEN));
    var service = account(app + "'s service", "http", Map.of("base_url", url()), "");
    for (var slot : api.get("apps/" + part(app) + "/profiles/" + PROFILE).path("slots")) {
      var binding =
          switch (slot.path("kind").asString()) {
            case "text", "voice" -> Map.of("resource", phone);
            case "connection" -> Map.of("account", service);
            default -> Map.of("resource", "default");
          };
      api.put(
          "apps/%s/profiles/%s/bindings/%s"
              .formatted(part(app), PROFILE, part(slot.path("name").asString())),
          binding);
    }
  }

  /// Makes the app and publishes it.
  Live opens(String app, String number, String document) {
    connects(app, number, document);
    return publishes(app, saves(app, document));
  }

  private String url() {
    return "http://" + numbers.address();
  }

  private Map<String, String> carrier() {
    return Map.of("account_sid", "AC0123456789abcdef0123456789abcdef", "base_url", url());
  }

  private String account(String name, String kind, Map<String, String> settings, String secret) {
    return api.post(
            "accounts",
            Map.of(
                "environment", PROFILE,
                "kind", kind,
                "name", name,
                "settings", settings,
                "secret", secret))
        .path("id")
        .asString();
  }

  private String phone(String name, String number, String account) {
    return api.post(
            "resources",
            Map.of(
                "kind", "phone_number",
                "name", name,
                "account", account,
                "number", number,
                "capabilities", List.of("text", "voice")))
        .path("id")
        .asString();
  }

  /// Saves the document as the draft; what a publish names.
  String saves(String app, String document) {
    return Push.draft(api, app, document).path("revision").asString();
  }

  /// Publishes the draft at this revision, and waits until customers get it.
  Live publishes(String app, String revision) {
    return live(
        api.post(
            "apps/" + part(app) + "/releases?wait=25",
            Map.of("profile", PROFILE, "revision", revision, "accept_warnings", "A bench.")));
  }

  /// Brings everything of a release back, and waits likewise.
  Live rollsBack(String app, String release) {
    return live(
        api.post("apps/" + part(app) + "/releases/" + release + "/rollback?wait=25", Map.of())
            .path("begun"));
  }

  private static Live live(JsonNode begun) {
    var release = begun.path("release");
    if (!release.path("state").asString().equals("live")) {
      throw new Contender.Spoiled("A release did not go live: " + begun);
    }
    for (var step : begun.path("steps")) {
      if (step.path("stage").asString().equals("switch")) {
        return new Live(release.path("id").asString(), Instant.parse(step.path("at").asString()));
      }
    }
    throw new Contender.Spoiled("A release is live without a switch: " + begun);
  }
}
