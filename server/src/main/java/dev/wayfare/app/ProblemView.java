package dev.wayfare.app;

import dev.wayfare.flow.Problem;
import dev.wayfare.http.Mistake;
import java.util.List;
import java.util.Locale;

/// A problem of a document, as the API tells it.
record ProblemView(
    String code, String severity, String path, int line, int column, String text, String wayOut) {

  static ProblemView of(Problem problem) {
    return new ProblemView(
        problem.code().name(),
        problem.severity().name().toLowerCase(Locale.ROOT),
        problem.place().path(),
        problem.place().line(),
        problem.place().column(),
        problem.text(),
        problem.wayOut());
  }

  static List<ProblemView> of(List<Problem> problems) {
    return problems.stream().map(ProblemView::of).toList();
  }

  static List<Mistake> mistakes(List<Problem> problems) {
    return problems.stream()
        .map(it -> new Mistake(it.code().name(), it.place().toString(), it.text(), it.wayOut()))
        .toList();
  }
}
