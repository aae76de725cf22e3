package dev.wayfare.flow.step;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Set;

/// Counts something the team wants to know.
public record Metric(String name, Expression value, Exit next) implements Step {
  static final StepType TYPE =
      new StepType(
          "metric",
          StepType.EVERYWHERE,
          Set.of(),
          "Adds a figure to a metric of your own.",
          """
          channel: text
          start: count
          steps:
            count: {type: metric, name: orders_moved, value: "1"}
          """,
          Metric::new);

  Metric(Fields in) {
    this(
        in.word("name", "The metric's name."),
        in.expression("value", Type.NUMBER, "What is added."),
        in.exit("next", "Where to go on."));
  }

  @Override
  public Move run(Scene scene) {
    var figure = (Double) scene.value(value);
    scene.emit(new Effect.Metric(name, figure));
    scene.note("measured", Values.object("name", name, "value", figure));
    return Move.through(next);
  }
}
