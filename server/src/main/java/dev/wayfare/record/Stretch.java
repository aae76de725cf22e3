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
/// `below`, or one key alone. `covered` conditions need not be looked at again; `ordered` says that
/// the keys stand in the order that is asked for.
record Stretch(
    int column, boolean one, byte[] from, byte[] below, Set<Condition> covered, boolean ordered) {

  /// The best index for a search, if any helps.
  static Optional<Stretch> best(Search search) {
    Optional<Stretch> best = Optional.empty();
    var indexes = search.shelf().shape().indexes();
    for (var column = 0; column < indexes.size(); column++) {
      var found = of(column, indexes.get(column), search);
      if (found.worth() > best.map(Stretch::worth).orElse(0)) {
        best = Optional.of(found);
      }
    }
    return best;
  }

  private int worth() {
    return 2 * covered.size() + (one ? 2 : 0) + (ordered ? 1 : 0);
  }

  private static Stretch of(int column, List<String> fields, Search search) {
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
    var rest = fields.subList(at, fields.size());
    var ends = new Ends(key, Keys.behind(key));
    if (!rest.isEmpty()) {
      for (var condition : on(search, rest.getFirst()).toList()) {
        if (ends.narrow(key, condition)) {
          covered.add(condition);
        }
      }
    }
    return new Stretch(
        column,
        rest.isEmpty() && !fields.isEmpty(),
        ends.from,
        ends.below,
        covered,
        !fields.isEmpty() && ordered(search, rest, fixed));
  }

  private static java.util.stream.Stream<Condition> on(Search search, String field) {
    return search.where().stream().filter(condition -> condition.field().equals(field));
  }

  /// Whether what is left of the index is the order, all in one direction.
  private static boolean ordered(Search search, List<String> rest, Set<String> fixed) {
    var asked = new ArrayList<Order>();
    for (var order : search.order()) {
      if (!fixed.contains(order.field())) {
        asked.add(order);
      }
    }
    return search.after().isEmpty()
        && asked.stream().map(Order::field).toList().equals(rest)
        && search.order().stream().map(Order::descending).distinct().count() <= 1;
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
