package dev.wayfare.flow;

import java.util.Optional;

/// A declared variable of an app or flow, an input of a flow, or a value of a profile.
///
/// `initial` is a plain value of the type; `required` matters for inputs and profile values.
public record Variable(
    String name, Type type, Optional<Object> initial, boolean required, String note) {
  /// What it holds before anything set it.
  public Object first() {
    return initial.orElseGet(() -> Values.empty(type));
  }
}
