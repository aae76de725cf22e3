package dev.wayfare.flow.change;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Compares the items of a list. An item is the same thing as one before when it has the same id,
/// or else the same content, or else is the next of its type.
record Items(Comparison walk, String field, Comparison.Shaped of, Sense sense) {
  private static final List<String> NAMES = List.of("id", "value", "field");

  void compare(List<?> before, List<?> after, At at) {
    var pairs = pairs(before, after);
    for (var i = 0; i < after.size(); i++) {
      var now = after.get(i);
      var there = at.item(field, i, called(now, i), sense);
      var old = Optional.ofNullable(pairs.get(i));
      if (old.isEmpty()) {
        walk.telling().added(there, of.apply(now), now);
      } else if (!Same.same(before.get(old.get()), now)) {
        walk.one(of, before.get(old.get()), now, there);
      }
    }
    for (var i = 0; i < before.size(); i++) {
      if (!pairs.containsValue(i)) {
        var old = before.get(i);
        var there = at.item(field, i, called(old, i), sense);
        walk.telling().removed(there, of.apply(old), old);
      }
    }
    order(before, after, pairs, at);
  }

  private void order(List<?> before, List<?> after, Map<Integer, Integer> pairs, At at) {
    var old = pairs.values().stream().sorted().map(i -> called(before.get(i), i)).toList();
    var inOrder = pairs.keySet().stream().sorted().toList();
    var moved = inOrder.stream().map(pairs::get).toList();
    if (!moved.equals(moved.stream().sorted().toList())) {
      var there = at.field(field);
      var now = inOrder.stream().map(i -> called(after.get(i), i)).toList();
      walk.telling().order(there, sense.rest(), old, now);
    }
  }

  /// By the index of an item now, the index of the same before.
  private static Map<Integer, Integer> pairs(List<?> before, List<?> after) {
    var pairs = new LinkedHashMap<Integer, Integer>();
    match(before, after, pairs, (a, b) -> id(a).isPresent() && id(a).equals(id(b)));
    match(before, after, pairs, Same::same);
    match(
        before,
        after,
        pairs,
        (a, b) -> (id(a).isEmpty() || id(b).isEmpty()) && type(a).equals(type(b)));
    return pairs;
  }

  private static void match(
      List<?> before,
      List<?> after,
      Map<Integer, Integer> pairs,
      BiPredicate<@Nullable Object, @Nullable Object> alike) {
    var taken = new HashSet<>(pairs.values());
    for (var i = 0; i < after.size(); i++) {
      for (var j = 0; j < before.size() && !pairs.containsKey(i); j++) {
        if (!taken.contains(j) && alike.test(before.get(j), after.get(i))) {
          pairs.put(i, j);
          taken.add(j);
        }
      }
    }
  }

  private static Optional<Object> id(@Nullable Object item) {
    return item instanceof Map<?, ?> map
        ? NAMES.stream().filter(it -> map.get(it) != null).<Object>map(map::get).findFirst()
        : Optional.empty();
  }

  private static Object type(@Nullable Object item) {
    return item instanceof Map<?, ?> map && map.get("type") instanceof String type ? type : "";
  }

  private static String called(@Nullable Object item, int index) {
    var own = id(item).map(Shown::briefly);
    return own.orElseGet(() -> type(item).equals("") ? "" + (index + 1) : type(item).toString());
  }
}
