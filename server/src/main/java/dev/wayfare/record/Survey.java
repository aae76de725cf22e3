package dev.wayfare.record;

import dev.wayfare.flow.RecordType;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What carrying the records of a shelf over to another shape meets, record by record.
final class Survey {
  private final Shape before;
  private final Shape after;
  private final Map<String, RecordType.Field> fields;
  private final Set<String> retyped = new LinkedHashSet<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final Set<String> filled = new LinkedHashSet<>();
  private final Set<List<String>> rules = new LinkedHashSet<>();
  private final Map<String, Long> converted = new HashMap<>();
  private final Map<String, Long> unfit = new HashMap<>();
  private final Map<String, Long> lacking = new HashMap<>();
  private final Map<String, Long> fills = new HashMap<>();
  private final Map<List<String>, Long> overlong = new HashMap<>();
  private final Map<List<String>, Map<ByteBuffer, Integer>> keys = new HashMap<>();
  private long seen;

  Survey(Shape before, Shape after) {
    this.before = before;
    this.after = after;
    this.fields = after.fields();
    var known = before.fields();
    for (var field : fields.values()) {
      var name = field.name();
      var type = before.types().get(name);
      if (type != null && type != field.type()) {
        retyped.add(name);
      }
      var newly = field.required() && !(known.containsKey(name) && known.get(name).required());
      if (newly) {
        required.add(name);
      }
      if (field.initial().isPresent() && (type == null || newly)) {
        filled.add(name);
      }
    }
    for (var rule : after.rules()) {
      if (!rule.isEmpty() && (!before.rules().contains(rule) || touched(rule))) {
        rules.add(rule);
        keys.put(rule, new HashMap<>());
      }
    }
  }

  private boolean touched(List<String> names) {
    return names.stream().anyMatch(name -> retyped.contains(name) || filled.contains(name));
  }

  /// Whether the records have to be looked at.
  boolean needed() {
    return !retyped.isEmpty()
        || !required.isEmpty()
        || !filled.isEmpty()
        || !rules.isEmpty()
        || !before.rules().equals(after.rules())
        || !before.indexes().equals(after.indexes());
  }

  /// The fields of a record as the new shape has them; what does not fit is counted and left out.
  Map<String, Object> carry(StoredRecord record) {
    seen++;
    var carried = new LinkedHashMap<>(record.fields());
    for (var name : retyped) {
      var value = carried.remove(name);
      if (value != null) {
        var next =
            FieldValues.converted(
                before.types().getOrDefault(name, fields.get(name).type()),
                fields.get(name).type(),
                value);
        next.ifPresent(it -> carried.put(name, it));
        (next.isPresent() ? converted : unfit).merge(name, 1L, Long::sum);
      }
    }
    for (var name : filled) {
      if (!carried.containsKey(name)) {
        var field = fields.get(name);
        field
            .initial()
            .flatMap(value -> FieldValues.stored(field.type(), value))
            .ifPresent(
                value -> {
                  carried.put(name, value);
                  fills.merge(name, 1L, Long::sum);
                });
      }
    }
    required.stream()
        .filter(name -> !carried.containsKey(name))
        .forEach(name -> lacking.merge(name, 1L, Long::sum));
    for (var names : all()) {
      if (!RecordReading.fitsKey(names, carried)) {
        overlong.merge(names, 1L, Long::sum);
      }
    }
    for (var rule : rules) {
      Keys.rule(rule, carried)
          .ifPresent(key -> keys.get(rule).merge(ByteBuffer.wrap(key), 1, Integer::sum));
    }
    return carried;
  }

  private Set<List<String>> all() {
    var all = new HashSet<List<String>>(after.indexes());
    all.addAll(after.rules());
    all.remove(List.<String>of());
    return all;
  }

  long seen() {
    return seen;
  }

  long converted(String field) {
    return converted.getOrDefault(field, 0L);
  }

  long unfit(String field) {
    return unfit.getOrDefault(field, 0L);
  }

  long lacking(String field) {
    return lacking.getOrDefault(field, 0L);
  }

  long filled(String field) {
    return fills.getOrDefault(field, 0L);
  }

  long overlong(List<String> names) {
    return overlong.getOrDefault(names, 0L);
  }

  /// How many records have a key under this rule that another one has too.
  long alike(List<String> rule) {
    return keys.getOrDefault(rule, Map.of()).values().stream()
        .filter(count -> count > 1)
        .mapToLong(Integer::longValue)
        .sum();
  }
}
