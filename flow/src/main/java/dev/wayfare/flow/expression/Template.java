package dev.wayfare.flow.expression;

import dev.wayfare.flow.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A text with `{{ }}` holes, each a CEL expression.
public interface Template {
  String source();

  Place place();

  /// The top names its holes read.
  Set<String> reads();

  /// The pages its `link('flow', 'step')` calls lead to, in the order of the text. Links name their
  /// target by quoted words, so that they can be checked before anybody gets them.
  List<LinkTarget> links();

  /// Whether it has no holes.
  boolean constant();

  /// The text with its holes filled.
  ///
  /// @throws ExpressionFailed when a hole cannot be worked out, or the budget is spent
  default String fill(Bindings bindings) {
    return fill(bindings, UnaryOperator.identity());
  }

  /// The same, each value of a hole written for where it goes.
  String fill(Bindings bindings, UnaryOperator<String> written);

  /// The text; but what is one hole and nothing else keeps the kind of its value.
  default Object value(Bindings bindings) {
    return fill(bindings);
  }

  /// A page a journey link leads to; without a step, the flow's start.
  record LinkTarget(String flow, Optional<String> step) {}
}
