package dev.wayfare.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A document before anybody knows what it means, with the place of everything in it.
public sealed interface Tree {
  Place place();

  /// The same as plain maps, lists and values, without places.
  default @Nullable Object plain() {
    return switch (this) {
      case Leaf(var value, _) -> value;
      case Twigs(var items, _) -> {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(item -> list.add(item.plain()));
        yield list;
      }
      case Branch(var fields, _) -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((name, field) -> map.put(name, field.plain()));
        yield map;
      }
    };
  }

  /// A text, number (`Double`), boolean or nothing.
  record Leaf(@Nullable Object value, Place place) implements Tree {}

  record Twigs(List<Tree> items, Place place) implements Tree {}

  /// Keys keep the order in which they were written.
  record Branch(Map<String, Tree> fields, Place place) implements Tree {}
}
