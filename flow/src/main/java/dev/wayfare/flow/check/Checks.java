package dev.wayfare.flow.check;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// All checks of an app that was read. They see the whole graph and tell every problem at once.
public final class Checks {
  private final Shapes shapes = Shapes.ofAllSteps();

  private final List<Check> all =
      List.of(
          new Targets(),
          new Channels(),
          new Reach(),
          new Rounds(shapes),
          new Calls(shapes),
          new VariableUse(),
          new Options(),
          new OptWords(),
          new SecretAnswers(),
          new Photos(),
          new Inputs(),
          new Lengths(shapes),
          new Entrances(),
          new RecordTypes(),
          new RecordUse());

  /// One concern.
  @FunctionalInterface
  interface Check {
    void check(Graph app, Consumer<Problem> tell);
  }

  /// Every problem, in the order of the document.
  public List<Problem> check(App app) {
    var graph = new Graph(app);
    var problems = new ArrayList<Problem>();
    all.forEach(check -> check.check(graph, problems::add));
    return problems.stream()
        .distinct()
        .sorted(
            Comparator.<Problem>comparingInt(problem -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column())
                .thenComparing(problem -> problem.place().path())
                .thenComparing(Problem::code))
        .toList();
  }
}
