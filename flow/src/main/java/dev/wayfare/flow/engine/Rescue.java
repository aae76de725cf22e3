package dev.wayfare.flow.engine;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.expression.Bindings;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.step.Catch;
import java.util.Map;
import java.util.Optional;

/// Who hears a failure, and what the app says when nobody does.
record Rescue(App app) {
  private static final String LAST_RESORT =
      "Sorry, something went wrong on our side. Please try again later.";

  /// The step of this flow that hears the trouble. Nobody hears that a budget is spent.
  Optional<String> catcher(Spot at, Trouble trouble) {
    var flow = app.flows().get(at.flow);
    if (flow == null || trouble.code().equals(Trouble.BUDGET)) {
      return Optional.empty();
    }
    return flow.steps().entrySet().stream()
        .filter(step -> step.getValue() instanceof Catch it && it.hears(trouble.code()))
        .map(Map.Entry::getKey)
        .filter(step -> !step.equals(at.step))
        .findFirst();
  }

  String answer(Channel line, Bindings sight) {
    var own = app.troubleAnswers().get(line);
    if (own == null) {
      return LAST_RESORT;
    }
    try {
      return own.fill(sight);
    } catch (ExpressionFailed twice) {
      return LAST_RESORT;
    }
  }
}
