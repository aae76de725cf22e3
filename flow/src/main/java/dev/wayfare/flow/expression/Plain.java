package dev.wayfare.flow.expression;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Values coming in from bindings and going out as results.
final class Plain {
  private Plain() {}

  /// A value as it is read: every number a `Double`.
  static @Nullable Object read(@Nullable Object value) {
    return value instanceof Number number && !(value instanceof Double)
        ? (Object) number.doubleValue()
        : value;
  }

  /// A value as it leaves: plain all the way down, paid for by its size.
  static Object result(Run run, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> {
        run.spend(1 + text.length() / 64);
        yield text;
      }
      case Double number -> number;
      case Number number -> number.doubleValue();
      case Duration span -> span.toString();
      case List<?> items -> {
        run.spend(1 + items.size());
        var plain = new ArrayList<Object>(items.size());
        for (var item : items) {
          plain.add(result(run, item));
        }
        yield Collections.unmodifiableList(plain);
      }
      case Map<?, ?> map -> {
        run.spend(1 + map.size());
        var plain = LinkedHashMap.<String, Object>newLinkedHashMap(map.size());
        for (var key : keys(map)) {
          plain.put(key, result(run, map.get(key)));
        }
        yield Collections.unmodifiableSequencedMap(plain);
      }
      default -> value;
    };
  }

  /// The keys in the order of the map, or sorted where a map has none of its own: the same values
  /// must always give the same turn.
  static List<String> keys(Map<?, ?> map) {
    var keys = map.keySet().stream().map(String::valueOf);
    return (map instanceof SequencedMap ? keys : keys.sorted()).toList();
  }

  /// Whether two values say the same.
  static boolean same(Run run, @Nullable Object left, @Nullable Object right) {
    run.spend(1);
    return switch (left) {
      case null -> right == null;
      case Number a -> right instanceof Number b && a.doubleValue() == b.doubleValue();
      case String a -> {
        run.spend(a.length() / 16);
        yield a.equals(right);
      }
      case List<?> a -> {
        if (!(right instanceof List<?> b) || a.size() != b.size()) {
          yield false;
        }
        for (int i = 0; i < a.size(); i++) {
          if (!same(run, a.get(i), b.get(i))) {
            yield false;
          }
        }
        yield true;
      }
      case Map<?, ?> a -> {
        if (!(right instanceof Map<?, ?> b) || a.size() != b.size()) {
          yield false;
        }
        for (var entry : a.entrySet()) {
          if (!b.containsKey(entry.getKey())
              || !same(run, entry.getValue(), b.get(entry.getKey()))) {
            yield false;
          }
        }
        yield true;
      }
      default -> left.equals(right);
    };
  }
}
