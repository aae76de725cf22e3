package dev.wayfare.preview;

import static dev.wayfare.testing.Desk.ok;

import dev.wayfare.testing.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A builder with the preview of one draft open: every act is one event more, and all of them are
/// played again.
final class Preview {
  private static final JsonMapper JSON = new JsonMapper();

  private final Client api;
  private final String path;
  private final List<String> events = new ArrayList<>();
  private JsonNode document;
  private String more = "";

  private Preview(Client api, String name, JsonNode document) {
    this.api = api;
    this.path = "/api/v1/apps/" + name + "/draft/preview";
    this.document = document;
  }

  /// An example as an app of its own.
  static Preview ofExample(Client api, String example, String name) {
    try {
      return of(api, Files.readString(Path.of("../examples/" + example + ".yaml")), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Preview of(Client api, String yaml, String name) {
    ok(api.post("/api/v1/apps", "{\"name\": \"%s\"}".formatted(name)), 201);
    var checked =
        api.with("Content-Type", "application/yaml")
            .send("POST", "/api/v1/apps/" + name + "/draft/check", yaml);
    return new Preview(api, name, ok(checked, 200).json().at("/document"));
  }

  /// Further fields of the wish, as `, "profile": "QA"`.
  Preview with(String fields) {
    more = fields;
    return this;
  }

  /// An event, and how everything looks after it.
  Client.Answer does(String type, String fields) {
    events.add("{\"type\": \"%s\"%s}".formatted(type, fields.isEmpty() ? "" : ", " + fields));
    return look();
  }

  Preview back() {
    events.removeLast();
    return this;
  }

  Preview anew() {
    events.clear();
    return this;
  }

  Client.Answer look() {
    return ok(api.post(path, wish()), 200);
  }

  Client.Answer outside(String key) {
    return api.post(path + "/outside", "{\"preview\": %s, \"key\": \"%s\"}".formatted(wish(), key));
  }

  String wish() {
    return """
        {"document": %s, "begins": "2026-11-27T09:00:00Z", "events": [%s]%s}"""
        .formatted(document, String.join(", ", events), more);
  }

  /// Edits the draft, which nobody saves.
  Preview edit(String pointer, String field, String value) {
    var edited = document.deepCopy();
    ((ObjectNode) edited.at(pointer)).put(field, value);
    document = edited;
    return this;
  }

  JsonNode document() {
    return document;
  }

  /// Everything of one kind that was done outside, in order.
  static List<String> did(Client.Answer seen, String kind) {
    return StreamSupport.stream(seen.json().at("/turns").spliterator(), false)
        .flatMap(turn -> StreamSupport.stream(turn.at("/effects").spliterator(), false))
        .filter(effect -> effect.at("/kind").asString().equals(kind))
        .map(effect -> effect.at("/text").asString())
        .toList();
  }

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }
}
