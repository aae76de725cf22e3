package dev.wayfare.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One page of a list, and the cursor of the next if there is one.
public record Page<T>(List<T> items, Optional<String> nextCursor) {

  /// From rows that were read with `request.oneMore()`.
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> cursor) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, Optional.empty());
    }
    var items = rows.subList(0, request.limit());
    return new Page<>(List.copyOf(items), Optional.of(cursor.apply(items.getLast())));
  }
}
