package dev.wayfare.flow.expression;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Type;
import java.util.Set;

/// A CEL expression, read and type-checked against its [Scope].
public interface Expression {
  String source();

  Place place();

  /// The top names it reads: variables, and the likes of `contact`.
  Set<String> reads();

  /// Whether its value may stand where this type is wanted, as far as reading it tells.
  default boolean mayBe(Type type) {
    return true;
  }

  /// The type of its value in the words of a document, as far as reading it tells.
  default String gives() {
    return Type.ANY.word();
  }

  /// Its value as plain Java (see [dev.wayfare.flow.Type]).
  ///
  /// @throws ExpressionFailed when it cannot be worked out, or the budget is spent
  Object value(Bindings bindings);
}
