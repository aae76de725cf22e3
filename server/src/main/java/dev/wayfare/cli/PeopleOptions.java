package dev.wayfare.cli;

import static dev.wayfare.cli.Api.part;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What becomes of people who are in the middle of a journey.
final class PeopleOptions {
  @Option(
      names = "--people",
      paramLabel = "POLICY",
      description =
          "What becomes of those in the middle of a journey: keep (the default), move, restart or drain.")
  private @Nullable String policy;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Until when they may finish, with drain (as 2030-05-17T18:00:00Z).")
  private @Nullable String until;

  @Option(
      names = "--then",
      paramLabel = "WHAT",
      description = "What becomes then of who has not finished: end, move or restart.")
  private @Nullable String then;

  @Option(
      names = "--message",
      paramLabel = "TEXT",
      description = "What those are told who are ended or begin anew.")
  private @Nullable String message;

  @Option(
      names = "--map",
      paramLabel = "OLD=NEW",
      description = "What takes the place of what (flows/order/steps/who=flows/order/steps/name).")
  private Map<String, String> map = new TreeMap<>();

  Optional<Map<String, Object>> wish() {
    var wish = new HashMap<String, Object>();
    put(wish, "policy", policy);
    put(wish, "until", until);
    put(wish, "then", then);
    put(wish, "message", message);
    if (!map.isEmpty()) {
      wish.put("map", map);
    }
    return wish.isEmpty() ? Optional.empty() : Optional.of(wish);
  }

  /// For where there is no body to put it in.
  String query() {
    var query = new StringBuilder();
    wish()
        .ifPresent(
            all ->
                new TreeMap<>(all)
                    .forEach(
                        (name, value) ->
                            query
                                .append(query.isEmpty() ? '?' : '&')
                                .append(name.equals("policy") ? "people" : name)
                                .append('=')
                                .append(part(value.toString()))));
    return query.toString();
  }

  private static void put(Map<String, Object> wish, String name, @Nullable String value) {
    if (value != null) {
      wish.put(name, value);
    }
  }
}
