package dev.wayfare.publish;

import dev.wayfare.journal.Actor;
import dev.wayfare.publish.ReleaseWish.Accepted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A wish as it is kept beside its release. The note and the alert rules are the release's own and
/// stand there.
final class WishJson {
  private static final JsonMapper JSON = new JsonMapper();

  private WishJson() {}

  static String write(ReleaseWish wish) {
    var all = new LinkedHashMap<String, Object>();
    all.put("take", wish.take().stream().sorted().toList());
    all.put(
        "accepted",
        wish.accepted().stream()
            .map(it -> Map.of("code", it.code(), "place", it.place(), "reason", it.reason()))
            .toList());
    all.put("people", PolicyJson.write(wish.people()));
    return JSON.writeValueAsString(all);
  }

  static ReleaseWish read(String written) {
    var all = JSON.readTree(written);
    return new ReleaseWish(
        "",
        all.path("take").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
        accepted(all.path("accepted")),
        AlertRules.NONE,
        PolicyJson.read(all.path("people")),
        Optional.empty());
  }

  private static List<Accepted> accepted(JsonNode list) {
    return list.valueStream()
        .map(
            it ->
                new Accepted(
                    it.path("code").asString(),
                    it.path("place").asString(),
                    it.path("reason").asString()))
        .toList();
  }

  static String actor(Actor actor) {
    return JSON.writeValueAsString(
        Map.of("kind", actor.kind().word(), "id", actor.id(), "name", actor.name()));
  }

  static Actor actor(String written) {
    var all = JSON.readTree(written);
    return new Actor(
        Actor.Kind.valueOf(all.path("kind").asString().toUpperCase(Locale.ROOT)),
        all.path("id").asString(),
        all.path("name").asString());
  }
}
