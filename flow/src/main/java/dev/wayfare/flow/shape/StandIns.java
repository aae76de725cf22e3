package dev.wayfare.flow.shape;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Bindings;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.expression.Language;
import dev.wayfare.flow.expression.Scope;
import dev.wayfare.flow.expression.Template;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Harmless values for fields that are wrong or only described, and a language that reads nothing.
final class StandIns {
  private StandIns() {}

  static Expression expression(Place place) {
    return new NoExpression("", place);
  }

  static Template template(Place place) {
    return new NoTemplate("", place);
  }

  record NoExpression(String source, Place place) implements Expression {
    @Override
    public Set<String> reads() {
      return Set.of();
    }

    @Override
    public Object value(Bindings bindings) {
      throw new ExpressionFailed(Trouble.EXPRESSION, place, "there is no expression here");
    }
  }

  record NoTemplate(String source, Place place) implements Template {
    @Override
    public Set<String> reads() {
      return Set.of();
    }

    @Override
    public List<LinkTarget> links() {
      return List.of();
    }

    @Override
    public boolean constant() {
      return true;
    }

    @Override
    public String fill(Bindings bindings, UnaryOperator<String> written) {
      return source;
    }
  }

  /// For a look through the steps before their names are known.
  static final class Mute implements Language {
    @Override
    public Expression expression(
        String source, Place place, Type wanted, Scope scope, Consumer<Problem> problems) {
      return new NoExpression(source, place);
    }

    @Override
    public Template template(String source, Place place, Scope scope, Consumer<Problem> problems) {
      return new NoTemplate(source, place);
    }
  }
}
