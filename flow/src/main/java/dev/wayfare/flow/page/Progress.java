package dev.wayfare.flow.page;

import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.shape.Fields;
import java.util.Optional;

/// How much of something is done. View: attributes `value` and `most` (plain numbers, `value` never
/// outside 0 and `most`) and `percent` (0 to 100).
public record Progress(
    Presence presence, Template label, Expression value, Optional<Expression> most)
    implements Display {
  static final ControlType TYPE =
      new ControlType(
          "progress",
          ControlType.EVERYWHERE,
          "How much of something is done, as a bar.",
          "{type: progress, label: \"Photos sent\", value: \"2\", most: \"5\"}",
          Progress::new);

  Progress(Fields in, Setting setting) {
    this(
        Presence.of(in),
        in.template("label", "What the bar counts."),
        in.expression("value", Type.NUMBER, "How much is done."),
        in.maybeExpression("most", Type.NUMBER, "How much there is; 100 when left out."));
  }

  @Override
  public ControlView view(Spot spot) {
    var end = Math.max(0, most.map(at -> number(spot, at)).orElse(100d));
    var done = Math.clamp(number(spot, value), 0, end);
    return spot.shown(
        "progress",
        spot.fill(label),
        Plain.attributes(
            "value", Values.show(done),
            "most", Values.show(end),
            "percent", Long.toString(percent(done, end))));
  }

  /// Of 0 to 100; nothing to do counts as nothing done.
  static long percent(double done, double end) {
    return end > 0 ? Math.clamp(Math.round(100 * done / end), 0, 100) : 0;
  }

  private static double number(Spot spot, Expression expression) {
    return spot.sight().value(expression) instanceof Number number ? number.doubleValue() : 0;
  }
}
