package dev.wayfare.flow.json;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Plain values as the world outside writes and reads JSON: a moment is its ISO 8601 text, no key
/// means anything, and nothing (`null`) is the empty text. Unlike with [ValueCodec] not every value
/// comes back as what it was.
public final class WorldJson {
  private final JsonDoor door = new JsonDoor();

  public String write(Object value) {
    var text = new StringWriter();
    try (var out = door.writer(text)) {
      write(out, value);
    }
    return text.toString();
  }

  /// @throws IllegalArgumentException when the text is no JSON
  public Object read(String text) {
    try (var in = door.reader(text)) {
      in.nextToken();
      var value = read(in);
      if (in.nextToken() != null) {
        throw new IllegalArgumentException("something follows the JSON value");
      }
      return value;
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException("this is no JSON", wrong);
    }
  }

  private static void write(JsonGenerator out, Object value) {
    switch (value) {
      case Instant moment -> out.writeString(moment.toString());
      case Double number when !Double.isFinite(number) -> out.writeNull();
      case List<?> list -> {
        out.writeStartArray();
        list.forEach(item -> write(out, item));
        out.writeEndArray();
      }
      case Map<?, ?> map -> {
        out.writeStartObject();
        map.forEach(
            (name, item) -> {
              out.writeName(name.toString());
              write(out, item);
            });
        out.writeEndObject();
      }
      default -> PlainJson.write(out, value);
    }
  }

  private static Object read(JsonParser in) {
    return switch (in.currentToken()) {
      case VALUE_STRING -> in.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> "";
      case START_ARRAY -> {
        var list = new ArrayList<Object>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          list.add(read(in));
        }
        yield Collections.unmodifiableList(list);
      }
      case START_OBJECT -> {
        var map = new LinkedHashMap<String, Object>();
        for (var name = in.nextName(); name != null; name = in.nextName()) {
          in.nextToken();
          map.put(name, read(in));
        }
        yield Collections.unmodifiableMap(map);
      }
      case null, default -> throw new IllegalArgumentException("this is no JSON");
    };
  }
}
