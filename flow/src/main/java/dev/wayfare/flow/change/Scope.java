package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The variables declared in one place: the app's, or a flow's with its inputs. `path` is that of
/// the app (empty) or of the flow.
record Scope(String path, Map<String, Variable> inputs, Map<String, Variable> variables) {
  static Scope of(App app) {
    return new Scope("", Map.of(), app.variables());
  }

  /// Of a flow that may be gone.
  static Scope of(App app, String flow) {
    return Optional.ofNullable(app.flows().get(flow))
        .map(it -> of(it))
        .orElseGet(() -> new Scope("flows/" + flow, Map.of(), Map.of()));
  }

  private static Scope of(Flow flow) {
    var own = new LinkedHashMap<>(flow.variables());
    flow.inputs().keySet().forEach(own::remove);
    return new Scope("flows/" + flow.name(), flow.inputs(), own);
  }

  Optional<Variable> find(String name) {
    return Optional.ofNullable(inputs.get(name)).or(() -> Optional.ofNullable(variables.get(name)));
  }

  String path(String name) {
    var section = (inputs.containsKey(name) ? "inputs/" : "variables/") + name;
    return path.isEmpty() ? section : path + "/" + section;
  }

  Place place(String name) {
    return new Place(path(name), 0, 0);
  }

  Map<String, Variable> all() {
    var all = new LinkedHashMap<>(inputs);
    all.putAll(variables);
    return all;
  }
}
