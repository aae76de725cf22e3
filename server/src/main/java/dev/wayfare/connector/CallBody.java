package dev.wayfare.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;

/// What a call carries.
public sealed interface CallBody {

  record None() implements CallBody {}

  /// JSON, written out.
  record Json(String text) implements CallBody {}

  record Form(List<Field> fields) implements CallBody {
    public Form {
      fields = List.copyOf(fields);
    }
  }

  record Text(String text) implements CallBody {}

  record Bytes(byte[] bytes, String mediaType) implements CallBody {}

  default byte[] content() {
    return switch (this) {
      case None() -> new byte[0];
      case Json(var text) -> text.getBytes(UTF_8);
      case Text(var text) -> text.getBytes(UTF_8);
      case Form(var fields) -> encode(fields).getBytes(UTF_8);
      case Bytes(var bytes, var _) -> bytes;
    };
  }

  /// Empty where there is no body.
  default String mediaType() {
    return switch (this) {
      case None() -> "";
      case Json _ -> "application/json";
      case Text _ -> "text/plain; charset=utf-8";
      case Form _ -> "application/x-www-form-urlencoded";
      case Bytes(var _, var type) -> type;
    };
  }

  private static String encode(List<Field> fields) {
    return fields.stream()
        .map(field -> formText(field.name()) + "=" + formText(field.value()))
        .collect(Collectors.joining("&"));
  }

  private static String formText(String text) {
    return java.net.URLEncoder.encode(text, UTF_8);
  }
}
