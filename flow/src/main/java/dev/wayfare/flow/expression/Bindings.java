package dev.wayfare.flow.expression;

import java.time.Instant;
import java.util.Optional;

/// What the names in an expression stand for while it runs.
public interface Bindings {
  /// The plain value of a top name; empty when nothing has this name.
  Optional<Object> find(String name);

  /// Whether opening hours of this name are open at a moment; empty when there are none.
  default Optional<Boolean> open(String hours, Instant at) {
    return Optional.empty();
  }

  Budget budget();
}
