package dev.wayfare.flow.json;

import java.io.OutputStream;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Opens streams of JSON, all with the same habits.
final class JsonDoor {
  private final JsonFactory factory =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  JsonGenerator writer(Writer to) {
    return factory.createGenerator(ObjectWriteContext.empty(), to);
  }

  JsonGenerator writer(OutputStream to) {
    return factory.createGenerator(ObjectWriteContext.empty(), to);
  }

  JsonParser reader(String from) {
    return factory.createParser(ObjectReadContext.empty(), from);
  }

  JsonParser reader(byte[] from) {
    return factory.createParser(ObjectReadContext.empty(), from);
  }
}
