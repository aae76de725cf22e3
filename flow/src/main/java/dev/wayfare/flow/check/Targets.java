package dev.wayfare.flow.check;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.expression.Nearest;
import java.util.Collection;
import java.util.function.Consumer;

/// Every exit leads to a step and every name of a flow to a flow.
final class Targets implements Checks.Check {
  @Override
  public void check(Graph app, Consumer<Problem> tell) {
    for (var reference : app.app().references()) {
      switch (reference.kind()) {
        case EXIT -> step(app, reference.flow(), reference.target(), reference.place(), tell);
        case RUN, FLOW -> flow(app, reference.target(), reference.place(), tell);
        case FLOW_STEP -> stepOfFlow(app, reference, tell);
        case HOURS -> hours(app, reference.target(), reference.place(), tell);
        case SETS, READS -> {}
      }
    }
  }

  private static void stepOfFlow(Graph app, Reference reference, Consumer<Problem> tell) {
    var slash = reference.target().indexOf('/');
    var flow = reference.target().substring(0, slash);
    if (app.flows().contains(flow)) {
      step(app, flow, reference.target().substring(slash + 1), reference.place(), tell);
    } else {
      flow(app, flow, reference.place(), tell);
    }
  }

  private static void step(
      Graph app, String flow, String step, Place place, Consumer<Problem> tell) {
    var steps = app.steps(flow);
    if (!steps.contains(step)) {
      tell.accept(
          Problem.error(
              Code.TARGET_MISSING,
              place,
              "There is no step `%s` in the flow `%s`.".formatted(step, flow),
              wayOut("step", step, steps)));
    }
  }

  private static void flow(Graph app, String flow, Place place, Consumer<Problem> tell) {
    if (!app.flows().contains(flow)) {
      tell.accept(
          Problem.error(
              Code.FLOW_MISSING,
              place,
              "There is no flow `%s`.".formatted(flow),
              wayOut("flow", flow, app.flows())));
    }
  }

  private static void hours(Graph app, String name, Place place, Consumer<Problem> tell) {
    if (!app.calendars().contains(name)) {
      tell.accept(
          Problem.error(
              Code.HOURS_MISSING,
              place,
              "There are no hours `%s`.".formatted(name),
              Nearest.to(name, app.calendars())
                  .map("Did you mean `%s`?"::formatted)
                  .orElse(
                      "Add `hours: {%s: {mon: \"09:00-17:00\"}}` to the app.".formatted(name))));
    }
  }

  private static String wayOut(String noun, String name, Collection<String> known) {
    return Nearest.to(name, known)
        .map("Did you mean `%s`?"::formatted)
        .orElse("Add a %s `%s`, or name another one here.".formatted(noun, name));
  }
}
