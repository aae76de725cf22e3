package dev.wayfare.flow.expression;

import dev.wayfare.flow.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/// The names an expression may use, with their types. `profile` holds the profile values, read as
/// `profile.x`. The built-in names (`contact`, `event`, `payload`, `start`, `journey`, `channel`,
/// `now`, `error`) are always there.
public record Scope(Map<String, Type> variables, Map<String, Type> profile) {
  public Scope {
    variables = Map.copyOf(variables);
    profile = Map.copyOf(profile);
  }

  /// The same with more names; a name that exists is hidden by the new one.
  public Scope with(Map<String, Type> more) {
    var all = new LinkedHashMap<>(variables);
    all.putAll(more);
    return new Scope(all, profile);
  }
}
