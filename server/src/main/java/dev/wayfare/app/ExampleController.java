package dev.wayfare.app;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Tree;
import dev.wayfare.flow.json.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Apps to begin with, as they come with the server.
@RestController
final class ExampleController {
  /// In the order in which they are offered.
  private static final List<String> NAMES = List.of("parcel-desk", "appointments", "claim-intake");

  /// @param yaml the document, to be saved as the draft of a new app
  record ExampleView(String name, String title, String note, String yaml) {}

  record ExampleList(List<ExampleView> items) {}

  private final Documents documents;

  ExampleController(Documents documents) {
    this.documents = documents;
  }

  @GetMapping("/api/v1/examples")
  ExampleList examples() {
    return new ExampleList(NAMES.stream().flatMap(this::example).toList());
  }

  private Stream<ExampleView> example(String name) {
    var yaml = text("/examples/" + name + ".yaml");
    return documents.read(yaml).app().stream()
        .map(app -> new ExampleView(name, app.title(), note(app), yaml));
  }

  private static String note(App app) {
    return app.document().fields().get("note") instanceof Tree.Leaf(String text, _) ? text : "";
  }

  private static String text(String path) {
    try (var in = ExampleController.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The example %s is missing in the jar.".formatted(path));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
