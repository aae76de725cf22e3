package dev.wayfare.flow.json;

import java.io.StringWriter;
import tools.jackson.core.JsonToken;

/// Plain values (see [dev.wayfare.flow.Type]) as JSON text, each coming back as what it was.
public final class ValueCodec {
  private final JsonDoor door = new JsonDoor();

  public String writeValue(Object value) {
    var text = new StringWriter();
    try (var out = door.writer(text)) {
      PlainJson.write(out, value);
    }
    return text.toString();
  }

  public Object readValue(String text) {
    try (var in = door.reader(text)) {
      if (in.nextToken() == JsonToken.NOT_AVAILABLE || in.currentToken() == null) {
        throw new IllegalArgumentException("an empty text is no value");
      }
      return PlainJson.read(in);
    }
  }
}
