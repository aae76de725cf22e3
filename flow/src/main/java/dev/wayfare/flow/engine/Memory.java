package dev.wayfare.flow.engine;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.Variable;
import dev.wayfare.flow.expression.ExpressionFailed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The variables of a journey while its turn runs: the flow's own, and behind them the app's. A
/// value that does not fit its variable, or is too large, is refused.
final class Memory {
  private final App app;
  private final Map<String, Object> variables;
  private final Secrets secrets;
  private final Set<String> secretly;

  Memory(App app, Journey journey, Secrets secrets) {
    this.app = app;
    this.secrets = secrets;
    this.secretly = new LinkedHashSet<>(journey.secrets());
    this.variables = new LinkedHashMap<>(journey.variables());
  }

  /// The value of a name of the builder's; empty when there is none of this name.
  Optional<Object> find(@Nullable Spot at, String name) {
    if (at != null) {
      var local = at.variables.get(name);
      if (local != null) {
        return Optional.of(local);
      }
      var declared = declared(app.flows().get(at.flow), name);
      if (declared != null) {
        return Optional.of(declared.first());
      }
    }
    var declared = app.variables().get(name);
    if (declared == null) {
      return Optional.empty();
    }
    var value = variables.get(name);
    return Optional.of(value == null ? declared.first() : value);
  }

  /// Sets a variable of the flow, or else of the journey; the type it has.
  Type assign(Spot at, String name, Object value) {
    var local = declared(app.flows().get(at.flow), name);
    var declared = local == null ? app.variables().get(name) : local;
    var type = declared == null ? Type.ANY : declared.type();
    judge(name, type, value);
    (local == null && declared != null ? variables : at.variables).put(name, value);
    if (Values.weight(variables) > Limits.JOURNEY) {
      variables.remove(name);
      throw new TooLarge("the journey's variables are over " + Limits.JOURNEY + " bytes");
    }
    return type;
  }

  /// The same; whatever it is, it is a secret from now on.
  void assignSecretly(Spot at, String name, Object value) {
    assign(at, name, value);
    (at.variables.containsKey(name) ? at.secretly : secretly).add(name);
    secrets.learn(Map.of(name, value), Set.of(name));
  }

  /// The journey's own variables that are secret and hold something.
  Set<String> secret() {
    return secrets.of(variables, secretly);
  }

  void learnSecrets() {
    secrets.learn(variables, secret());
  }

  /// The inputs of a flow as they are given, once they are found to fit.
  Map<String, Object> given(Flow flow, Map<String, Object> inputs) {
    inputs.forEach(
        (name, value) -> {
          var input = flow.inputs().get(name);
          judge(name, input == null ? Type.ANY : input.type(), value);
        });
    return inputs;
  }

  private void judge(String name, Type type, Object value) {
    if (!Values.fits(type, value)) {
      throw new ExpressionFailed(
          Trouble.EXPRESSION,
          app.document().place(),
          name + " takes " + type.word() + " and was given " + Values.kind(value));
    }
    if (Values.weight(value) > Limits.TEXT) {
      throw new TooLarge("the value for " + name + " is over " + Limits.TEXT + " bytes");
    }
  }

  private static @Nullable Variable declared(@Nullable Flow flow, String name) {
    if (flow == null) {
      return null;
    }
    var found = flow.variables().get(name);
    return found == null ? flow.inputs().get(name) : found;
  }

  Map<String, Object> kept() {
    return Collections.unmodifiableMap(variables);
  }
}
