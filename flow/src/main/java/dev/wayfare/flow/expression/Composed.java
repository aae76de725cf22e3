package dev.wayfare.flow.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A value as a document writes it, with `{{ }}` holes in any text inside. A text that is one whole
/// hole becomes what the hole gives, of whatever kind.
public sealed interface Composed {

  record Text(Template template) implements Composed {}

  record Items(List<Composed> items) implements Composed {}

  record Fields(Map<String, Composed> fields) implements Composed {}

  /// A number, true or false, or nothing.
  record Constant(@Nullable Object value) implements Composed {}

  /// The value, worked out.
  ///
  /// @throws ExpressionFailed when a hole cannot be worked out, or the budget is spent
  default @Nullable Object value(Bindings bindings) {
    return switch (this) {
      case Text(var template) -> template.value(bindings);
      case Items(var items) -> {
        var values = new ArrayList<@Nullable Object>();
        items.forEach(item -> values.add(item.value(bindings)));
        yield Collections.unmodifiableList(values);
      }
      case Fields(var fields) -> {
        var values = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((name, field) -> values.put(name, field.value(bindings)));
        yield Collections.unmodifiableMap(values);
      }
      case Constant(var value) -> value;
    };
  }

  /// Every text in it.
  default Stream<Template> templates() {
    return switch (this) {
      case Text(var template) -> Stream.of(template);
      case Items(var items) -> items.stream().flatMap(Composed::templates);
      case Fields(var fields) -> fields.values().stream().flatMap(Composed::templates);
      case Constant _ -> Stream.of();
    };
  }
}
