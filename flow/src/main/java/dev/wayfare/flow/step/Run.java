package dev.wayfare.flow.step;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.shape.Exit;
import dev.wayfare.flow.shape.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs another flow, of this channel or a data flow, and goes on with its result.
public record Run(
    String flow,
    Map<String, Expression> with,
    Optional<String> into,
    Exit next,
    Optional<Exit> failed)
    implements Step {
  static final StepType TYPE =
      new StepType(
          "run",
          StepType.EVERYWHERE,
          Set.of(),
          "Runs another flow with inputs, waits until it is done, and keeps its result.",
          """
          channel: text
          start: which
          steps:
            which: {type: ask, text: "What is your order number?", into: order, next: look}
            look: {type: run, flow: find_order, with: {order: order}, into: found, next: tell, failed: sorry}
            tell: {type: say, text: "It comes on {{ found.day }}."}
            sorry: {type: say, text: "We could not find that order."}
          """,
          Run::new);

  Run(Fields in) {
    this(
        in.runs("flow", "The flow to run."),
        in.inputs("flow", "with", "Its inputs by name."),
        in.maybeSets("into", Type.OBJECT, "The variable that takes its result."),
        in.exit("next", "Where to go on."),
        in.maybeExit(
            "failed",
            "Where to go when it failed, and `error` says why; without it the failure goes to the"
                + " nearest `catch`."));
  }

  @Override
  public Move run(Scene scene) {
    return switch (scene.takeInput()) {
      case Input.Returned(var result) -> {
        into.ifPresent(variable -> scene.set(variable, result));
        yield Move.through(next);
      }
      case Input.Failed(var trouble) ->
          Move.failing(scene, failed, trouble.code(), trouble.message());
      case Input.None() -> new Move.Call(flow, scene.values(with));
      case Input.Text _,
          Input.Opening _,
          Input.OfCall _,
          Input.Answered _,
          Input.Submitted _,
          Input.TimerFired _,
          Input.Expired _,
          Input.OfPublisher _ ->
          new Move.Await();
    };
  }
}
