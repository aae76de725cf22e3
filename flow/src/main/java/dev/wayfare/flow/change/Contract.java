package dev.wayfare.flow.change;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What two apps have agreed on about the variables that a journey takes from the one to the other,
/// the app's own first, then those of each flow.
public record Contract(List<Term> terms) {
  public Contract {
    terms = List.copyOf(terms);
  }

  /// What becomes of one variable. `place` is that of the newer app, of a removed one the older's.
  public sealed interface Term {
    Place place();
  }

  /// It holds this until something sets it.
  public record Added(Place place, Type type, Object first) implements Term {}

  /// What it held is dropped.
  public record Removed(Place place) implements Term {}

  public record Renamed(Place from, Place place) implements Term {}

  /// `always` says that every value becomes one of the new type; else a journey is refused whose
  /// value does not.
  public record Retyped(Place place, Type from, Type to, boolean always) implements Term {}

  public static Contract between(App old, App now, MoveMap map) {
    var terms = new ArrayList<Term>();
    compare(Scope.of(old), Scope.of(now), map, terms);
    for (var flow : new TreeSet<>(old.flows().keySet())) {
      var to = map.flow(flow);
      if (now.flows().containsKey(to)) {
        compare(Scope.of(old, flow), Scope.of(now, to), map, terms);
      }
    }
    return new Contract(terms);
  }

  private static void compare(Scope old, Scope now, MoveMap map, List<Term> terms) {
    var left = new TreeMap<>(now.all());
    new TreeMap<>(old.all())
        .forEach(
            (name, before) -> {
              var given = map.given(old.path(name));
              var to = given.map(it -> it.substring(it.lastIndexOf('/') + 1)).orElse(name);
              given.ifPresent(it -> terms.add(new Renamed(old.place(name), new Place(it, 0, 0))));
              if (given.isEmpty() || given.get().equals(now.path(to))) {
                left.remove(to);
                now.find(to)
                    .ifPresentOrElse(
                        after -> retyped(now.place(to), before, after, terms),
                        () -> terms.add(new Removed(old.place(name))));
              }
            });
    added(now, left, terms);
  }

  private static void retyped(Place place, Variable before, Variable after, List<Term> terms) {
    if (before.type() != after.type()) {
      var always = Fitting.always(before.type(), after.type());
      terms.add(new Retyped(place, before.type(), after.type(), always));
    }
  }

  private static void added(Scope now, Map<String, Variable> left, List<Term> terms) {
    left.forEach(
        (name, variable) ->
            terms.add(new Added(now.place(name), variable.type(), variable.first())));
  }
}
