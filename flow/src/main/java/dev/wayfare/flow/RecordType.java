package dev.wayfare.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A kind of record an app stores. `shared` ones are an environment's: every app that declares the
/// same name shared and runs there uses the same records; others are this app's own, per profile.
/// `unique` are rules: the fields of each have no two records with the same values.
public record RecordType(
    String name,
    boolean shared,
    Map<String, Field> fields,
    List<List<String>> unique,
    List<List<String>> indexes,
    String note) {

  public static final int MOST_TYPES = 50;
  public static final int MOST_FIELDS = 100;
  public static final int MOST_INDEXES = 10;
  public static final int MOST_RULES = 5;

  /// What every record has beside its own fields.
  public static final List<String> RESERVED = List.of("id", "created", "changed");

  /// A field of a record; `required` ones are never empty. `initial` is what it holds when nothing
  /// is given.
  public record Field(
      String name, Type type, boolean required, Optional<Object> initial, String note) {}

  /// The type of a field, also of one that every record has.
  public Optional<Type> fieldType(String field) {
    return switch (field) {
      case "id" -> Optional.of(Type.TEXT);
      case "created", "changed" -> Optional.of(Type.MOMENT);
      default -> Optional.ofNullable(fields.get(field)).map(Field::type);
    };
  }

  /// Whether records can be ordered by a field of this type, and an index or a rule can hold it.
  public static boolean ordered(Type type) {
    return switch (type) {
      case TEXT, NUMBER, BOOLEAN, DATE, TIME, MOMENT, EMAIL, PHONE, URL -> true;
      case MONEY, ADDRESS, FILE, LIST, OBJECT, SECRET, ANY -> false;
    };
  }

  /// Whether a field of this type can be searched for a part of it.
  public static boolean words(Type type) {
    return switch (type) {
      case TEXT, EMAIL, PHONE, URL -> true;
      case NUMBER, BOOLEAN, DATE, TIME, MOMENT, MONEY, ADDRESS, FILE, LIST, OBJECT, SECRET, ANY ->
          false;
    };
  }
}
