package dev.wayfare.flow.json;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A list or object whose end the parser has not met yet.
final class Nest {
  final Place place;
  final Map<String, Tree> fields = new LinkedHashMap<>();
  private final boolean named;
  private final List<Tree> items = new ArrayList<>();
  @Nullable String key;
  @Nullable Place keyPlace;

  Nest(boolean named, Place place) {
    this.named = named;
    this.place = place;
  }

  boolean awaitsKey() {
    return named && key == null;
  }

  String pathOfNext() {
    return place.in(key != null ? key : named ? "" : Integer.toString(items.size())).path();
  }

  /// Of two entries with one key the first is kept.
  void add(Tree tree) {
    if (key == null) {
      items.add(tree);
    } else {
      fields.putIfAbsent(key, tree);
      key = null;
      keyPlace = null;
    }
  }

  Tree tree() {
    return named
        ? new Tree.Branch(Collections.unmodifiableMap(fields), place)
        : new Tree.Twigs(List.copyOf(items), place);
  }
}
