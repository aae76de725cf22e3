package dev.wayfare.cli;

import static dev.wayfare.cli.Api.part;
import static dev.wayfare.cli.Told.text;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// What a phone of the simulator gets back. An app answers with any number of texts, and nobody
/// says which is the last: it is the one behind which nothing came for a while.
final class Replies {
  /// How long the first one may take.
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration QUIET = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Replies() {}

  /// @param phone its path in the API
  /// @param sent the text that is answered, as the API told it
  static ArrayNode after(Api api, String phone, JsonNode sent) {
    var thread =
        phone + "/messages?other=" + part(text(sent, "other")) + "&after=" + text(sent, "changed");
    Map<String, JsonNode> found = new LinkedHashMap<>();
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      for (var message : api.get(thread).path("items")) {
        if (text(message, "direction").equals("to_phone")
            && found.put(text(message, "id"), message) == null) {
          until = System.nanoTime() + QUIET.toNanos();
        }
      }
      pause();
    }
    return new JsonMapper().createArrayNode().addAll(found.values());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Refused(Refused.Why.REFUSED, "Interrupted while waiting for the answer.");
    }
  }
}
