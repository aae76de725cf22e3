package dev.wayfare.flow.expression;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import java.util.function.Consumer;

/// Reads expressions and templates.
public interface Language {
  /// Reads and type-checks an expression; tells every problem with line and column and then gives
  /// back one that always fails.
  Expression expression(
      String source, Place place, Type wanted, Scope scope, Consumer<Problem> problems);

  /// Reads a text with `{{ }}` holes.
  Template template(String source, Place place, Scope scope, Consumer<Problem> problems);
}
