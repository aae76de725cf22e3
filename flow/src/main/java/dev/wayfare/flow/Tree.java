package dev.wayfare.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A document before anybody knows what it means, with the place of everything in it.
public sealed interface Tree {
  Place place();

  /// A text, number (`Double`), boolean or nothing.
  record Leaf(@Nullable Object value, Place place) implements Tree {}

  record Twigs(List<Tree> items, Place place) implements Tree {}

  /// Keys keep the order in which they were written.
  record Branch(Map<String, Tree> fields, Place place) implements Tree {}
}
