package dev.wayfare.publish;

import dev.wayfare.app.ProfileSettings;
import dev.wayfare.app.ProfileValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The one written form of a manifest: keys in order, no spaces, so that the same content has the
/// same hash. `format` tells later readers how it was meant.
final class ManifestJson {
  private static final int FORMAT = 2;

  /// Without alerts.
  private static final int FIRST = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private ManifestJson() {}

  static String write(Manifest manifest) {
    var bindings = new TreeMap<String, Object>();
    manifest.bindings().forEach((slot, bound) -> bindings.put(slot, bound(bound)));
    var secrets = new TreeMap<String, Object>();
    manifest
        .secrets()
        .forEach(
            (name, secret) ->
                secrets.put(
                    name,
                    Map.of("id", secret.id().toString(), "fingerprint", secret.fingerprint())));
    var all = new TreeMap<String, Object>();
    all.put("format", FORMAT);
    all.put("version", manifest.version());
    all.put("version_hash", manifest.versionHash());
    all.put("environment", manifest.environment().toString());
    all.put("settings", settings(manifest.settings()));
    all.put("bindings", bindings);
    all.put("values", manifest.values());
    all.put("secrets", secrets);
    all.put("alerts", alerts(manifest.alerts()));
    return JSON.writeValueAsString(all);
  }

  static Manifest read(String written) {
    var all = JSON.readTree(written);
    var format = all.path("format").asInt();
    if (format < FIRST || format > FORMAT) {
      throw new IllegalStateException(
          "A release's manifest has the format %s; this server knows %d to %d."
              .formatted(all.path("format"), FIRST, FORMAT));
    }
    var bindings = new LinkedHashMap<String, Bound>();
    all.path("bindings").forEachEntry((slot, bound) -> bindings.put(slot, bound(bound)));
    var values = new LinkedHashMap<String, Object>();
    all.path("values")
        .forEachEntry((name, value) -> values.put(name, JSON.treeToValue(value, Object.class)));
    var secrets = new LinkedHashMap<String, ProfileValue.Hidden>();
    all.path("secrets")
        .forEachEntry(
            (name, secret) ->
                secrets.put(
                    name,
                    new ProfileValue.Hidden(
                        id(secret, "id"), secret.path("fingerprint").asString())));
    var settings = all.path("settings");
    return new Manifest(
        all.path("version").asInt(),
        all.path("version_hash").asString(),
        id(all, "environment"),
        new ProfileSettings(
            settings.path("locale").asString(),
            settings.path("time_zone").asString(),
            settings.path("journey_days").asInt(),
            settings.path("link_length").asInt(ProfileSettings.USUAL_LINK),
            settings.path("retention_days").asInt(ProfileSettings.USUAL_RETENTION),
            new ProfileSettings.ExpiredPage(
                settings.path("expired_title").asString(""),
                settings.path("expired_text").asString(""))),
        bindings,
        values,
        secrets,
        new AlertRules(
            rule(all.path("alerts").path("on_application_error")),
            rule(all.path("alerts").path("on_log_error"))));
  }

  private static Map<String, Object> alerts(AlertRules alerts) {
    var written = new TreeMap<String, Object>();
    alerts.onApplicationError().ifPresent(it -> written.put("on_application_error", rule(it)));
    alerts.onLogError().ifPresent(it -> written.put("on_log_error", rule(it)));
    return written;
  }

  private static Map<String, Object> rule(AlertRules.Rule rule) {
    return Map.of(
        "notifiers", rule.notifiers().stream().map(UUID::toString).toList(),
        "level", rule.level().word(),
        "threshold", rule.threshold());
  }

  private static Optional<AlertRules.Rule> rule(JsonNode node) {
    return node.isObject()
        ? Optional.of(
            new AlertRules.Rule(
                node.path("notifiers")
                    .valueStream()
                    .map(it -> UUID.fromString(it.asString()))
                    .toList(),
                AlertRules.Level.valueOf(node.path("level").asString().toUpperCase(Locale.ROOT)),
                node.path("threshold").asInt()))
        : Optional.empty();
  }

  private static Map<String, Object> settings(ProfileSettings settings) {
    return Map.of(
        "locale", settings.locale(),
        "time_zone", settings.timeZone(),
        "journey_days", settings.journeyDays(),
        "link_length", settings.linkLength(),
        "retention_days", settings.retentionDays(),
        "expired_title", settings.expiredPage().title(),
        "expired_text", settings.expiredPage().text());
  }

  private static Map<String, Object> bound(Bound bound) {
    return switch (bound) {
      case Bound.Phone(var id, var address) ->
          Map.of("kind", "number", "resource", id.toString(), "address", address);
      case Bound.Route(var id, var domain, var key) ->
          domain
              .map(
                  host ->
                      Map.<String, Object>of(
                          "kind",
                          "domain_route",
                          "resource",
                          id.toString(),
                          "host",
                          host,
                          "key",
                          key))
              .orElseGet(() -> Map.of("kind", "route", "resource", id.toString(), "key", key));
      case Bound.Domain(var id, var host) ->
          Map.of("kind", "domain", "resource", id.toString(), "host", host);
      case Bound.Connection(var account) ->
          Map.of("kind", "connection", "account", account.toString());
      case Bound.Email(var id, var sender) ->
          Map.of(
              "kind",
              "email",
              "resource",
              id.toString(),
              "account",
              sender.account().toString(),
              "address",
              sender.address(),
              "name",
              sender.name());
      case Bound.Link(var word) -> Map.of("kind", "link", "word", word);
      case Bound.Programs(var app, var word, var ways) ->
          Map.of(
              "kind",
              "programs",
              "app",
              app,
              "word",
              word,
              "ways",
              ways.stream()
                  .map(
                      way ->
                          Map.of(
                              "trigger", way.trigger(), "method", way.method(), "path", way.path()))
                  .toList());
      case Bound.Home() -> Map.of("kind", "home");
    };
  }

  private static Bound bound(JsonNode node) {
    var kind = node.path("kind").asString();
    return switch (kind) {
      case "number" -> new Bound.Phone(id(node, "resource"), node.path("address").asString());
      case "route" ->
          new Bound.Route(id(node, "resource"), Optional.empty(), node.path("key").asString());
      case "domain_route" ->
          new Bound.Route(
              id(node, "resource"),
              Optional.of(node.path("host").asString()),
              node.path("key").asString());
      case "domain" -> new Bound.Domain(id(node, "resource"), node.path("host").asString());
      case "connection" -> new Bound.Connection(id(node, "account"));
      case "email" ->
          new Bound.Email(
              id(node, "resource"),
              new Sender(
                  id(node, "account"),
                  node.path("address").asString(),
                  node.path("name").asString()));
      case "link" -> new Bound.Link(node.path("word").asString());
      case "programs" ->
          new Bound.Programs(
              node.path("app").asString(),
              node.path("word").asString(),
              node.path("ways").valueStream().map(ManifestJson::way).toList());
      case "home" -> new Bound.Home();
      default -> throw new IllegalStateException("A release binds to an unknown kind: " + kind);
    };
  }

  private static Bound.Way way(JsonNode way) {
    return new Bound.Way(
        way.path("trigger").asString(), way.path("method").asString(), way.path("path").asString());
  }

  private static UUID id(JsonNode node, String field) {
    return UUID.fromString(node.path(field).asString());
  }
}
