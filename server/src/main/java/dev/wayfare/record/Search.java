package dev.wayfare.record;

import dev.wayfare.flow.Request.Order;
import dev.wayfare.flow.Type;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What is looked for on a shelf. Records that are alike in all fields of the order come in the
/// order in which they were made, from behind where the last field does. `after` is where a page
/// begins that is ordered by nothing else.
record Search(
    Shelf shelf,
    List<Condition> where,
    List<Order> order,
    java.util.Optional<UUID> after,
    int most,
    int skip) {
  Type type(String field) {
    return RecordReading.type(shelf.shape(), field);
  }

  Map<String, Type> types() {
    return shelf.shape().types();
  }
}
