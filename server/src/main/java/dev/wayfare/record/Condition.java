package dev.wayfare.record;

import dev.wayfare.flow.Request.Comparison;
import dev.wayfare.flow.Type;
import java.util.List;

/// A condition whose values are in their stored form: one value, several for `in`, none for
/// `is_empty` and `is_set`. `empty` says that `in` takes records that hold nothing, too.
record Condition(
    String field, Type type, Comparison comparison, List<Object> values, boolean empty) {
  Object value() {
    return values.getFirst();
  }
}
