package dev.wayfare.publish;

import dev.wayfare.channel.PublicUrl;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What programs may ask of an app, as OpenAPI 3.1. Made from a release, so that it changes exactly
/// when what is live changes.
public final class AppOpenApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> PROBLEM_CONTENT =
      Map.of(
          "application/problem+json",
          Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")));

  private final PublicUrl url;

  public AppOpenApi(PublicUrl url) {
    this.url = url;
  }

  /// The generated word in the part of an address between `/a/` and the path (`parcels-…`).
  public static Optional<String> word(String key) {
    var at = key.length() - PgReleaseStore.LINK_LENGTH;
    return at > 1 && key.charAt(at - 1) == '-' ? Optional.of(key.substring(at)) : Optional.empty();
  }

  /// The document, if programs can ask anything of this app.
  public Optional<String> ifAny(SealedRelease release) {
    return release.bindings().containsKey(Manifests.PROGRAMS)
        ? Optional.of(json(release))
        : Optional.empty();
  }

  private String json(SealedRelease release) {
    var address = release.bindings().getOrDefault(Manifests.PROGRAMS, "/");
    var paths = new LinkedHashMap<String, Map<String, Object>>();
    for (var trigger : release.app().requested()) {
      paths
          .computeIfAbsent(trigger.path().text(), _ -> new LinkedHashMap<>())
          .put(trigger.method().name().toLowerCase(java.util.Locale.ROOT), operation(trigger));
    }
    return JSON.writeValueAsString(
        Values.object(
            "openapi",
            "3.1.0",
            "info",
            Values.object("title", release.app().title(), "version", "v" + release.version()),
            "servers",
            List.of(Map.of("url", url.at(address))),
            "paths",
            paths,
            "components",
            components()));
  }

  private static Map<String, Object> operation(Trigger.Requested trigger) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", trigger.name());
    operation.put("parameters", parameters(trigger));
    if (trigger.method().hasBody()) {
      var schema = trigger.payload().map(it -> it.document()).orElse(Map.of());
      operation.put(
          "requestBody",
          Values.object(
              "required",
              trigger.payload().isPresent(),
              "content",
              Map.of("application/json", Map.of("schema", json(schema)))));
    }
    operation.put("security", security(trigger));
    operation.put("responses", responses(trigger));
    return operation;
  }

  private static List<Object> parameters(Trigger.Requested trigger) {
    var parameters = new ArrayList<Object>();
    for (var name : trigger.path().parameters()) {
      parameters.add(Values.object("name", name, "in", "path", "required", true, "schema", TEXT));
    }
    parameters.add(
        Values.object(
            "name",
            "Idempotency-Key",
            "in",
            "header",
            "required",
            false,
            "description",
            "The same key gets the same answer again and runs nothing.",
            "schema",
            Values.object("type", "string", "minLength", 1, "maxLength", 200)));
    return parameters;
  }

  private static List<Map<String, Object>> security(Trigger.Requested trigger) {
    return switch (trigger.auth()) {
      case PUBLIC -> List.of();
      case TOKEN -> List.of(Map.of("token", List.of()));
      case GROUP ->
          trigger.groups().stream()
              .map(group -> Map.<String, Object>of("token", List.of("group:" + group)))
              .toList();
    };
  }

  private static Map<String, Object> responses(Trigger.Requested trigger) {
    var reply = trigger.reply();
    var redirects = reply.isPresent() && reply.get().redirect().isPresent();
    var status = reply.map(Trigger.Reply::status).orElse(200);
    var responses = new LinkedHashMap<String, Object>();
    if (redirects) {
      responses.put(
          Integer.toString(status >= 300 && status < 400 ? status : 303),
          Values.object(
              "description",
              "Go on there.",
              "headers",
              Map.of("Location", Map.of("schema", TEXT))));
    } else {
      responses.put(Integer.toString(status), answered(trigger));
    }
    if (trigger.each().isPresent()) {
      responses.put(
          "207",
          Values.object(
              "description",
              "Some of the items failed; each says how it went.",
              "content",
              journeys()));
    }
    for (var refusal : refusals(trigger).entrySet()) {
      responses.putIfAbsent(
          refusal.getKey(),
          Values.object("description", refusal.getValue(), "content", PROBLEM_CONTENT));
    }
    return responses;
  }

  private static Map<String, Object> answered(Trigger.Requested trigger) {
    if (trigger.each().isPresent()) {
      return Values.object("description", "What came of each item.", "content", journeys());
    }
    if (trigger.reply().isEmpty()) {
      return Values.object(
          "description",
          "The journey's link.",
          "content",
          json(object(Map.of("journey", TEXT)), "application/json"));
    }
    return trigger.reply().get().body().isEmpty()
        ? Map.of("description", "It was done.")
        : Values.object(
            "description", "It was done.", "content", json(Map.of(), "application/json"));
  }

  private static Map<String, Object> journeys() {
    var item =
        object(
            Values.object(
                "index",
                Map.of("type", "integer"),
                "status",
                Map.of("type", "integer"),
                "journey",
                TEXT,
                "body",
                Map.of(),
                "error",
                object(Values.object("code", TEXT, "detail", TEXT))));
    return json(
        object(Map.of("journeys", Values.object("type", "array", "items", item))),
        "application/json");
  }

  private static Map<String, String> refusals(Trigger.Requested trigger) {
    var refusals = new LinkedHashMap<String, String>();
    refusals.put("400", "The request cannot be read.");
    switch (trigger.auth()) {
      case PUBLIC -> refusals.put("429", "Too many requests came from this address.");
      case TOKEN, GROUP -> {
        refusals.put("401", "A token is needed.");
        refusals.put("403", "This token may not call this.");
      }
    }
    if (trigger.missing() == Trigger.Missing.REJECT) {
      refusals.put("404", "There is no open journey.");
    }
    if (trigger.match().isPresent()) {
      refusals.put("409", "There is an open journey, or it cannot take this.");
    }
    refusals.put("422", "The payload is not as expected.");
    refusals.put("500", "The app failed.");
    return refusals;
  }

  private static Map<String, Object> components() {
    var mistake = object(Values.object("code", TEXT, "path", TEXT, "message", TEXT, "fix", TEXT));
    return Values.object(
        "securitySchemes",
        Map.of("token", Values.object("type", "http", "scheme", "bearer")),
        "schemas",
        Map.of(
            "Problem",
            object(
                Values.object(
                    "type",
                    TEXT,
                    "title",
                    TEXT,
                    "status",
                    Map.of("type", "integer"),
                    "detail",
                    TEXT,
                    "code",
                    TEXT,
                    "errors",
                    Values.object("type", "array", "items", mistake)))));
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return Values.object("type", "object", "properties", properties);
  }

  private static Map<String, Object> json(Object schema, String type) {
    return Map.of(type, Map.of("schema", schema));
  }

  /// A schema as it was written (one that takes everything as `{}`, which every reader knows),
  /// whole numbers without a point; `note` is ours, not the schema's.
  private static Object json(@Nullable Object schema) {
    return switch (schema) {
      case null -> Map.of();
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          number.longValue();
      case List<?> list -> list.stream().map(AppOpenApi::json).toList();
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> fields.put(name.toString(), json(value)));
        yield fields;
      }
      default -> schema;
    };
  }
}
