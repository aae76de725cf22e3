package dev.wayfare.flow.expression;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import java.util.List;

/// An expression or a template as it was read at one place of a document: what it was read as, the
/// names it sees there, and what is wrong with it.
public sealed interface Phrase {
  Scope scope();

  List<Problem> problems();

  record OfExpression(Expression expression, Type wanted, Scope scope, List<Problem> problems)
      implements Phrase {}

  record OfTemplate(Template template, Scope scope, List<Problem> problems) implements Phrase {}

  /// The type of its value, in the words of a document.
  default String type() {
    return switch (this) {
      case OfExpression(var expression, var wanted, _, _) ->
          wanted == Type.ANY ? expression.gives() : wanted.word();
      case OfTemplate _ -> Type.TEXT.word();
    };
  }

  /// Its value, worked out.
  ///
  /// @throws ExpressionFailed when it cannot be, or the budget is spent
  default Object value(Bindings bindings) {
    return switch (this) {
      case OfExpression(var expression, _, _, _) -> expression.value(bindings);
      case OfTemplate(var template, _, _) -> template.fill(bindings);
    };
  }
}
