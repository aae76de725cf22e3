package dev.wayfare.preview;

import dev.wayfare.flow.json.WorldJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plain values as the API tells them.
record Json(JsonMapper mapper) {
  static final String HIDDEN = "•••";
  private static final WorldJson WORLD = new WorldJson();

  JsonNode of(Object value) {
    return mapper.readTree(WORLD.write(value));
  }

  /// Variables by name; of the secret ones only that they are there.
  Map<String, JsonNode> of(Map<String, Object> variables, Set<String> secrets) {
    var shown = new LinkedHashMap<String, JsonNode>();
    variables.forEach(
        (name, value) -> shown.put(name, of(secrets.contains(name) ? HIDDEN : value)));
    return shown;
  }
}
