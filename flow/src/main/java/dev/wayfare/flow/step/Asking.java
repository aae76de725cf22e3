package dev.wayfare.flow.step;

import dev.wayfare.flow.Input;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.shape.Exit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// How a step runs that asks the world outside once and goes on by what came of it.
final class Asking {
  private Asking() {}

  static Move run(
      Scene scene, Optional<Exit> failed, Supplier<Move> ask, Function<Object, Move> done) {
    return switch (scene.takeInput()) {
      case Input.None() -> ask.get();
      case Input.Answered(_, Outcome.Done(var answer), _) -> done.apply(answer);
      case Input.Answered(_, Outcome.Failed(var code, var message), _) ->
          Move.failing(scene, failed, code, message);
      case Input.Text _,
          Input.Opening _,
          Input.OfCall _,
          Input.Submitted _,
          Input.TimerFired _,
          Input.Expired _,
          Input.OfPublisher _,
          Input.Returned _,
          Input.Failed _ ->
          new Move.Await();
    };
  }
}
