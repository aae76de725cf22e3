package dev.wayfare.record;

import dev.wayfare.flow.Type;
import java.util.List;
import java.util.Optional;

/// Whether a condition holds for a record at hand. The stored form of a value has the order that is
/// meant, as in the database.
final class Holding {
  private Holding() {}

  static boolean holds(Condition condition, StoredRecord record) {
    var value = value(condition.field(), record);
    return switch (condition.comparison()) {
      case IS -> value.filter(it -> it.equals(condition.value())).isPresent();
      case IS_NOT -> value.filter(it -> it.equals(condition.value())).isEmpty();
      case LESS -> compared(value, condition) < 0;
      case AT_MOST -> value.isPresent() && compared(value, condition) <= 0;
      case MORE -> value.isPresent() && compared(value, condition) > 0;
      case AT_LEAST -> value.isPresent() && compared(value, condition) >= 0;
      case IN -> value.map(condition.values()::contains).orElse(condition.empty());
      case STARTS_WITH ->
          value.filter(it -> text(it).startsWith(text(condition.value()))).isPresent();
      case CONTAINS -> value.filter(it -> contains(it, condition.value())).isPresent();
      case IS_EMPTY -> value.isEmpty();
      case IS_SET -> value.isPresent();
    };
  }

  /// The stored form, also of what every record has.
  static Optional<Object> value(String field, StoredRecord record) {
    return switch (field) {
      case "id" -> Optional.of(record.id().toString());
      case "created" -> FieldValues.stored(Type.MOMENT, record.created());
      case "changed" -> FieldValues.stored(Type.MOMENT, record.changed());
      default -> Optional.ofNullable(record.fields().get(field));
    };
  }

  /// Zero where there is nothing to compare, or they are of two kinds.
  private static int compared(Optional<Object> value, Condition condition) {
    return switch (value.orElse(condition.value())) {
      case String text when condition.value() instanceof String other -> text.compareTo(other);
      case Double number when condition.value() instanceof Double other -> number.compareTo(other);
      case Boolean truth when condition.value() instanceof Boolean other -> truth.compareTo(other);
      default -> 0;
    };
  }

  private static boolean contains(Object value, Object part) {
    return value instanceof List<?> items ? items.contains(part) : text(value).contains(text(part));
  }

  private static String text(Object value) {
    return value.toString();
  }
}
