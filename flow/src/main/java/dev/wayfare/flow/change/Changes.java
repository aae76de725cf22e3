package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.shape.Canonical;
import dev.wayfare.flow.shape.DocumentShape;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What differs between two apps, in the order of the document. It is empty exactly when the two
/// have the same content, and so the same hash: remarks, the canvas and the order of what has no
/// order are no difference.
public record Changes(List<Change> all) {
  public Changes {
    all = List.copyOf(all);
  }

  public static Changes between(DocumentShape shape, App before, App after) {
    return between(shape, before.document(), after.document());
  }

  /// The same of documents, which need not make sense: a draft can be compared while it is wrong.
  public static Changes between(DocumentShape shape, Tree.Branch before, Tree.Branch after) {
    var old = Canonical.toHash(shape, before);
    var now = Canonical.toHash(shape, after);
    if (Same.same(old, now)) {
      return new Changes(List.of());
    }
    var renames = Renames.between(shape, old, now);
    var telling = new Telling();
    renames.all().forEach(telling::renamed);
    new Comparison(shape, new Order(before, after), telling).apps(renames.before(), now);
    if (telling.isEmpty()) {
      telling.rewritten(At.ROOT);
    }
    return new Changes(telling.all());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public int size() {
    return all.size();
  }

  /// How many changes there are of each sort, sorts without any left out.
  public Map<Sort, Integer> summary() {
    var counts = new EnumMap<Sort, Integer>(Sort.class);
    all.forEach(change -> counts.merge(change.sort(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /// `3 changes`, as it stands behind `Live v12`; empty when there are none.
  public static String counted(int changes) {
    return switch (changes) {
      case 0 -> "";
      case 1 -> "1 change";
      default -> changes + " changes";
    };
  }
}
