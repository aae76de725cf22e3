package dev.wayfare.flow.change;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.change.Change.Kind;
import dev.wayfare.flow.shape.ObjectShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gathers the changes, and finds the sentence for each.
final class Telling {
  private static final String NONE = "none";

  private final List<Change> all = new ArrayList<>();

  List<Change> all() {
    return all;
  }

  int size() {
    return all.size();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  private void add(Kind kind, Sort sort, At at, String text, String before, String after) {
    all.add(new Change(kind, sort, at.place(), text, before, after));
  }

  /// The first text of an object: what it says, asks or shows.
  void words(At owner, At at, Sort sort, Object before, Object after) {
    var verb = after.toString().startsWith("http") && sort == Sort.HEARD ? "plays" : sort.verb();
    var told = owner.told().isEmpty() ? at.told() : owner.told();
    add(
        Kind.CHANGED,
        sort,
        at,
        "%s %s %s → %s".formatted(told, verb, Shown.quoted(before), Shown.quoted(after)),
        Shown.whole(before),
        Shown.whole(after));
  }

  /// Any other value, which may have come or gone.
  void value(At at, Sort sort, Map<?, ?> before, Map<?, ?> after, String name, boolean quoted) {
    var had = before.containsKey(name);
    var has = after.containsKey(name);
    add(
        had && has ? Kind.CHANGED : has ? Kind.ADDED : Kind.REMOVED,
        sort,
        at,
        at.told() + ": " + side(before, name, quoted) + " → " + side(after, name, quoted),
        had ? Shown.whole(before.get(name)) : "",
        has ? Shown.whole(after.get(name)) : "");
  }

  /// A value that is not made of what was expected there.
  void whole(At at, @Nullable Object before, @Nullable Object after) {
    add(
        Kind.CHANGED,
        at.sense().rest(),
        at,
        at.told() + ": " + Shown.briefly(before) + " → " + Shown.briefly(after),
        Shown.whole(before),
        Shown.whole(after));
  }

  private static String side(Map<?, ?> object, String name, boolean quoted) {
    if (!object.containsKey(name)) {
      return NONE;
    }
    return quoted ? Shown.quoted(object.get(name)) : Shown.briefly(object.get(name));
  }

  /// Something whole came; `known` is its shape, where it has one.
  void added(At at, Optional<ObjectShape> known, @Nullable Object now) {
    var text = at.told() + ": new" + Detail.of(known, now, at);
    add(Kind.ADDED, Detail.sort(at, now), at, text, "", Detail.brief(known, now));
  }

  void removed(At at, Optional<ObjectShape> known, @Nullable Object old) {
    var text = at.told() + ": removed" + Detail.of(known, old, at);
    add(Kind.REMOVED, Detail.sort(at, old), at, text, Detail.brief(known, old), "");
  }

  /// Something of one type is now something of another.
  void becomes(At at, Sort sort, String before, String after, String detail) {
    add(
        Kind.CHANGED,
        sort,
        at,
        "%s: was `%s` and is `%s`%s".formatted(at.told(), before, after, detail),
        before,
        after);
  }

  void order(At at, Sort sort, List<String> before, List<String> after) {
    add(
        Kind.MOVED,
        sort,
        at,
        at.told() + ": now in the order " + Shown.briefly(after),
        Shown.whole(before),
        Shown.whole(after));
  }

  void renamed(Renames.Rename rename) {
    all.add(
        new Change(
            Kind.RENAMED,
            rename.sort(),
            new Place(rename.path(), 0, 0),
            rename.told() + " is now called " + rename.to(),
            rename.from(),
            rename.to()));
  }

  /// The same in other signs: what nobody would see, and the hash does.
  void rewritten(At at) {
    var told = at.told().isEmpty() ? "the document" : at.told();
    add(Kind.CHANGED, at.sense().rest(), at, told + ": written in another way", "", "");
  }
}
