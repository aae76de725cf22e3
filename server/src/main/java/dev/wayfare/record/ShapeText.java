package dev.wayfare.record;

import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.json.ValueCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// The written form of a [Shape].
final class ShapeText {
  private static final ValueCodec CODEC = new ValueCodec();

  private ShapeText() {}

  static String write(Shape shape) {
    var declared = new LinkedHashMap<String, Object>();
    shape.declared().forEach((by, type) -> declared.put(by.toString(), type(type)));
    var types = new LinkedHashMap<String, Object>();
    shape.types().forEach((field, type) -> types.put(field, type.word()));
    var all = new LinkedHashMap<String, Object>();
    all.put("declared", declared);
    all.put("types", types);
    all.put("rules", shape.rules());
    all.put("indexes", shape.indexes());
    return CODEC.writeValue(all);
  }

  private static Map<String, Object> type(RecordType type) {
    var fields = new LinkedHashMap<String, Object>();
    type.fields()
        .values()
        .forEach(
            field -> {
              var one = new LinkedHashMap<String, Object>();
              one.put("type", field.type().word());
              one.put("required", field.required());
              field.initial().ifPresent(value -> one.put("default", value));
              fields.put(field.name(), one);
            });
    return Map.of(
        "name", type.name(),
        "shared", type.shared(),
        "fields", fields,
        "unique", type.unique(),
        "indexes", type.indexes());
  }

  static Shape read(String text) {
    var all = map(CODEC.readValue(text));
    var declared = new TreeMap<UUID, RecordType>();
    map(all.get("declared")).forEach((by, type) -> declared.put(UUID.fromString(by), type(type)));
    var types = new LinkedHashMap<String, Type>();
    map(all.get("types")).forEach((field, word) -> types.put(field, typeOf(word)));
    return new Shape(declared, types, lists(all.get("rules")), lists(all.get("indexes")));
  }

  private static RecordType type(Object written) {
    var all = map(written);
    var fields = new LinkedHashMap<String, RecordType.Field>();
    map(all.get("fields"))
        .forEach(
            (name, each) -> {
              var field = map(each);
              fields.put(
                  name,
                  new RecordType.Field(
                      name,
                      typeOf(field.get("type")),
                      Boolean.TRUE.equals(field.get("required")),
                      Optional.ofNullable(field.get("default")),
                      ""));
            });
    return new RecordType(
        String.valueOf(all.get("name")),
        Boolean.TRUE.equals(all.get("shared")),
        fields,
        lists(all.get("unique")),
        lists(all.get("indexes")),
        "");
  }

  private static Type typeOf(@org.jspecify.annotations.Nullable Object word) {
    return Type.valueOf(String.valueOf(word).toUpperCase(Locale.ROOT));
  }

  static Map<String, Object> map(@org.jspecify.annotations.Nullable Object written) {
    var map = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) java.util.Objects.requireNonNull(written))
        .forEach((key, value) -> map.put(String.valueOf(key), value));
    return map;
  }

  private static List<List<String>> lists(@org.jspecify.annotations.Nullable Object written) {
    return ((List<?>) java.util.Objects.requireNonNull(written))
        .stream().map(each -> ((List<?>) each).stream().map(String::valueOf).toList()).toList();
  }
}
