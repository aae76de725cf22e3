package dev.wayfare.flow.shape;

import dev.wayfare.flow.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Brings a document into the one order of its content.
///
/// To be read: the fields of an object stand in the order of its shape, unknown ones last, names in
/// the author's order. To be hashed: what says nothing (notes, the canvas) is left out, and all
/// whose order says nothing is sorted.
public final class Canonical {
  private final DocumentShape shape;
  private final boolean hashed;

  private Canonical(DocumentShape shape, boolean hashed) {
    this.shape = shape;
    this.hashed = hashed;
  }

  public static Map<String, @Nullable Object> toRead(DocumentShape shape, Tree.Branch document) {
    return new Canonical(shape, false).object(plain(document), shape.root());
  }

  public static Map<String, @Nullable Object> toHash(DocumentShape shape, Tree.Branch document) {
    return new Canonical(shape, true).object(plain(document), shape.root());
  }

  private static Map<?, ?> plain(Tree.Branch document) {
    return document.plain() instanceof Map<?, ?> map ? map : Map.of();
  }

  private Map<String, @Nullable Object> object(Map<?, ?> map, ObjectShape known) {
    Map<String, @Nullable Object> ordered = hashed ? new TreeMap<>() : new LinkedHashMap<>();
    for (var field : known.fields()) {
      if (map.containsKey(field.name()) && !(hashed && saysNothing(field))) {
        ordered.put(field.name(), value(map.get(field.name()), field.holds()));
      }
    }
    map.forEach(
        (name, value) -> {
          if (known.field(name.toString()).isEmpty()) {
            ordered.put(name.toString(), value);
          }
        });
    return ordered;
  }

  private static boolean saysNothing(FieldShape field) {
    return field.name().equals("note") || field.holds() instanceof FieldShape.Open;
  }

  private @Nullable Object value(@Nullable Object value, FieldShape.Holds holds) {
    return switch (holds) {
      case FieldShape.One(var of) -> value instanceof Map<?, ?> map ? object(map, of) : value;
      case FieldShape.Many(var of) ->
          Inside.list(value, item -> item instanceof Map<?, ?> map ? object(map, of) : item);
      case FieldShape.ManyOf(var noun) -> Inside.list(value, item -> variant(item, noun));
      case FieldShape.Named(var of, var shortFor, var ordered) ->
          named(
              value,
              ordered,
              entry ->
                  switch (entry) {
                    case Map<?, ?> map -> object(map, of);
                    case String word when shortFor.isPresent() -> Map.of(shortFor.get(), word);
                    case null, default -> entry;
                  });
      case FieldShape.NamedOf(var noun, var ordered) ->
          named(value, ordered, entry -> variant(entry, noun));
      case FieldShape.Text _,
          FieldShape.StepOf _,
          FieldShape.Formula _,
          FieldShape.Formulas _,
          FieldShape.Words _,
          FieldShape.Flag _,
          FieldShape.Figure _,
          FieldShape.Choice _,
          FieldShape.Value _,
          FieldShape.Constant _,
          FieldShape.Open _ ->
          value;
    };
  }

  private @Nullable Object variant(@Nullable Object value, String noun) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    var known = shape.variant(noun, map.get("type"));
    return known == null ? value : object(map, known);
  }

  private @Nullable Object named(@Nullable Object value, boolean ordered, Inside.Inner inner) {
    if (!(value instanceof Map<?, ?> entries)) {
      return value;
    }
    Map<String, @Nullable Object> made =
        hashed && !ordered ? new TreeMap<>() : new LinkedHashMap<>();
    entries.forEach((name, entry) -> made.put(name.toString(), inner.of(entry)));
    return made;
  }
}
