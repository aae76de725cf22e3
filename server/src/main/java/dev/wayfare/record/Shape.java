package dev.wayfare.record;

import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/// What the records of a shelf look like now.
///
/// `declared` is what each deployment last published about it: one for a shelf of its own, several
/// where it is shared. `types` knows every field that was ever stored: one that is no longer
/// declared keeps its values. `rules` and `indexes` say which columns hold whose keys; an empty
/// list is a free column.
record Shape(
    Map<UUID, RecordType> declared,
    Map<String, Type> types,
    List<List<String>> rules,
    List<List<String>> indexes) {
  static final Shape NONE = new Shape(Map.of(), Map.of(), List.of(), List.of());

  /// What all who declare it together ask of a field: required where one of them requires it.
  Map<String, RecordType.Field> fields() {
    var all = new LinkedHashMap<String, RecordType.Field>();
    declared
        .values()
        .forEach(
            type ->
                type.fields().values().forEach(each -> all.merge(each.name(), each, Shape::both)));
    return all;
  }

  private static RecordType.Field both(RecordType.Field one, RecordType.Field other) {
    return new RecordType.Field(
        one.name(),
        one.type(),
        one.required() || other.required(),
        one.initial().or(other::initial),
        "");
  }

  /// The same with what this deployment declares now.
  Shape with(UUID deployment, RecordType type) {
    var by = new TreeMap<>(declared);
    by.put(deployment, type);
    var known = new LinkedHashMap<>(types);
    type.fields().values().forEach(field -> known.put(field.name(), field.type()));
    return new Shape(
        by,
        known,
        columns(rules, wanted(by, RecordType::unique)),
        columns(indexes, wanted(by, RecordType::indexes)));
  }

  /// The same, without what this deployment declared.
  Shape without(UUID deployment) {
    var by = new TreeMap<>(declared);
    by.remove(deployment);
    return new Shape(
        by,
        types,
        columns(rules, wanted(by, RecordType::unique)),
        columns(indexes, wanted(by, RecordType::indexes)));
  }

  private static LinkedHashSet<List<String>> wanted(
      Map<UUID, RecordType> by, Function<RecordType, List<List<String>>> of) {
    var wanted = new LinkedHashSet<List<String>>();
    by.values().forEach(type -> wanted.addAll(of.apply(type)));
    return wanted;
  }

  /// Who has a column keeps it.
  private static List<List<String>> columns(
      List<List<String>> now, LinkedHashSet<List<String>> wanted) {
    var columns = new ArrayList<List<String>>();
    now.forEach(fields -> columns.add(wanted.remove(fields) ? fields : List.of()));
    for (var fields : wanted) {
      var free = columns.indexOf(List.<String>of());
      if (free < 0) {
        columns.add(fields);
      } else {
        columns.set(free, fields);
      }
    }
    return columns;
  }

  /// More rules or indexes than there are columns.
  boolean overfull() {
    return rules.size() > RecordType.MOST_RULES || indexes.size() > RecordType.MOST_INDEXES;
  }
}
