package dev.wayfare.flow;

import java.util.List;
import java.util.Map;

/// A kind of record an app stores. `shared` ones are the organization's: every app that declares
/// the same name shared reads and writes the same records; others are this app's own, per profile.
/// `unique` are rules: the fields of each have no two records with the same values.
public record RecordType(
    String name,
    boolean shared,
    Map<String, Field> fields,
    List<List<String>> unique,
    List<List<String>> indexes,
    String note) {

  /// A field of a record; `required` ones are never empty.
  public record Field(String name, Type type, boolean required, Object first, String note) {}
}
