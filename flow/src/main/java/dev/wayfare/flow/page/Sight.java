package dev.wayfare.flow.page;

import dev.wayfare.flow.expression.Bindings;
import dev.wayfare.flow.expression.Budget;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What the expressions of a page see: the journey's names, and over them the page's own answers
/// and the item of a list. The map behind it may still grow while answers are read.
public record Sight(Bindings outer, Instant now, Map<String, Object> names) implements Bindings {
  public Sight(Bindings outer, Instant now) {
    this(outer, now, Map.of());
  }

  Sight with(Map<String, Object> more) {
    return new Sight(this, now, more);
  }

  @Override
  public Optional<Object> find(String name) {
    var value = names.get(name);
    return value == null ? outer.find(name) : Optional.of(value);
  }

  @Override
  public Optional<Boolean> open(String hours, Instant at) {
    return outer.open(hours, at);
  }

  @Override
  public Budget budget() {
    return outer.budget();
  }

  public String fill(Template template) {
    return template.fill(this);
  }

  String fill(Optional<Template> template) {
    return template.map(this::fill).orElse("");
  }

  Object value(Expression expression) {
    return expression.value(this);
  }

  boolean holds(Optional<Expression> condition) {
    return condition.isEmpty() || Boolean.TRUE.equals(value(condition.get()));
  }
}
