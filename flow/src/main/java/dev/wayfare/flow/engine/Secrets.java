package dev.wayfare.flow.engine;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.TrailEntry;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of a journey is secret: which variables are, and that their values stand neither in its
/// trail nor in a log line of the builder's.
final class Secrets {
  private static final String HIDDEN = "•••";

  private final App app;
  private final Set<String> values = new LinkedHashSet<>();

  /// The profile's secrets are known from the start.
  Secrets(App app, Map<String, Object> profile) {
    this.app = app;
    app.profileValues()
        .forEach(
            (name, declared) -> {
              if (declared.type() == Type.SECRET) {
                know(profile.get(name));
              }
            });
  }

  /// A single character is none: it would be hidden everywhere, and hide nothing.
  private void know(@org.jspecify.annotations.Nullable Object value) {
    if (value instanceof String || value instanceof Double) {
      var shown = Values.show(value);
      if (shown.strip().length() > 1) {
        values.add(shown);
      }
    }
  }

  /// Learns the secret values among these.
  void learn(Map<String, Object> variables, Set<String> secret) {
    secret.forEach(name -> know(variables.get(name)));
  }

  /// The journey's own secret variables that hold something.
  Set<String> of(Map<String, Object> variables, Set<String> secretly) {
    return secret(variables, secretly, app.variables());
  }

  /// The secret variables of a frame that hold something.
  Set<String> of(Spot spot) {
    var flow = app.flows().get(spot.flow);
    var declared = new LinkedHashMap<String, Variable>();
    if (flow != null) {
      declared.putAll(flow.inputs());
      declared.putAll(flow.variables());
    }
    return secret(spot.variables, spot.secretly, declared);
  }

  private static Set<String> secret(
      Map<String, Object> variables, Set<String> secretly, Map<String, Variable> declared) {
    var names = new LinkedHashSet<String>();
    for (var name : variables.keySet()) {
      var as = declared.get(name);
      if (secretly.contains(name) || as != null && as.type() == Type.SECRET) {
        names.add(name);
      }
    }
    return names.isEmpty() ? Set.of() : Set.copyOf(names);
  }

  List<TrailEntry> hidden(List<TrailEntry> trail) {
    if (values.isEmpty()) {
      return List.copyOf(trail);
    }
    return trail.stream()
        .map(it -> new TrailEntry(it.flow(), it.step(), it.what(), hidden(it.data())))
        .toList();
  }

  List<Effect> hiddenInLogs(List<Effect> effects) {
    if (values.isEmpty()) {
      return List.copyOf(effects);
    }
    return effects.stream()
        .map(
            it ->
                it instanceof Effect.Log(var level, var code, var message)
                    ? new Effect.Log(level, code, hidden(message))
                    : it)
        .toList();
  }

  private Map<String, Object> hidden(Map<String, Object> data) {
    var copy = new LinkedHashMap<String, Object>();
    data.forEach((name, value) -> copy.put(name, value(value)));
    return copy;
  }

  private Object value(Object value) {
    return switch (value) {
      case String text -> hidden(text);
      case Double number -> values.contains(Values.show(number)) ? HIDDEN : number;
      case List<?> items -> {
        var copy = new ArrayList<Object>();
        items.forEach(item -> copy.add(value(item)));
        yield copy;
      }
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((name, item) -> copy.put(String.valueOf(name), value(item)));
        yield copy;
      }
      default -> value;
    };
  }

  /// The longest first, so that one secret within another leaves nothing of it.
  private String hidden(String text) {
    var shown = text;
    for (var secret :
        values.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      shown = shown.replace(secret, HIDDEN);
    }
    return shown;
  }
}
