package dev.wayfare.flow.step;

import dev.wayfare.flow.Request;
import dev.wayfare.flow.shape.Exit;
import java.util.Map;
import java.util.Optional;

/// Where a journey goes after a step.
public sealed interface Move {

  /// To a step of the same flow, in this turn.
  record Go(String step) implements Move {}

  /// Nowhere: the step waits to be woken.
  record Await() implements Move {}

  /// Asks the world outside; this step is woken by the answer.
  record Outside(Request request) implements Move {}

  /// Into another flow, on the same stack; this step is woken by its result.
  record Call(String flow, Map<String, Object> inputs) implements Move {}

  /// Puts the web channel on a page of `flow`: at `step`, or its start. A step on the web channel
  /// goes there itself; any other goes on through `next`.
  record Enter(String flow, Optional<String> step, Exit next) implements Move {}

  /// The flow is done; whoever called it gets the result.
  record Return(Object result) implements Move {}

  /// The call is done; the journey goes on.
  record HangUp() implements Move {}

  /// The journey is done.
  record End() implements Move {}

  /// The step failed; the nearest `catch` hears of it.
  record Fail(String code, String message) implements Move {}

  /// Through the exit for a failure, where there is one, with `error` in sight; else it fails.
  static Move failing(Scene scene, Optional<Exit> failed, String code, String message) {
    if (failed.isEmpty()) {
      return new Fail(code, message);
    }
    scene.showError(code, message);
    return through(failed.get());
  }

  /// Through an exit: to its step, or out of the flow where it leads nowhere.
  static Move through(Exit exit) {
    return exit.step().<Move>map(Go::new).orElseGet(() -> new Return(Map.of()));
  }
}
