package dev.wayfare.flow.play;

import dev.wayfare.flow.Tree;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.shape.DocumentShape;
import dev.wayfare.flow.shape.FieldShape;
import dev.wayfare.flow.shape.ObjectShape;
import dev.wayfare.flow.step.StepTypes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The exits of the step types, as their shapes tell: `next`, `gave_up`, `cases.next`.
public final class Ways {

  private final DocumentShape document =
      new YamlDocuments(new CelLanguage(), StepTypes.ALL).shape();

  /// Every exit there is, as `type.exit`.
  public Set<String> all() {
    return document.variants().get("step").entrySet().stream()
        .flatMap(type -> names("", type.getValue().shape()).stream().map(it -> type.getKey() + it))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> names(String before, ObjectShape shape) {
    var names = new TreeSet<String>();
    for (var field : shape.fields()) {
      var name = before + "." + field.name();
      switch (field.holds()) {
        case FieldShape.Text(var role, _) when role == FieldShape.Role.STEP -> names.add(name);
        case FieldShape.One(var of) -> names.addAll(names(name, of));
        case FieldShape.Many(var of) -> names.addAll(names(name, of));
        case FieldShape.Named(var of, _, _) -> names.addAll(names(name, of));
        case FieldShape.ManyOf(var noun) when noun.equals("control") -> names.add(name + ".next");
        default -> {}
      }
    }
    return names;
  }

  /// The exits of a step, written like this, that lead to `target`.
  Set<String> leading(String type, Tree step, String target) {
    var names = new TreeSet<String>();
    collect("", document.variant("step", type), step, target, names);
    return names;
  }

  private void collect(
      String before, ObjectShape shape, Tree tree, String target, Set<String> names) {
    if (shape == null || !(tree instanceof Tree.Branch(var fields, _))) {
      return;
    }
    for (var field : shape.fields()) {
      var value = fields.get(field.name());
      if (value == null) {
        continue;
      }
      var name = before.isEmpty() ? field.name() : before + "." + field.name();
      switch (field.holds()) {
        case FieldShape.Text(var role, _)
            when role == FieldShape.Role.STEP
                && value instanceof Tree.Leaf(String to, _)
                && to.equals(target) ->
            names.add(name);
        case FieldShape.One(var of) -> collect(name, of, value, target, names);
        case FieldShape.Many(var of) -> each(name, of, value, target, names);
        case FieldShape.Named(var of, _, _) -> each(name, of, value, target, names);
        case FieldShape.ManyOf(var noun) when noun.equals("control") ->
            controls(name, value, target, names);
        default -> {}
      }
    }
  }

  private void each(String name, ObjectShape of, Tree many, String target, Set<String> names) {
    within(many).forEach(one -> collect(name, of, one, target, names));
  }

  /// Buttons lead on too, also those in a container.
  private void controls(String name, Tree many, String target, Set<String> names) {
    for (var one : within(many)) {
      if (one instanceof Tree.Branch(var fields, _)) {
        if (fields.get("next") instanceof Tree.Leaf(String to, _) && to.equals(target)) {
          names.add(name + ".next");
        }
        if (fields.containsKey("controls")) {
          controls(name, fields.get("controls"), target, names);
        }
      }
    }
  }

  private static Collection<Tree> within(Tree tree) {
    return switch (tree) {
      case Tree.Branch(Map<String, Tree> fields, _) -> fields.values();
      case Tree.Twigs(List<Tree> items, _) -> items;
      case Tree.Leaf _ -> List.of();
    };
  }
}
