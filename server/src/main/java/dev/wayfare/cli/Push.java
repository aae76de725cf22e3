package dev.wayfare.cli;

import static dev.wayfare.cli.Api.part;
import static dev.wayfare.cli.ApiCommands.text;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What several commands do through the API, each time so that doing it twice is no harm.
public final class Push {
  private Push() {}

  /// Saves a document as the app's draft; makes the app where there is none.
  public static JsonNode draft(Api api, String app, String document) {
    var known = api.find("apps/" + part(app));
    var revision =
        known.isPresent()
            ? text(known.get(), "revision")
            : text(api.post("apps", Map.of("name", app)).path("app"), "revision");
    return api.save("apps/" + part(app) + "/draft", document, revision);
  }

  /// Phones of the simulator, names by number; one that is there stays as it is.
  public static void phones(Api api, Map<String, String> names) {
    var known = api.get("simulator/phones").path("items").findValuesAsString("number");
    names.forEach(
        (number, name) -> {
          if (!known.contains(number)) {
            api.post("simulator/phones", Map.of("number", number, "name", name));
          }
        });
  }
}
