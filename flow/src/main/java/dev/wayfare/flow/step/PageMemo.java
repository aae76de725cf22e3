package dev.wayfare.flow.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a page keeps while it waits: the token of this showing, what was typed, what is wrong with
/// it, and a sentence to be shown once. A page that was left unfinished keeps only the draft; one
/// that was answered keeps which numbers were answered with zero, since a zero alone does not say
/// whether anybody gave it.
record PageMemo(
    String token,
    Map<String, List<String>> draft,
    Map<String, String> errors,
    Optional<String> notice,
    List<String> zeros) {

  static PageMemo shown(String token, Map<String, List<String>> draft) {
    return new PageMemo(token, draft, Map.of(), Optional.empty(), List.of());
  }

  static PageMemo refused(
      String token, Map<String, List<String>> draft, Map<String, String> errors) {
    return new PageMemo(token, draft, errors, Optional.empty(), List.of());
  }

  static PageMemo left(Map<String, List<String>> draft) {
    return shown("", draft);
  }

  static PageMemo answered(List<String> zeros) {
    return new PageMemo("", Map.of(), Map.of(), Optional.empty(), zeros);
  }

  PageMemo saying(String words) {
    return new PageMemo(token, draft, errors, Optional.of(words), zeros);
  }

  /// Plain, as memos are.
  Object asValue() {
    var value = new LinkedHashMap<String, Object>();
    value.put("token", token);
    value.put("draft", draft);
    value.put("errors", errors);
    notice.ifPresent(words -> value.put("notice", words));
    if (!zeros.isEmpty()) {
      value.put("zeros", zeros);
    }
    return value;
  }

  static PageMemo of(Scene scene) {
    return of(scene.memo().orElse(Map.of()));
  }

  static PageMemo of(Object memo) {
    return memo instanceof Map<?, ?> value
        ? new PageMemo(
            value.get("token") instanceof String token ? token : "",
            lists(value.get("draft")),
            texts(value.get("errors")),
            value.get("notice") instanceof String words ? Optional.of(words) : Optional.empty(),
            value.get("zeros") instanceof List<?> zeros
                ? zeros.stream().map(Object::toString).toList()
                : List.of())
        : left(Map.of());
  }

  private static Map<String, List<String>> lists(@Nullable Object value) {
    var lists = new LinkedHashMap<String, List<String>>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, items) -> {
            if (items instanceof List<?> list) {
              lists.put(name.toString(), list.stream().map(Object::toString).toList());
            }
          });
    }
    return lists;
  }

  private static Map<String, String> texts(@Nullable Object value) {
    var texts = new LinkedHashMap<String, String>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, text) -> texts.put(name.toString(), text.toString()));
    }
    return texts;
  }
}
