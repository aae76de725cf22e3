package dev.wayfare.record;

import dev.wayfare.db.PgTime;
import dev.wayfare.flow.Request.Order;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.json.ValueCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// A search as the end of a statement: `where … order by …`, with its parameters.
///
/// Names of fields become quoted literals, and only those that are made of letters, digits and `_`;
/// every value is a parameter. Fields are compared as jsonb, which never fails on what another
/// shelf's records hold.
final class PgFilters {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final ValueCodec CODEC = new ValueCodec();

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final String order;

  PgFilters(Search search) {
    conditions.add("shelf_id = :shelf");
    parameters.put("shelf", search.shelf().id());
    var stretch = Stretch.best(search);
    stretch.ifPresent(this::within);
    var covered = stretch.map(Stretch::covered).orElse(Set.of());
    search.where().stream().filter(it -> !covered.contains(it)).forEach(this::add);
    search.after().ifPresent(id -> conditions.add("id > " + parameter(id)));
    order = " order by " + order(search.order(), stretch.filter(Stretch::ordered));
  }

  /// ` where …`
  String where() {
    return " where " + String.join("\n   and ", conditions);
  }

  /// ` order by …`
  String order() {
    return order;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void within(Stretch stretch) {
    var column = stretch.column();
    if (stretch.one()) {
      conditions.add(column + " = " + parameter(stretch.from()));
    } else {
      conditions.add(column + " >= " + parameter(stretch.from()));
      conditions.add(column + " < " + parameter(stretch.below()));
    }
  }

  private String parameter(Object value) {
    var name = "p" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }

  private String json(Object value) {
    return "cast(" + parameter(CODEC.writeValue(value)) + " as jsonb)";
  }

  /// `fields -> 'name'`
  private static String jsonOf(String field) {
    return "(fields -> '" + checked(field) + "')";
  }

  /// `fields ->> 'name'`
  private static String textOf(String field) {
    return "(fields ->> '" + checked(field) + "') collate \"C\"";
  }

  private static String checked(String field) {
    if (!NAME.matcher(field).matches()) {
      throw Broken.wrong(field, "A field's name is made of lower-case letters, digits and _.");
    }
    return field;
  }

  private void add(Condition condition) {
    conditions.add(
        switch (condition.field()) {
          case "id" -> ofId(condition);
          case "created" -> ofTime("created_at", condition);
          case "changed" -> ofTime("changed_at", condition);
          default -> ofField(condition);
        });
  }

  private String ofField(Condition condition) {
    var field = condition.field();
    return switch (condition.comparison()) {
      case IS -> jsonOf(field) + " = " + json(condition.value());
      case IS_NOT -> jsonOf(field) + " is distinct from " + json(condition.value());
      case LESS -> compared(condition, "<");
      case AT_MOST -> compared(condition, "<=");
      case MORE -> compared(condition, ">");
      case AT_LEAST -> compared(condition, ">=");
      case IN -> {
        var ways = new ArrayList<String>();
        condition.values().forEach(value -> ways.add(jsonOf(field) + " = " + json(value)));
        if (condition.empty()) {
          ways.add(jsonOf(field) + " is null");
        }
        yield ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")";
      }
      case STARTS_WITH ->
          "starts_with(" + textOf(field) + ", " + parameter(condition.value()) + ")";
      case CONTAINS ->
          condition.type() == Type.LIST
              ? jsonOf(field) + " @> " + json(List.of(condition.value()))
              : "strpos(" + textOf(field) + ", " + parameter(condition.value()) + ") > 0";
      case IS_EMPTY -> jsonOf(field) + " is null";
      case IS_SET -> jsonOf(field) + " is not null";
    };
  }

  private String compared(Condition condition, String sign) {
    return FieldValues.isText(condition.type())
        ? textOf(condition.field()) + " " + sign + " " + parameter(condition.value())
        : jsonOf(condition.field()) + " " + sign + " " + json(condition.value());
  }

  private String ofId(Condition condition) {
    var ids = condition.values().stream().flatMap(PgFilters::id).toList();
    return switch (condition.comparison()) {
      case IS, IN -> ids.isEmpty() ? "false" : "id in (" + parameter(ids) + ")";
      case IS_NOT -> ids.isEmpty() ? "true" : "id <> " + parameter(ids.getFirst());
      case IS_EMPTY -> "false";
      case IS_SET -> "true";
      case LESS, AT_MOST, MORE, AT_LEAST, STARTS_WITH, CONTAINS ->
          throw Broken.wrong("id", "The field `id` cannot be compared so.");
    };
  }

  private static java.util.stream.Stream<UUID> id(Object text) {
    try {
      return java.util.stream.Stream.of(UUID.fromString(String.valueOf(text)));
    } catch (IllegalArgumentException _) {
      return java.util.stream.Stream.of();
    }
  }

  private String ofTime(String column, Condition condition) {
    var moments =
        condition.values().stream()
            .map(it -> parameter(PgTime.of(Instant.parse((String) it))))
            .toList();
    return switch (condition.comparison()) {
      case IS -> column + " = " + moments.getFirst();
      case IS_NOT -> column + " <> " + moments.getFirst();
      case LESS -> column + " < " + moments.getFirst();
      case AT_MOST -> column + " <= " + moments.getFirst();
      case MORE -> column + " > " + moments.getFirst();
      case AT_LEAST -> column + " >= " + moments.getFirst();
      case IN -> moments.isEmpty() ? "false" : column + " in (" + String.join(", ", moments) + ")";
      case IS_EMPTY -> "false";
      case IS_SET -> "true";
      case STARTS_WITH, CONTAINS ->
          throw Broken.wrong(condition.field(), "A moment cannot be compared so.");
    };
  }

  /// By the keys of the stretch, where they stand in the order that is asked for.
  private static String order(List<Order> asked, Optional<Stretch> stretch) {
    var last = !asked.isEmpty() && asked.getLast().descending() ? " desc" : "";
    var columns = new ArrayList<String>();
    stretch
        .filter(it -> !it.one())
        .ifPresent(it -> columns.add(it.column() + direction(asked, it)));
    stretch.map(Stretch::rest).orElse(asked).forEach(each -> columns.add(ordered(each)));
    if (stretch.filter(it -> it.unique() && !it.one()).isEmpty()) {
      columns.add("id" + last);
    }
    return String.join(", ", columns);
  }

  private static String direction(List<Order> asked, Stretch stretch) {
    return asked.stream()
            .filter(it -> !stretch.fixed().contains(it.field()))
            .findFirst()
            .filter(Order::descending)
            .isPresent()
        ? " desc"
        : "";
  }

  private static String ordered(Order order) {
    var direction = order.descending() ? " desc" : "";
    return switch (order.field()) {
      case "id" -> "id" + direction;
      case "created" -> "created_at" + direction;
      case "changed" -> "changed_at" + direction;
      default ->
          "jsonb_typeof(%s) is not null%s, %s%s, %s%s"
              .formatted(
                  jsonOf(order.field()),
                  direction,
                  // numbers and truths by what they are, texts by their letters
                  "case when jsonb_typeof("
                      + jsonOf(order.field())
                      + ") <> 'string' then "
                      + jsonOf(order.field())
                      + " end",
                  direction,
                  textOf(order.field()),
                  direction);
    };
  }
}
