package dev.wayfare.record;

import dev.wayfare.app.ValueTypes;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request.Comparison;
import dev.wayfare.flow.Request.Filter;
import dev.wayfare.flow.Request.Order;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is asked of a shelf, read against its shape: values in their stored form, or [Broken].
final class RecordReading {
  private static final int MOST_WEIGHT = 64 * 1024;
  private static final int MOST_CHOICES = 1_000;

  private RecordReading() {}

  /// The type of a field, also of one that every record has.
  static Type type(Shape shape, String field) {
    return switch (field) {
      case "id" -> Type.TEXT;
      case "created", "changed" -> Type.MOMENT;
      default -> {
        var type = shape.types().get(field);
        if (type == null) {
          throw Broken.wrong(field, "There is no field `%s`.".formatted(field));
        }
        yield type;
      }
    };
  }

  /// The fields of a new record.
  static Map<String, Object> fresh(Shape shape, Map<String, Object> values) {
    var all = new LinkedHashMap<String, Object>();
    shape
        .fields()
        .values()
        .forEach(field -> field.initial().ifPresent(it -> all.put(field.name(), it)));
    all.putAll(values);
    return changed(shape, Map.of(), all);
  }

  /// The fields of a record after a change.
  static Map<String, Object> changed(
      Shape shape, Map<String, Object> before, Map<String, Object> values) {
    var fields = new LinkedHashMap<>(before);
    values.forEach(
        (name, value) -> {
          if (RecordType.RESERVED.contains(name)) {
            throw Broken.wrong(name, "The field `%s` is not set by hand.".formatted(name));
          }
          var type = type(shape, name);
          if (FieldValues.isEmpty(value)) {
            fields.remove(name);
          } else {
            fields.put(name, stored(name, type, value));
          }
        });
    complete(shape, fields);
    if (Values.weight(fields) > MOST_WEIGHT) {
      throw Broken.wrong("", "A record has at most 64 kB.");
    }
    return fields;
  }

  private static void complete(Shape shape, Map<String, Object> fields) {
    for (var field : shape.fields().values()) {
      if (field.required() && !fields.containsKey(field.name())) {
        throw new Broken(
            Broken.INCOMPLETE,
            field.name(),
            "The field `%s` is required and holds nothing.".formatted(field.name()));
      }
    }
    fittingKeys(shape, fields);
  }

  static void fittingKeys(Shape shape, Map<String, Object> fields) {
    var lists = new ArrayList<>(shape.indexes());
    lists.addAll(shape.rules());
    for (var each : lists) {
      if (!fitsKey(each, fields)) {
        throw Broken.wrong(
            each.getFirst(),
            "The fields %s are in an index or rule and hold more than 2,000 bytes."
                .formatted(String.join(", ", each)));
      }
    }
  }

  static boolean fitsKey(List<String> fields, Map<String, Object> values) {
    return Keys.of(fields, values).length <= Keys.MOST_BYTES;
  }

  private static Object stored(String field, Type type, Object value) {
    return FieldValues.stored(type, value)
        .orElseThrow(
            () ->
                Broken.wrong(
                    field,
                    "The field `%s` takes %s, found %s."
                        .formatted(field, ValueTypes.expected(type), found(type, value))));
  }

  private static String found(Type type, Object value) {
    return Values.fits(type, value) ? "something else" : Values.kind(value);
  }

  // looking for records

  static List<Condition> conditions(Shape shape, List<Filter> where) {
    return where.stream().map(filter -> condition(shape, filter)).toList();
  }

  private static Condition condition(Shape shape, Filter filter) {
    var field = filter.field();
    var type = type(shape, field);
    var how = filter.comparison();
    fitting(field, type, how);
    return switch (how) {
      case IS_EMPTY, IS_SET -> new Condition(field, type, how, List.of(), false);
      case IS ->
          FieldValues.isEmpty(filter.value())
              ? new Condition(field, type, Comparison.IS_EMPTY, List.of(), false)
              : one(filter, type);
      case IS_NOT ->
          FieldValues.isEmpty(filter.value())
              ? new Condition(field, type, Comparison.IS_SET, List.of(), false)
              : one(filter, type);
      case IN -> among(filter, type);
      case LESS, AT_MOST, MORE, AT_LEAST -> {
        if (FieldValues.isEmpty(filter.value())) {
          throw Broken.wrong(field, "The field `%s` is compared with nothing.".formatted(field));
        }
        yield one(filter, type);
      }
      case STARTS_WITH, CONTAINS -> part(filter, type);
    };
  }

  private static void fitting(String field, Type type, Comparison how) {
    if (!how.fits(type) || field.equals("id") && !FOR_IDS.contains(how)) {
      throw Broken.wrong(
          field,
          "The field `%s` cannot be compared by %s."
              .formatted(field, how.name().toLowerCase(java.util.Locale.ROOT)));
    }
  }

  private static final java.util.Set<Comparison> FOR_IDS =
      java.util.Set.of(
          Comparison.IS, Comparison.IS_NOT, Comparison.IN, Comparison.IS_EMPTY, Comparison.IS_SET);

  private static Condition one(Filter filter, Type type) {
    return new Condition(
        filter.field(),
        type,
        filter.comparison(),
        List.of(stored(filter.field(), type, filter.value())),
        false);
  }

  private static Condition among(Filter filter, Type type) {
    if (!(filter.value() instanceof List<?> items) || items.size() > MOST_CHOICES) {
      throw Broken.wrong(
          filter.field(),
          "Expected a list of at most 1,000 to find `%s` in.".formatted(filter.field()));
    }
    var values = new ArrayList<Object>();
    for (var item : items) {
      if (!FieldValues.isEmpty(item)) {
        values.add(stored(filter.field(), type, item));
      }
    }
    return new Condition(
        filter.field(), type, Comparison.IN, List.copyOf(values), values.size() < items.size());
  }

  private static Condition part(Filter filter, Type type) {
    var value = filter.value();
    var simple = value instanceof String || value instanceof Double || value instanceof Boolean;
    if (type == Type.LIST && simple || value instanceof String) {
      return new Condition(
          filter.field(),
          type,
          filter.comparison(),
          List.of(stored(filter.field(), Type.ANY, value)),
          false);
    }
    throw Broken.wrong(
        filter.field(),
        "Expected a text to look for in `%s`, found %s."
            .formatted(filter.field(), Values.kind(value)));
  }

  static List<Order> order(Shape shape, List<Order> order) {
    order.forEach(
        each -> {
          if (!RecordType.ordered(type(shape, each.field()))) {
            throw Broken.wrong(
                each.field(), "Nothing can be ordered by the field `%s`.".formatted(each.field()));
          }
        });
    return order;
  }
}
