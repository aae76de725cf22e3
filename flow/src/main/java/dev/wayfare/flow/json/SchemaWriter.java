package dev.wayfare.flow.json;

import dev.wayfare.flow.shape.DocumentFields.Form;
import dev.wayfare.flow.shape.DocumentShape;
import dev.wayfare.flow.shape.Durations;
import dev.wayfare.flow.shape.FieldShape;
import dev.wayfare.flow.shape.FieldShape.Holds;
import dev.wayfare.flow.shape.FieldShape.Role;
import dev.wayfare.flow.shape.Names;
import dev.wayfare.flow.shape.ObjectShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The JSON Schema (2020-12) of a document's shape, for editors to complete and judge by.
///
/// Objects of several types are told apart by `if`/`then` on `type`, so that an editor offers the
/// fields of the type that stands there. `x-wayfare` says what a text means to us.
final class SchemaWriter {
  private final DocumentShape shape;

  SchemaWriter(DocumentShape shape) {
    this.shape = shape;
  }

  Map<String, Object> schema() {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:wayfare:app:1");
    schema.put("title", "Wayfare app");
    schema.put("description", "An app document, in JSON or YAML.");
    schema.putAll(object(shape.root()));
    var definitions = new LinkedHashMap<String, Object>();
    definitions.put("name", ordered("type", "string", "pattern", whole(Names.PATTERN)));
    shape.variants().forEach((noun, types) -> define(definitions, noun, types));
    schema.put("$defs", definitions);
    return schema;
  }

  private void define(
      Map<String, Object> definitions, String noun, Map<String, DocumentShape.Variant> types) {
    var choices = new ArrayList<Object>();
    types.forEach(
        (word, _) ->
            choices.add(
                ordered(
                    "if",
                    ordered(
                        "properties",
                        Map.of("type", Map.of("const", word)),
                        "required",
                        List.of("type")),
                    "then",
                    reference(id(noun) + "." + word))));
    var any = new LinkedHashMap<String, Object>();
    any.put("type", "object");
    any.put("required", List.of("type"));
    any.put("properties", Map.of("type", Map.of("enum", List.copyOf(types.keySet()))));
    any.put("allOf", choices);
    definitions.put(id(noun), any);
    types.forEach(
        (word, variant) -> {
          var one = new LinkedHashMap<String, Object>();
          if (!variant.doc().isEmpty()) {
            one.put("description", variant.doc());
          }
          one.putAll(object(variant.shape()));
          definitions.put(id(noun) + "." + word, one);
        });
  }

  private Map<String, Object> object(ObjectShape of) {
    var properties = new LinkedHashMap<String, Object>();
    of.fields().forEach(field -> properties.put(field.name(), field(field)));
    var object = new LinkedHashMap<String, Object>();
    object.put("type", "object");
    object.put("properties", properties);
    var required = of.fields().stream().filter(FieldShape::required).map(FieldShape::name).toList();
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("additionalProperties", false);
    return object;
  }

  private Map<String, Object> field(FieldShape field) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("description", field.doc());
    schema.putAll(holds(field.holds()));
    field.otherwise().ifPresent(value -> schema.put("default", value));
    return schema;
  }

  private Map<String, Object> holds(Holds holds) {
    return switch (holds) {
      case FieldShape.Text(var role, var form) -> text(role, form);
      case FieldShape.StepOf _ -> text(Role.STEP, Optional.empty());
      case FieldShape.Formula _ -> formula();
      case FieldShape.Formulas _ -> entries(formula());
      case FieldShape.Words _ -> ordered("type", "array", "items", Map.of("type", "string"));
      case FieldShape.Flag _ -> Map.of("type", "boolean");
      case FieldShape.Figure(var least, var most, var isWhole) ->
          ordered("type", isWhole ? "integer" : "number", "minimum", least, "maximum", most);
      case FieldShape.Choice(var words) when words.size() == 1 -> Map.of("const", words.getFirst());
      case FieldShape.Choice(var words) -> Map.of("enum", words);
      case FieldShape.Value _, FieldShape.Open _ -> Map.of();
      case FieldShape.Constant(var value) -> Map.of("const", value);
      case FieldShape.One(var of) -> object(of);
      case FieldShape.Many(var of) -> ordered("type", "array", "items", object(of));
      case FieldShape.ManyOf(var noun) -> ordered("type", "array", "items", reference(id(noun)));
      case FieldShape.NamedOf(var noun, _) -> entries(reference(id(noun)));
      case FieldShape.Named(var of, var shortFor, _) ->
          entries(
              shortFor
                  .flatMap(of::field)
                  .<Map<String, Object>>map(
                      field -> Map.of("anyOf", List.of(holds(field.holds()), object(of))))
                  .orElseGet(() -> object(of)));
    };
  }

  private static Map<String, Object> text(Role role, Optional<Form> form) {
    var text = new LinkedHashMap<String, Object>();
    text.put("type", "string");
    switch (role) {
      case STEP, FLOW, VARIABLE -> text.put("pattern", whole(Names.PATTERN));
      case DURATION -> text.put("pattern", whole(Durations.PATTERN));
      case PLAIN, TEMPLATE -> {}
    }
    form.ifPresent(
        known -> {
          text.put("pattern", whole(known.pattern()));
          text.put("maxLength", (double) known.most());
        });
    if (role != Role.PLAIN) {
      text.put("x-wayfare", role.name().toLowerCase(Locale.ROOT));
    }
    return text;
  }

  /// Numbers and truths are expressions too, of themselves.
  private static Map<String, Object> formula() {
    return ordered("type", List.of("string", "number", "boolean"), "x-wayfare", "expression");
  }

  private static Map<String, Object> entries(Map<String, Object> value) {
    return ordered(
        "type", "object", "propertyNames", reference("name"), "additionalProperties", value);
  }

  private static Map<String, Object> reference(String definition) {
    return Map.of("$ref", "#/$defs/" + definition);
  }

  /// A noun as part of an address.
  private static String id(String noun) {
    return noun.replaceAll("[^a-z0-9]+", "_");
  }

  private static String whole(String pattern) {
    return "^(?:" + pattern + ")$";
  }

  /// Keywords and their values, in this order.
  private static Map<String, Object> ordered(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (var i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
