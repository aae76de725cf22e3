package dev.wayfare.cli;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.check.Checks;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A document as it was read and checked here, without a server.
record Checked(Optional<App> app, List<Problem> problems) {
  static Checked of(String document) {
    var reading = new YamlDocuments(new CelLanguage(), StepTypes.ALL).read(document);
    var problems = new ArrayList<>(reading.problems());
    reading.app().map(new Checks()::check).ifPresent(problems::addAll);
    return new Checked(reading.app(), problems);
  }

  String name(Path file) {
    return app.map(App::name)
        .filter(name -> !name.isEmpty())
        .orElseThrow(
            () -> new Refused(Refused.Why.REFUSED, "There is no app's name in " + file + "."));
  }
}
