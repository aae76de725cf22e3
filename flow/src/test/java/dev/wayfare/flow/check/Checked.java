package dev.wayfare.flow.check;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.util.List;

/// Documents, read and checked.
final class Checked {
  private Checked() {}

  /// An app without any fault, to which a test adds its own flows.
  static final String CLEAN =
      """
      wayfare: 1
      name: parcel-desk
      answers: {text: "Please try again later.", web: "Please try again later."}
      triggers:
        texted: {type: text, flow: helper}
      variables:
        order: {type: text}
      flows:
        helper:
          channel: text
          start: which
          steps:
            which: {type: ask, text: "Your number?", into: order, next: thanks}
            thanks: {type: say, text: "Thank you, {{ order }}."}
      """;

  static App read(String document) {
    var reading = new YamlDocuments(new CelLanguage(), StepTypes.ALL).read(document);
    return reading.app().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  static List<Problem> problems(String document) {
    return new Checks().check(read(document));
  }

  /// What is told of the clean app with these flows added, two blanks to the right.
  static List<Problem> withFlows(String flows) {
    return problems(CLEAN + flows.indent(2));
  }

  /// What is told of it while it is read, before the checks.
  static List<Problem> whileReading(String flows) {
    return new YamlDocuments(new CelLanguage(), StepTypes.ALL)
        .read(CLEAN + flows.indent(2))
        .problems();
  }

  /// The problems in one line each: code, path, line and text.
  static List<String> told(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                "%s %s %s:%d %s"
                    .formatted(
                        problem.severity(),
                        problem.code(),
                        problem.place().path(),
                        problem.place().line(),
                        problem.text()))
        .toList();
  }
}
