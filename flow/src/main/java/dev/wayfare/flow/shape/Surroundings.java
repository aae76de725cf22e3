package dev.wayfare.flow.shape;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Scope;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Where an object stands and which names it sees; `own` are those that are no variables (the item
/// of a list, an answer being checked), `inputs` the types of all flows' inputs.
record Surroundings(
    String flow, String step, Scope scope, Set<String> own, Map<String, Map<String, Type>> inputs) {
  static final Surroundings NONE =
      new Surroundings("", "", new Scope(Map.of(), Map.of()), Set.of(), Map.of());

  Surroundings inFlow(String name) {
    return new Surroundings(name, step, scope, own, inputs);
  }

  Surroundings inStep(String id) {
    return new Surroundings(flow, id, scope, own, inputs);
  }

  Surroundings knowing(Map<String, Type> variables, Map<String, Type> profile) {
    return new Surroundings(flow, step, new Scope(variables, profile), own, inputs);
  }

  Surroundings seeing(Map<String, Type> more) {
    if (more.isEmpty()) {
      return this;
    }
    var all = new HashSet<>(own);
    all.addAll(more.keySet());
    return new Surroundings(flow, step, scope.with(more), Set.copyOf(all), inputs);
  }

  Surroundings withInputs(Map<String, Map<String, Type>> all) {
    return new Surroundings(flow, step, scope, own, all);
  }
}
