package dev.wayfare.flow.expression;

import org.jspecify.annotations.Nullable;

/// A part of an expression, ready to run.
@FunctionalInterface
interface Node {
  @Nullable Object eval(Run run);
}
