package dev.wayfare.flow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// What a value is, in one place: the plain Java values that [Type] lists.
public final class Values {
  private Values() {}

  /// An object: names and values by turns. It keeps their order, as every object of a journey does,
  /// so that the same turn gives the same bytes wherever it runs.
  public static Map<String, Object> object(Object... pairs) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return Collections.unmodifiableMap(object);
  }

  /// What a variable holds before anything set it: never a null, so that texts and conditions work
  /// without a ceremony.
  public static Object empty(Type type) {
    return switch (type) {
      case NUMBER -> 0d;
      case BOOLEAN -> false;
      case LIST -> List.of();
      case OBJECT, MONEY, ADDRESS, FILE -> Map.of();
      case MOMENT -> Instant.EPOCH;
      case TEXT, DATE, TIME, EMAIL, PHONE, URL, SECRET, ANY -> "";
    };
  }

  /// How a value reads in a text: `3`, not `3.0`; a list as `a, b`.
  public static String show(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Double number -> number(number);
      case List<?> items -> {
        var shown = new StringJoiner(", ");
        items.forEach(item -> shown.add(show(item)));
        yield shown.toString();
      }
      case Map<?, ?> map -> {
        var shown = new StringJoiner(", ");
        map.values().forEach(item -> shown.add(show(item)));
        yield shown.toString();
      }
      default -> value.toString();
    };
  }

  private static String number(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }

  /// Whether a value may stand in a variable of this type. Unset is fine everywhere.
  public static boolean fits(Type type, Object value) {
    return switch (type) {
      case ANY -> true;
      case NUMBER -> value instanceof Double;
      case BOOLEAN -> value instanceof Boolean;
      case MOMENT -> value instanceof Instant;
      case LIST -> value instanceof List<?>;
      case OBJECT, MONEY, ADDRESS, FILE -> value instanceof Map<?, ?>;
      case TEXT, DATE, TIME, EMAIL, PHONE, URL, SECRET -> value instanceof String;
    };
  }

  /// Whether everything of one type may stand in a variable of another: every date is a text, but
  /// not every text a date.
  public static boolean takes(Type variable, Type given) {
    if (variable == given || variable == Type.ANY || given == Type.ANY) {
      return true;
    }
    return switch (variable) {
      case TEXT, URL, SECRET -> empty(given) instanceof String;
      case OBJECT -> empty(given) instanceof Map<?, ?>;
      case NUMBER, BOOLEAN, DATE, TIME, MOMENT, EMAIL, PHONE, MONEY, ADDRESS, FILE, LIST, ANY ->
          false;
    };
  }

  /// What a value is called in a message: never the value itself.
  public static String kind(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String _ -> "a text";
      case Double _ -> "a number";
      case Boolean _ -> "yes or no";
      case Instant _ -> "a moment";
      case List<?> _ -> "a list";
      default -> "an object";
    };
  }

  /// Whether a value says nothing: an empty text, list or object.
  public static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> text.isEmpty();
      case List<?> items -> items.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }

  /// A rough size in bytes, for the budgets: what the value would weigh as JSON.
  public static long weight(@Nullable Object value) {
    return switch (value) {
      case null -> 4;
      case String text -> text.length() + 2L;
      case List<?> items -> {
        var sum = 2L;
        for (var item : items) {
          sum += weight(item) + 1;
        }
        yield sum;
      }
      case Map<?, ?> map -> {
        var sum = 2L;
        for (var entry : map.entrySet()) {
          sum += entry.getKey().toString().length() + 4L + weight(entry.getValue());
        }
        yield sum;
      }
      default -> 8;
    };
  }
}
