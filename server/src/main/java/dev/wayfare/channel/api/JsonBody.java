package dev.wayfare.channel.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.channel.ApiRequest;
import dev.wayfare.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads bodies: JSON in UTF-8 and nothing else, no larger or deeper than allowed.
final class JsonBody {
  private final ApiLimits limits;
  private final JsonMapper json;

  JsonBody(ApiLimits limits) {
    this.limits = limits;
    this.json =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(limits.depth()).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /// All bytes of the body.
  byte[] bytes(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > limits.bodyBytes()) {
      throw tooLarge();
    }
    var bytes = request.getInputStream().readNBytes(limits.bodyBytes() + 1);
    if (bytes.length > limits.bodyBytes()) {
      throw tooLarge();
    }
    return bytes;
  }

  /// What it says; empty where there is none.
  Optional<ApiRequest.Body> read(@Nullable String contentType, byte[] bytes) {
    if (bytes.length == 0) {
      return Optional.empty();
    }
    var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replace(" ", "");
    var media = type.split(";", 2)[0];
    if (!media.equals("application/json") && !media.endsWith("+json")) {
      throw wrongType("Expected a body of type application/json.");
    }
    if (type.contains("charset=") && !type.replace("\"", "").contains("charset=utf-8")) {
      throw wrongType("Expected JSON in UTF-8; JSON has no other encoding.");
    }
    return Optional.of(new ApiRequest.Body(plain(parsed(text(bytes)))));
  }

  private static String text(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw notJson("The body is not UTF-8.");
    }
  }

  private JsonNode parsed(String text) {
    try {
      var tree = json.readTree(text);
      if (tree == null || tree.isMissingNode()) {
        throw notJson("The body is blank.");
      }
      return tree;
    } catch (JacksonException unreadable) {
      var at = unreadable.getLocation();
      throw notJson(
          at == null || at.getLineNr() < 0
              ? "It is not well-formed, or nests deeper than " + limits.depth() + "."
              : "Line %d, column %d: it is not well-formed there, has a name twice, or nests deeper than %d."
                  .formatted(at.getLineNr(), at.getColumnNr(), limits.depth()));
    }
  }

  private static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        node.forEachEntry((name, value) -> map.put(name, plain(value)));
        yield Collections.unmodifiableMap(map);
      }
      case ARRAY -> {
        var list = new ArrayList<@Nullable Object>();
        node.forEach(item -> list.add(plain(item)));
        yield Collections.unmodifiableList(list);
      }
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> {
        var number = node.doubleValue(Double.NaN);
        if (!Double.isFinite(number)) {
          throw notJson("A number in it is larger than any this server knows.");
        }
        yield number;
      }
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  private static ProblemException notJson(String why) {
    return ProblemException.of(400, "body_unreadable", "The body is not JSON", why);
  }

  private static ProblemException wrongType(String why) {
    return ProblemException.of(415, "content_type_wrong", "The body is of another kind", why);
  }

  private ProblemException tooLarge() {
    return ProblemException.of(
        413,
        "content_too_large",
        "The request is too large",
        "Expected at most %d bytes.".formatted(limits.bodyBytes()));
  }
}
