package dev.wayfare.flow.play;

import dev.wayfare.flow.App;
import dev.wayfare.flow.GoldenFile;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// The golden journeys' files: apps, and the cases that belong to each.
public final class Journeys {
  private static final Path FOLDER = Path.of("src/test/journeys");
  private static final Path EXAMPLES = Path.of("../examples");

  private Journeys() {}

  /// The apps that have cases, by name.
  public static List<String> apps() {
    return cases().stream()
        .map(path -> path.getFileName().toString().split("\\.", -1)[0])
        .distinct()
        .toList();
  }

  /// The cases of all apps, in order.
  public static List<Path> cases() {
    try (var files = Files.list(FOLDER)) {
      return files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What these cases pass through, found by playing them.
  public static Sightings seen(Collection<Path> cases) {
    var seen = new Sightings();
    for (var path : cases) {
      var app = app(path.getFileName().toString().split("\\.", -1)[0]);
      var golden = GoldenCase.read(new GoldenFile(path));
      golden.triggers(app).forEach(seen::cameIn);
      seen.follow(app, watch -> golden.play(app, watch));
    }
    return seen;
  }

  /// An app of this name: its own file, else the example.
  public static App app(String name) {
    var own = FOLDER.resolve(name + ".yaml");
    var path = Files.exists(own) ? own : EXAMPLES.resolve(name + ".yaml");
    var reading =
        new YamlDocuments(new CelLanguage(), StepTypes.ALL).read(new GoldenFile(path).text());
    return reading.app().orElseThrow(() -> new AssertionError(path + ": " + reading.problems()));
  }
}
