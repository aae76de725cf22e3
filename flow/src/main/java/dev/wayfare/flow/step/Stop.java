package dev.wayfare.flow.step;

import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Fields;
import java.util.Map;
import java.util.Set;

/// Ends this flow and hands its result to whoever ran it. The journey stays open.
public record Stop(Map<String, Expression> result) implements Step {
  static final StepType TYPE =
      new StepType(
          "stop",
          StepType.EVERYWHERE,
          Set.of(),
          "Ends this flow with a result; the journey stays open.",
          """
          start: answer
          inputs: {order: text}
          steps:
            answer: {type: stop, result: {known: "order != ''"}}
          """,
          Stop::new);

  Stop(Fields in) {
    this(in.expressions("result", "The fields of the result."));
  }

  @Override
  public Move run(Scene scene) {
    return new Move.Return(scene.values(result));
  }
}
