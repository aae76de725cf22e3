package dev.wayfare.flow.change;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether two canonical values would be written alike: the order of entries counts, as the
/// canonical form has sorted what has no order.
final class Same {
  private Same() {}

  static boolean same(@Nullable Object one, @Nullable Object other) {
    return switch (one) {
      case null -> other == null;
      case Double number -> other instanceof Double second && number.doubleValue() == second;
      case List<?> items -> other instanceof List<?> others && all(items, others);
      case Map<?, ?> entries ->
          other instanceof Map<?, ?> others
              && all(List.copyOf(entries.keySet()), List.copyOf(others.keySet()))
              && entries.keySet().stream().allMatch(key -> same(entries.get(key), others.get(key)));
      default -> one.equals(other);
    };
  }

  private static boolean all(List<?> some, List<?> others) {
    Iterator<?> second = others.iterator();
    return some.size() == others.size()
        && some.stream().allMatch(item -> same(item, second.next()));
  }
}
