package dev.wayfare.flow.change;

import dev.wayfare.flow.shape.DocumentShape;
import dev.wayfare.flow.shape.FieldShape;
import dev.wayfare.flow.shape.Inside;
import dev.wayfare.flow.shape.ObjectShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Writes the same part of a document with other names of flows and steps, wherever it names one.
/// `steps` gets the flow and the id.
record Naming(DocumentShape shape, UnaryOperator<String> flows, BinaryOperator<String> steps) {

  /// An object that stands in this flow.
  Map<String, @Nullable Object> object(ObjectShape known, Map<?, ?> map, String flow) {
    var made = new TreeMap<String, @Nullable Object>();
    map.forEach(
        (name, value) ->
            made.put(
                name.toString(),
                known
                    .field(name.toString())
                    .map(field -> value(field.holds(), value, map, flow))
                    .orElse(value)));
    return made;
  }

  private @Nullable Object value(
      FieldShape.Holds holds, @Nullable Object value, Map<?, ?> around, String flow) {
    return switch (holds) {
      case FieldShape.Text(var role, _) ->
          switch (role) {
            case STEP -> value instanceof String id ? steps.apply(flow, id) : value;
            case FLOW -> value instanceof String name ? flows.apply(name) : value;
            case PLAIN, TEMPLATE, VARIABLE, DURATION -> value;
          };
      case FieldShape.StepOf(var field) ->
          value instanceof String id && around.get(field) instanceof String other
              ? steps.apply(other, id)
              : value;
      case FieldShape.One(var of) -> one(of, value, flow);
      case FieldShape.Many(var of) -> Inside.list(value, item -> one(of, item, flow));
      case FieldShape.ManyOf(var noun) -> Inside.list(value, item -> variant(noun, item, flow));
      case FieldShape.Named(var of, _, _) -> named(value, entry -> one(of, entry, flow));
      case FieldShape.NamedOf(var noun, _) -> named(value, entry -> variant(noun, entry, flow));
      case FieldShape.Formula _,
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

  private @Nullable Object one(ObjectShape of, @Nullable Object value, String flow) {
    return value instanceof Map<?, ?> map ? object(of, map, flow) : value;
  }

  @Nullable Object variant(String noun, @Nullable Object value, String flow) {
    var known = value instanceof Map<?, ?> map ? shape.variant(noun, map.get("type")) : null;
    return known == null ? value : one(known, value, flow);
  }

  /// The order stays, where it says something.
  private static @Nullable Object named(@Nullable Object value, Inside.Inner inner) {
    if (!(value instanceof Map<?, ?> entries)) {
      return value;
    }
    var made = new LinkedHashMap<String, @Nullable Object>();
    entries.forEach((name, entry) -> made.put(name.toString(), inner.of(entry)));
    return made;
  }
}
