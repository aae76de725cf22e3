package dev.wayfare.flow.json;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts a text into a document at a path, over whatever stood there. What is missing on the way is
/// made; the text stands on a first line of its own, so that places in it count from its beginning.
final class Graft {
  private Graft() {}

  static Tree.Branch onto(Tree.Branch document, String path, String text) {
    return path.isEmpty() ? document : branch(document, List.of(path.split("/", -1)), text);
  }

  private static Tree onto(@Nullable Tree tree, Place place, List<String> keys, String text) {
    if (keys.isEmpty()) {
      return new Tree.Leaf(text, new Place(place.path(), 1, 1));
    }
    return switch (tree) {
      case Tree.Branch branch -> branch(branch, keys, text);
      case Tree.Twigs(var items, var at) when keys.getFirst().matches("[0-9]{1,6}") ->
          new Tree.Twigs(item(items, at, keys, text), at);
      case Tree.Twigs _, Tree.Leaf _ -> branch(new Tree.Branch(Map.of(), place), keys, text);
      case null -> branch(new Tree.Branch(Map.of(), place), keys, text);
    };
  }

  private static Tree.Branch branch(Tree.Branch branch, List<String> keys, String text) {
    var key = keys.getFirst();
    var fields = new LinkedHashMap<>(branch.fields());
    var within = onto(fields.get(key), branch.place().in(key), rest(keys), text);
    fields.put(key, within);
    return new Tree.Branch(fields, branch.place());
  }

  /// An item that is there, or one more at the end.
  private static List<Tree> item(List<Tree> items, Place at, List<String> keys, String text) {
    var index = Integer.parseInt(keys.getFirst());
    var all = new ArrayList<>(items);
    if (index < items.size()) {
      all.set(index, onto(items.get(index), at.in(keys.getFirst()), rest(keys), text));
    } else {
      all.add(onto(null, at.in(Integer.toString(items.size())), rest(keys), text));
    }
    return List.copyOf(all);
  }

  private static List<String> rest(List<String> keys) {
    return keys.subList(1, keys.size());
  }
}
