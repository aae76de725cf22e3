package dev.wayfare.record;

import dev.wayfare.flow.Request.Comparison;
import dev.wayfare.flow.Request.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The part of an index in which all that is looked for stands: keys at or behind `from` and before
/// `below`, or one key alone. `covered` conditions need not be looked at again; `fixed` fields have
/// one value there. `ordered` says that the keys stand in the order asked for, up to `rest`.
record Stretch(
    String column,
    boolean one,
    byte[] from,
    byte[] below,
    Set<Condition> covered,
    Set<String> fixed,
    boolean ordered,
    List<Order> rest) {

  /// The best index for a search, if any helps. A unique rule is one, too, where every record holds
  /// something in its fields: others have no key under it.
  static Optional<Stretch> best(Search search) {
    var shape = search.shelf().shape();
    var found = new ArrayList<Stretch>();
    for (var column = 0; column < shape.indexes().size(); column++) {
      found.add(of("k" + column, shape.indexes().get(column), search));
    }
    var declared = shape.fields();
    for (var column = 0; column < shape.rules().size(); column++) {
      var stretch = of("u" + column, shape.rules().get(column), search);
      if (shape.rules().get(column).stream()
          .allMatch(
              field ->
                  stretch.fixed.contains(field)
                      || declared.containsKey(field) && declared.get(field).required())) {
        found.add(stretch);
      }
    }
    return found.stream()
        .filter(stretch -> stretch.worth() > 0)
        .reduce((one, other) -> other.worth() > one.worth() ? other : one);
  }

  private int worth() {
    return 4 * covered.size() + (fixed.isEmpty() ? 0 : 2) + (ordered ? 1 : 0);
  }

  /// Whether no two records have the same key.
  boolean unique() {
    return column.startsWith("u");
  }

  private static Stretch of(String column, List<String> fields, Search search) {
    var key = new byte[0];
    var covered = new HashSet<Condition>();
    var fixed = new HashSet<String>();
    var at = 0;
    while (at < fields.size()) {
      var same = on(search, fields.get(at)).filter(it -> it.comparison() == Comparison.IS);
      var found = same.findFirst();
      if (found.isEmpty()) {
        break;
      }
      key = Keys.at(key, found.get().value());
      covered.add(found.get());
      fixed.add(fields.get(at));
      at++;
    }
    var left = fields.subList(at, fields.size());
    var ends = new Ends(key, Keys.behind(key));
    if (!left.isEmpty()) {
      for (var condition : on(search, left.getFirst()).toList()) {
        if (ends.narrow(key, condition)) {
          covered.add(condition);
        }
      }
    }
    var asked = search.order().stream().filter(it -> !fixed.contains(it.field())).toList();
    return new Stretch(
        column,
        left.isEmpty() && !fields.isEmpty(),
        ends.from,
        ends.below,
        covered,
        fixed,
        !fields.isEmpty() && ordered(search, asked, left),
        asked.subList(Math.min(left.size(), asked.size()), asked.size()));
  }

  private static java.util.stream.Stream<Condition> on(Search search, String field) {
    return search.where().stream().filter(condition -> condition.field().equals(field));
  }

  /// Whether what is left of the index begins the order, in one direction.
  private static boolean ordered(Search search, List<Order> asked, List<String> left) {
    if (search.after().isPresent() || asked.size() < left.size()) {
      return false;
    }
    var first = asked.subList(0, left.size());
    return (asked.isEmpty() || !left.isEmpty())
        && first.stream().map(Order::field).toList().equals(left)
        && first.stream().map(Order::descending).distinct().count() <= 1
        && (asked.size() > left.size() || sameWay(search.order()));
  }

  private static boolean sameWay(List<Order> order) {
    return order.stream().map(Order::descending).distinct().count() <= 1;
  }

  private static final class Ends {
    private byte[] from;
    private byte[] below;

    private Ends(byte[] from, byte[] below) {
      this.from = from;
      this.below = below;
    }

    private boolean narrow(byte[] before, Condition condition) {
      return switch (condition.comparison()) {
        case LESS -> between(Keys.set(before), Keys.at(before, condition.value()));
        case AT_MOST -> between(Keys.set(before), Keys.behind(Keys.at(before, condition.value())));
        case MORE -> between(Keys.behind(Keys.at(before, condition.value())), Keys.behind(before));
        case AT_LEAST -> between(Keys.at(before, condition.value()), Keys.behind(before));
        case STARTS_WITH -> {
          var start = Keys.atStart(before, (String) condition.value());
          yield between(start, Keys.behind(start));
        }
        case IS_SET -> between(Keys.set(before), Keys.behind(before));
        case IS, IS_NOT, IN, CONTAINS, IS_EMPTY -> false;
      };
    }

    private boolean between(byte[] least, byte[] most) {
      from = Arrays.compareUnsigned(least, from) > 0 ? least : from;
      below = Arrays.compareUnsigned(most, below) < 0 ? most : below;
      return true;
    }
  }
}
