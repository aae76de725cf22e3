package dev.wayfare.app;

import dev.wayfare.flow.App;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A draft as somebody has it open, saved or not.
public final class UnsavedDraft {
  private UnsavedDraft() {}

  /// The app it says, with all its problems as far as it can be read at all; else they are told.
  public static App read(Documents documents, @Nullable JsonNode document) {
    var mistakes = new Mistakes();
    var source =
        mistakes.present("document", document, JsonNodeFactory.instance.objectNode()).toString();
    mistakes.refuseIfAny();
    DraftSize.check(source.length());
    var reading = documents.read(source);
    return reading
        .app()
        .orElseThrow(
            () -> ProblemException.unprocessable(ProblemView.mistakes(reading.problems())));
  }
}
