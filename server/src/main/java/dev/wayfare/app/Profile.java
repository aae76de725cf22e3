package dev.wayfare.app;

import java.util.Map;
import java.util.UUID;

/// A named set of settings of one app. `revision` counts its changes; a publish is refused when it
/// moved in between.
public record Profile(
    UUID id,
    UUID app,
    String name,
    UUID environment,
    ProfileSettings settings,
    int revision,
    Map<String, Binding> bindings,
    Map<String, ProfileValue> values) {

  public Profile {
    bindings = Map.copyOf(bindings);
    values = Map.copyOf(values);
  }
}
