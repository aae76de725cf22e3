package dev.wayfare.publish;

import dev.wayfare.flow.change.MoveMap;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A policy in the words of the API, as it is kept and shown.
final class PolicyJson {
  private PolicyJson() {}

  static Map<String, Object> write(PeoplePolicy policy) {
    var all = new LinkedHashMap<String, Object>();
    switch (policy) {
      case PeoplePolicy.Keep() -> all.put("policy", "keep");
      case PeoplePolicy.Move(var map) -> {
        all.put("policy", "move");
        all.put("map", new TreeMap<>(map.places()));
      }
      case PeoplePolicy.Restart(var map, var words) -> {
        all.put("policy", "restart");
        all.put("map", new TreeMap<>(map.places()));
        all.put("message", words);
      }
      case PeoplePolicy.End(var words) -> {
        all.put("policy", "drain");
        all.put("then", "end");
        all.put("message", words);
      }
      case PeoplePolicy.Drain(var until, var then) -> {
        all.putAll(write(then));
        all.put("then", then instanceof PeoplePolicy.End ? "end" : all.get("policy"));
        all.put("policy", "drain");
        all.put("until", until.toString());
      }
    }
    return all;
  }

  static PeoplePolicy read(JsonNode all) {
    var word = all.path("policy").asString("keep");
    if (!word.equals("drain")) {
      return last(word, all);
    }
    var then = last(all.path("then").asString("end"), all);
    return all.has("until")
        ? new PeoplePolicy.Drain(Instant.parse(all.path("until").asString()), then)
        : then;
  }

  private static PeoplePolicy last(String word, JsonNode all) {
    var words = all.path("message").asString("");
    return switch (word) {
      case "keep" -> PeoplePolicy.keep();
      case "move" -> new PeoplePolicy.Move(map(all));
      case "restart" -> new PeoplePolicy.Restart(map(all), words);
      case "end" -> new PeoplePolicy.End(words);
      default -> throw new IllegalStateException("a policy called " + word);
    };
  }

  private static MoveMap map(JsonNode all) {
    var places = new LinkedHashMap<String, String>();
    all.path("map").forEachEntry((from, to) -> places.put(from, to.asString()));
    return new MoveMap(places);
  }
}
