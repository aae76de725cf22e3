package dev.wayfare.flow.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The shape of a whole document: its root, and by noun (`step`, `control`) the shapes of all types
/// of object.
public record DocumentShape(ObjectShape root, Map<String, Map<String, Variant>> variants) {

  /// One type of object.
  public record Variant(String doc, ObjectShape shape) {}

  /// Runs a reader over nothing and keeps what it asked for.
  public static DocumentShape of(Consumer<DocumentFields> reader) {
    var variants = new LinkedHashMap<String, Map<String, Variant>>();
    var root = new DescribingFields(variants);
    reader.accept(root);
    return new DocumentShape(root.shape(), variants);
  }

  /// The shape of one object: of a type, where it says one that is known.
  public @Nullable ObjectShape variant(String noun, @Nullable Object type) {
    var found =
        type instanceof String word ? variants.getOrDefault(noun, Map.of()).get(word) : null;
    return found == null ? null : found.shape();
  }
}
