package dev.wayfare.app;

import dev.wayfare.flow.Problem;
import java.util.List;

/// The problems of a text as spots in it: the place of a problem is a line and a column, an editor
/// underlines from one offset to another.
record Slips(String source) {

  List<ExpressionView.Slip> of(List<Problem> problems) {
    return problems.stream().distinct().map(this::slip).toList();
  }

  private ExpressionView.Slip slip(Problem problem) {
    var line = Math.max(1, problem.place().line());
    var column = Math.max(1, problem.place().column());
    var from = Math.min(source.length(), begin(line) + column - 1);
    return new ExpressionView.Slip(from, end(from), line, column, problem.text(), problem.wayOut());
  }

  private int begin(int line) {
    var at = 0;
    for (var passed = 1; passed < line && at >= 0; passed++) {
      at = source.indexOf('\n', at) + 1;
      if (at == 0) {
        return source.length();
      }
    }
    return at;
  }

  /// The end of the word that begins there, or one sign further.
  private int end(int from) {
    var to = from;
    while (to < source.length() && Character.isJavaIdentifierPart(source.charAt(to))) {
      to++;
    }
    return to > from ? to : Math.min(source.length(), from + 1);
  }
}
