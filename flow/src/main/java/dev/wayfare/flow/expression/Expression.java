package dev.wayfare.flow.expression;

import dev.wayfare.flow.Place;
import java.util.Set;

/// A CEL expression, read and type-checked against its [Scope].
public interface Expression {
  String source();

  Place place();

  /// The top names it reads: variables, and the likes of `contact`.
  Set<String> reads();

  /// Its value as plain Java (see [dev.wayfare.flow.Type]).
  ///
  /// @throws ExpressionFailed when it cannot be worked out, or the budget is spent
  Object value(Bindings bindings);
}
