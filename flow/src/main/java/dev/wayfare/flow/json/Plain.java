package dev.wayfare.flow.json;

import dev.wayfare.flow.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// A tree as plain maps, lists and values: what the writers write.
final class Plain {
  private Plain() {}

  static @Nullable Object of(Tree tree) {
    return switch (tree) {
      case Tree.Leaf(var value, _) -> value;
      case Tree.Twigs(var items, _) -> {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(item -> list.add(of(item)));
        yield list;
      }
      case Tree.Branch(var fields, _) -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((name, field) -> map.put(name, of(field)));
        yield map;
      }
    };
  }
}
