package dev.wayfare.flow.change;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.Variable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The variables of a journey that is being moved: what the new app declares, and nothing else.
final class Holdings {
  /// What the engine puts beside the variables of a flow; it is declared everywhere.
  private static final String ERROR = "error";

  private final Scope app;
  private final MoveMap map;
  private final Report report;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Set<String> secrets = new LinkedHashSet<>();

  /// Values of one scope, and which of them are secret.
  record Kept(Map<String, Object> values, Set<String> secrets) {}

  Holdings(Scope app, MoveMap map, Report report) {
    this.app = app;
    this.map = map;
    this.report = report;
  }

  /// The journey's own; first of all, so that nothing of a flow's takes their place.
  void journey(Scope old, Map<String, Object> held, Set<String> secret) {
    held.forEach(
        (name, value) -> {
          var to = target(old, name, app);
          if (to.path().equals(app.path()) && app.find(to.name()).isPresent()) {
            take(old, name, value, to.name(), secret.contains(name));
          } else {
            drop(old, name);
          }
        });
  }

  /// Those of a frame. One that became the app's goes there, where nothing stands yet.
  Kept frame(Scope old, Scope now, Map<String, Object> held, Set<String> secret) {
    var own = new LinkedHashMap<String, Object>();
    var hidden = new LinkedHashSet<String>();
    held.forEach(
        (name, value) -> {
          var to = target(old, name, now);
          if (name.equals(ERROR)) {
            own.put(name, value);
          } else if (to.path().equals(now.path()) && now.find(to.name()).isPresent()) {
            var declared = now.find(to.name()).get();
            if (fit(old, name, value, declared, own) && secret.contains(name)) {
              hidden.add(to.name());
            }
          } else if (app.find(to.name()).isPresent() && !values.containsKey(to.name())) {
            take(old, name, value, to.name(), secret.contains(name));
          } else {
            drop(old, name);
          }
        });
    return new Kept(Collections.unmodifiableMap(own), Set.copyOf(hidden));
  }

  /// The inputs of a flow that a timer runs later.
  Map<String, Object> inputs(Scope old, Scope now, Map<String, Object> held) {
    var own = new LinkedHashMap<String, Object>();
    held.forEach(
        (name, value) -> {
          var to = target(old, name, now);
          var declared = now.inputs().get(to.name());
          if (declared == null) {
            drop(old, name);
          } else {
            fit(old, name, value, declared, own);
          }
        });
    return Collections.unmodifiableMap(own);
  }

  /// What was taken for the journey as a whole.
  Kept journey() {
    return new Kept(Collections.unmodifiableMap(new LinkedHashMap<>(values)), Set.copyOf(secrets));
  }

  private record Target(String path, String name) {}

  /// Where a variable goes: to what the map gives for it, else to its own name in the new scope.
  private Target target(Scope old, String name, Scope now) {
    return map.given(old.path(name))
        .map(
            path -> {
              var keys = path.split("/");
              return keys.length == 2
                  ? new Target("", keys[1])
                  : new Target(keys[0] + "/" + keys[1], keys[keys.length - 1]);
            })
        .orElseGet(() -> new Target(now.path(), name));
  }

  private void take(Scope old, String name, Object value, String to, boolean secret) {
    if (fit(old, name, value, app.find(to).orElseThrow(), values) && secret) {
      secrets.add(to);
    }
  }

  /// Puts it there if it fits. What says nothing yet becomes what the new one begins with.
  private boolean fit(
      Scope old, String name, Object value, Variable declared, Map<String, Object> into) {
    var from = old.find(name).map(Variable::type).orElse(Type.ANY);
    var fitting = Fitting.value(from, declared.type(), value);
    if (fitting.isPresent()) {
      into.put(declared.name(), fitting.get());
    } else if (!value.equals(Values.empty(from))) {
      report.refuse(
          Moving.Code.VARIABLE_TYPE,
          old.place(name),
          "`%s` holds %s, which does not become a value of type %s without loss."
              .formatted(name, Values.kind(value), declared.type().word()));
    }
    return fitting.isPresent();
  }

  private void drop(Scope old, String name) {
    report.note(
        Moving.What.VARIABLE_DROPPED,
        Channel.NONE,
        old.place(name),
        "`" + name + "` is not a variable any more, and what it held is dropped.");
  }
}
