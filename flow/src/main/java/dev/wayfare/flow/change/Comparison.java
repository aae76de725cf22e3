package dev.wayfare.flow.change;

import dev.wayfare.flow.shape.DocumentShape;
import dev.wayfare.flow.shape.FieldShape;
import dev.wayfare.flow.shape.FieldShape.Role;
import dev.wayfare.flow.shape.ObjectShape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Walks two canonical documents side by side by their shape: whatever a type of step or control
/// has, it has told the shape, so nothing here knows a type by name.
record Comparison(DocumentShape shape, Order order, Telling telling) {

  /// The shape of an object, where it is known.
  interface Shaped extends Function<@Nullable Object, Optional<ObjectShape>> {}

  void apps(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    object(Optional.of(shape.root()), before, after, At.ROOT);
  }

  void object(Optional<ObjectShape> known, Map<?, ?> before, Map<?, ?> after, At at) {
    var main = known.flatMap(Comparison::main);
    for (var name : names(known, before, after)) {
      if (before.containsKey(name) == after.containsKey(name)
          && Same.same(before.get(name), after.get(name))) {
        continue;
      }
      var told = telling.size();
      var field = known.flatMap(it -> it.field(name));
      if (field.isEmpty() || !inside(field.get(), before, after, at)) {
        leaf(field, main.filter(name::equals).isPresent(), before, after, name, at);
      }
      if (telling.size() == told) {
        telling.value(at.field(name), at.field(name).sense().rest(), before, after, name, false);
      }
    }
  }

  /// The first text with holes: what an object says, asks or shows.
  static Optional<String> main(ObjectShape shape) {
    return shape.fields().stream()
        .filter(
            field -> field.holds() instanceof FieldShape.Text(var role, _) && role == Role.TEMPLATE)
        .map(FieldShape::name)
        .findFirst();
  }

  private static Set<String> names(Optional<ObjectShape> known, Map<?, ?> before, Map<?, ?> after) {
    var names = new LinkedHashSet<String>();
    known.ifPresent(it -> it.fields().forEach(field -> names.add(field.name())));
    before.keySet().forEach(name -> names.add(name.toString()));
    after.keySet().forEach(name -> names.add(name.toString()));
    return names;
  }

  /// Looks into a field that holds objects; false where it is told as one value.
  private boolean inside(FieldShape field, Map<?, ?> before, Map<?, ?> after, At at) {
    var old = before.get(field.name());
    var now = after.get(field.name());
    return switch (field.holds()) {
      case FieldShape.One(var of) -> {
        var both = old instanceof Map<?, ?> && now instanceof Map<?, ?>;
        if (old instanceof Map<?, ?> a && now instanceof Map<?, ?> b) {
          object(Optional.of(of), a, b, at.field(field.name()));
        }
        yield both;
      }
      case FieldShape.Many(var of) ->
          items(field.name(), old, now, _ -> Optional.of(of), sense(of, at), at);
      case FieldShape.ManyOf(var noun) ->
          items(field.name(), old, now, it -> variant(noun, it), Sense.CONTROL, at);
      case FieldShape.Named(var of, _, var ordered) ->
          new Entries(this, field.name(), ordered)
              .compare(old, now, _ -> Optional.of(of), sense(of, at.field(field.name())), at);
      case FieldShape.NamedOf(var noun, var ordered) ->
          new Entries(this, field.name(), ordered)
              .compare(old, now, it -> variant(noun, it), noun, at);
      case FieldShape.Formulas _ ->
          new Entries(this, field.name(), true)
              .compare(old, now, _ -> Optional.empty(), at.sense(), at);
      case FieldShape.Text _,
          FieldShape.StepOf _,
          FieldShape.Formula _,
          FieldShape.Words _,
          FieldShape.Flag _,
          FieldShape.Figure _,
          FieldShape.Choice _,
          FieldShape.Value _,
          FieldShape.Constant _,
          FieldShape.Open _ ->
          false;
    };
  }

  /// Things with a text of their own inside a step or control are what can be chosen there.
  private static Sense sense(ObjectShape of, At at) {
    var inStep = at.path().split("/").length > 3;
    return inStep && main(of).isPresent() ? Sense.OPTION : at.sense();
  }

  private Optional<ObjectShape> variant(String noun, @Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? Optional.ofNullable(shape.variant(noun, map.get("type")))
        : Optional.empty();
  }

  private boolean items(
      String field,
      @Nullable Object before,
      @Nullable Object after,
      Shaped of,
      Sense sense,
      At at) {
    var lists =
        (before == null || before instanceof List<?>)
            && (after == null || after instanceof List<?>);
    if (lists) {
      var old = before instanceof List<?> items ? items : List.of();
      var now = after instanceof List<?> items ? items : List.of();
      new Items(this, field, of, sense).compare(old, now, at);
    }
    return lists;
  }

  /// One of several types that stays of its type is compared inside; else it is told as a whole.
  void one(Shaped of, @Nullable Object before, @Nullable Object after, At at) {
    if (!(before instanceof Map<?, ?> old) || !(after instanceof Map<?, ?> now)) {
      telling.whole(at, before, after);
    } else if (of.apply(old).equals(of.apply(now))) {
      object(of.apply(now), old, now, at);
    } else {
      var was = Shown.whole(old.get("type"));
      var is = Shown.whole(now.get("type"));
      telling.becomes(at, at.sense().first(), was, is, Detail.says(of.apply(now), now, at));
    }
  }

  private void leaf(
      Optional<FieldShape> field,
      boolean main,
      Map<?, ?> before,
      Map<?, ?> after,
      String name,
      At at) {
    var there = at.field(name);
    var words =
        field
            .map(it -> it.holds() instanceof FieldShape.Text(var role, _) && role == Role.TEMPLATE)
            .orElse(false);
    if (main
        && there.sense().first().speaks()
        && before.get(name) != null
        && after.get(name) != null) {
      telling.words(at, there, there.sense().first(), before.get(name), after.get(name));
    } else {
      telling.value(there, sort(field, there, main), before, after, name, words);
    }
  }

  private static Sort sort(Optional<FieldShape> field, At at, boolean main) {
    var sense = at.sense();
    if (main) {
      return sense.first();
    }
    return field.map(FieldShape::holds).orElse(null) instanceof FieldShape.Text(var role, _)
        ? switch (role) {
          case TEMPLATE -> sense.words();
          case DURATION -> Sort.TIMING;
          case PLAIN, STEP, FLOW, VARIABLE -> sense.rest();
        }
        : sense.rest();
  }
}
