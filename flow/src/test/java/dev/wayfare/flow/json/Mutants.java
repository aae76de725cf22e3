package dev.wayfare.flow.json;

import dev.wayfare.flow.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A document with one thing wrong, in every way and at every place.
final class Mutants {
  private Mutants() {}

  static List<Tree.Branch> of(Tree.Branch document) {
    var mutants = new ArrayList<Tree.Branch>();
    collect(document, changed -> changed, mutants);
    return mutants;
  }

  private static void collect(
      Tree.Branch at, UnaryOperator<Tree.Branch> whole, List<Tree.Branch> mutants) {
    at.fields()
        .forEach(
            (name, value) -> {
              mutants.add(whole.apply(with(at, name, null, null)));
              mutants.add(
                  whole.apply(with(at, name, name, new Tree.Twigs(List.of(at), at.place()))));
              mutants.add(whole.apply(with(at, name, name, new Tree.Leaf(-1.5, at.place()))));
              mutants.add(whole.apply(with(at, name, name, new Tree.Leaf("No Name", at.place()))));
              mutants.add(whole.apply(with(at, name, name + "_x", value)));
              if (value instanceof Tree.Branch inner) {
                collect(inner, changed -> whole.apply(with(at, name, name, changed)), mutants);
              }
            });
  }

  private static Tree.Branch with(Tree.Branch branch, String name, String newName, Tree value) {
    Map<String, Tree> fields = new LinkedHashMap<>(branch.fields());
    fields.remove(name);
    if (newName != null) {
      fields.put(newName, value);
    }
    return new Tree.Branch(fields, branch.place());
  }
}
