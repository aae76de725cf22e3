package dev.wayfare.flow.expression;

import java.util.Optional;

/// What the names in an expression stand for while it runs.
public interface Bindings {
  /// The plain value of a top name; empty when nothing has this name.
  Optional<Object> find(String name);

  Budget budget();
}
