package dev.wayfare.flow.change;

import dev.wayfare.flow.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The order in which somebody wrote the entries of two documents: as in the newer one, each entry
/// that only the older has behind the one it followed there.
record Order(Tree.Branch before, Tree.Branch after) {

  List<String> of(String path, Map<?, ?> old, Map<?, ?> now) {
    var order = new ArrayList<>(keys(after, path, now));
    String last = null;
    for (var key : keys(before, path, old)) {
      if (!order.contains(key)) {
        order.add(last == null ? 0 : order.indexOf(last) + 1, key);
      }
      last = key;
    }
    return order;
  }

  /// The keys of these entries as the document has them, then those it has not.
  private static Collection<String> keys(Tree document, String path, Map<?, ?> entries) {
    var all = new LinkedHashSet<String>();
    entries.keySet().forEach(key -> all.add(key.toString()));
    var keys = new LinkedHashSet<>(written(document, path));
    keys.retainAll(all);
    keys.addAll(all);
    return keys;
  }

  private static Collection<String> written(Tree document, String path) {
    Tree here = document;
    for (var key : path.split("/")) {
      switch (here) {
        case Tree.Branch(var fields, _) when fields.containsKey(key) -> here = fields.get(key);
        case Tree.Twigs(var items, _) when key.matches("\\d{1,6}") -> {
          var index = Integer.parseInt(key);
          if (index >= items.size()) {
            return List.of();
          }
          here = items.get(index);
        }
        case Tree.Branch _, Tree.Twigs _, Tree.Leaf _ -> {
          return List.of();
        }
      }
    }
    return here instanceof Tree.Branch(var fields, _) ? fields.keySet() : List.of();
  }
}
