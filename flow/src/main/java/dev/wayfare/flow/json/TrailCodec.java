package dev.wayfare.flow.json;

import dev.wayfare.flow.TrailEntry;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The lines of a trail as JSON text.
public final class TrailCodec {
  private final JsonDoor door = new JsonDoor();

  public String write(List<TrailEntry> trail) {
    var text = new StringWriter();
    try (var out = door.writer(text)) {
      out.writeStartArray();
      for (var entry : trail) {
        out.writeStartObject();
        out.writeStringProperty("f", entry.flow());
        out.writeStringProperty("s", entry.step());
        out.writeStringProperty("w", entry.what());
        if (!entry.data().isEmpty()) {
          out.writeName("d");
          PlainJson.writeMap(out, entry.data());
        }
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    return text.toString();
  }

  public List<TrailEntry> read(String text) {
    var trail = new ArrayList<TrailEntry>();
    try (var in = door.reader(text)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.START_OBJECT) {
        trail.add(entry(in));
      }
    }
    return List.copyOf(trail);
  }

  private static TrailEntry entry(JsonParser in) {
    var flow = "";
    var step = "";
    var what = "";
    Map<String, Object> data = Map.of();
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      in.nextToken();
      switch (name) {
        case "f" -> flow = in.getString();
        case "s" -> step = in.getString();
        case "w" -> what = in.getString();
        case "d" -> data = PlainJson.readMap(in);
        default -> in.skipChildren();
      }
    }
    return new TrailEntry(flow, step, what, data);
  }
}
