package dev.wayfare.flow.change;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares the entries of a field by their names. A whole flow or step that came or went is one
/// change.
record Entries(Comparison walk, String field, boolean ordered) {

  /// Where an entry stands, by its name and its value.
  private interface Standing {
    At of(String name, Map<?, ?> value);
  }

  /// Objects of one shape.
  boolean compare(
      @Nullable Object before, @Nullable Object after, Comparison.Shaped of, Sense sense, At at) {
    var flows = at.path().isEmpty() && field.equals("flows");
    return compare(
        before,
        after,
        of,
        at,
        (name, value) -> {
          var there = at.entry(field, name, sense);
          return flows ? there.on(Sense.channel(value.get("channel"))) : there;
        });
  }

  /// Objects of several types, steps above all.
  boolean compare(
      @Nullable Object before, @Nullable Object after, Comparison.Shaped of, String noun, At at) {
    return compare(
        before,
        after,
        of,
        at,
        (name, value) ->
            noun.equals("step")
                ? at.step(field, name, Sense.step(at.channel(), value.get("type")))
                : at.entry(field, name, at.field(field).sense()));
  }

  private boolean compare(
      @Nullable Object before,
      @Nullable Object after,
      Comparison.Shaped of,
      At at,
      Standing standing) {
    if (!(before == null || before instanceof Map<?, ?>)
        || !(after == null || after instanceof Map<?, ?>)) {
      return false;
    }
    var old = before instanceof Map<?, ?> map ? map : Map.of();
    var now = after instanceof Map<?, ?> map ? map : Map.of();
    for (var name : walk.order().of(at.field(field).path(), old, now)) {
      one(old, now, name, of, standing);
    }
    if (ordered) {
      order(names(old, now), names(now, old), at, standing);
    }
    return true;
  }

  private void one(
      Map<?, ?> old, Map<?, ?> now, String name, Comparison.Shaped of, Standing standing) {
    var was = old.get(name);
    var is = now.get(name);
    var seen = now.containsKey(name) ? is : was;
    var there = standing.of(name, seen instanceof Map<?, ?> map ? map : Map.of());
    if (!old.containsKey(name)) {
      walk.telling().added(there, of.apply(is), is);
    } else if (!now.containsKey(name)) {
      walk.telling().removed(there, of.apply(was), was);
    } else if (!Same.same(was, is)) {
      walk.one(of, was, is, there);
    }
  }

  private static List<String> names(Map<?, ?> of, Map<?, ?> in) {
    return of.keySet().stream().filter(in::containsKey).map(Object::toString).toList();
  }

  private void order(List<String> before, List<String> after, At at, Standing standing) {
    if (!before.equals(after)) {
      var sort = standing.of(after.getFirst(), Map.of()).sense().rest();
      walk.telling().order(at.field(field), sort, before, after);
    }
  }
}
