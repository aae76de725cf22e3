package dev.wayfare.flow.json;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.shape.DocumentShape;
import dev.wayfare.flow.shape.FieldShape;
import dev.wayfare.flow.shape.ObjectShape;
import dev.wayfare.flow.step.StepType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The page that documents every type of step, from the code alone.
final class StepsPage {
  private static final String HEAD =
      """
      # Step types

      Generated from the code. Every object may also have a `note`, a remark for builders. A field that leads
      to a step ends the flow when it is left out, unless it says otherwise.
      """;

  private final StringBuilder out = new StringBuilder(HEAD);

  private StepsPage() {}

  static String write(DocumentShape shape, List<StepType> types) {
    var page = new StepsPage();
    for (var type : types) {
      page.step(type, shape.variants().get("step").get(type.word()).shape());
    }
    shape
        .variants()
        .forEach(
            (noun, variants) -> {
              if (noun.startsWith("control")) {
                page.out.append("\n# Type of ").append(noun).append('\n');
                variants.forEach(
                    (word, variant) -> page.part(word, variant.doc(), variant.shape()));
              }
            });
    return page.out.toString();
  }

  private void step(StepType type, ObjectShape shape) {
    part(type.word(), type.doc(), shape);
    var channels =
        type.channels().stream().sorted().map(Channel::word).collect(Collectors.joining(", "));
    out.append("\nIn flows of channel ").append(channels).append(".\n\n```yaml\n");
    out.append(type.example().strip()).append("\n```\n");
  }

  private void part(String word, String doc, ObjectShape shape) {
    out.append("\n## `").append(word).append("`\n\n").append(doc.isEmpty() ? "" : doc + "\n\n");
    out.append("| Field | Holds | |\n|---|---|---|\n");
    rows("", shape);
  }

  private void rows(String before, ObjectShape shape) {
    for (var field : shape.fields()) {
      if (field.name().equals("note") || field.name().equals("type") && before.isEmpty()) {
        continue;
      }
      out.append("| `").append(before).append(field.name()).append("` | ").append(holds(field));
      out.append(field.required() ? ", required" : "").append(" | ").append(field.doc());
      field
          .otherwise()
          .ifPresent(value -> out.append(" Default `").append(Values.show(value)).append("`."));
      out.append(" |\n");
      switch (field.holds()) {
        case FieldShape.One(var of) -> rows(before + field.name() + ".", of);
        case FieldShape.Many(var of) -> rows(before + field.name() + "[].", of);
        case FieldShape.Named(var of, _, _) -> rows(before + field.name() + ".*.", of);
        default -> {}
      }
    }
  }

  private static String holds(FieldShape field) {
    return switch (field.holds()) {
      case FieldShape.Text(var role, _) ->
          switch (role) {
            case PLAIN -> "text";
            case TEMPLATE -> "text with `{{ }}`";
            case STEP, FLOW, VARIABLE -> role.name().toLowerCase(Locale.ROOT);
            case DURATION -> "length of time";
          };
      case FieldShape.StepOf _ -> "step";
      case FieldShape.Formula(var wanted) ->
          wanted == dev.wayfare.flow.Type.ANY ? "expression" : "expression (" + wanted.word() + ")";
      case FieldShape.Formulas _ -> "expressions by name";
      case FieldShape.Words _ -> "list of texts";
      case FieldShape.Flag _ -> "true or false";
      case FieldShape.Figure(var least, var most, var whole) ->
          (whole ? "whole number " : "number ") + Values.show(least) + " to " + Values.show(most);
      case FieldShape.Choice(var words) ->
          words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" "));
      case FieldShape.Value(var type) -> "value (" + type.word() + ")";
      case FieldShape.Constant(var value) -> "`" + Values.show(value) + "`";
      case FieldShape.Open _ -> "anything";
      case FieldShape.One _ -> "object";
      case FieldShape.Many _, FieldShape.ManyOf _ -> "list of objects";
      case FieldShape.Named _, FieldShape.NamedOf _ -> "objects by name";
    };
  }
}
