package dev.wayfare.flow.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Type;
import java.util.Optional;
import java.util.Set;

/// An expression that was read, ready to run.
record CelExpression(String source, Place place, Plan plan, Type wanted) implements Expression {

  /// What runs; nothing where reading told a problem.
  record Plan(Optional<Node> node, int slots, Set<String> reads, CelType gives) {
    static final Plan NONE = new Plan(Optional.empty(), 0, Set.of(), SimpleType.DYN);

    Node nodeOrFail(Place place) {
      return node.orElseThrow(
          () ->
              new ExpressionFailed(
                  Trouble.EXPRESSION, place, "The expression has problems and cannot run."));
    }
  }

  @Override
  public Set<String> reads() {
    return plan.reads();
  }

  @Override
  public boolean mayBe(Type type) {
    return CelTypes.fits(type, plan.gives());
  }

  @Override
  public String gives() {
    return CelTypes.word(plan.gives());
  }

  @Override
  public Object value(Bindings bindings) {
    var node = plan.nodeOrFail(place);
    var run = new Run(bindings, plan.slots(), place);
    var value = node.eval(run);
    run.at(place);
    if (!CelTypes.kind(wanted).takes(value)) {
      throw run.failed(
          "Found %s; %s was expected."
              .formatted(Kind.of(value).words(), CelTypes.kind(wanted).words()));
    }
    return Plain.result(run, value);
  }

  @Override
  public String toString() {
    return source;
  }
}
