package dev.wayfare.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.flow.json.Documents;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistakes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// What would be wrong with a document if it were saved. Nothing is kept.
@RestController
@RequestMapping("/api/v1/apps/{app}/draft/check")
final class CheckController {

  record CheckWish(@Nullable JsonNode document) {}

  /// Hash and document are missing where nothing can be read; the document also where it was sent
  /// as JSON, as it is at hand then. Lines and columns are those of the text that was sent.
  record CheckedDraft(
      List<ProblemView> problems, Optional<String> hash, Optional<JsonNode> document) {}

  private final Drafts drafts;
  private final Documents documents;
  private final AppFinder finder;
  private final JsonMapper json;

  CheckController(Drafts drafts, Documents documents, AppFinder finder, JsonMapper json) {
    this.drafts = drafts;
    this.documents = documents;
    this.finder = finder;
    this.json = json;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  CheckedDraft check(Caller caller, @PathVariable String app, @RequestBody CheckWish wish) {
    finder.app(app, caller);
    var mistakes = new Mistakes();
    var document =
        mistakes.present("document", wish.document(), JsonNodeFactory.instance.objectNode());
    mistakes.refuseIfAny();
    return checked(document.toString(), Optional.empty());
  }

  @PostMapping(consumes = "application/yaml")
  CheckedDraft checkScript(Caller caller, @PathVariable String app, @RequestBody byte[] script) {
    finder.app(app, caller);
    DraftSize.check(script.length);
    var source = new String(script, UTF_8);
    return checked(source, documents.tree(source).map(tree -> json.readTree(documents.json(tree))));
  }

  private CheckedDraft checked(String source, Optional<JsonNode> document) {
    DraftSize.check(source.length());
    return switch (drafts.read(source)) {
      case Drafts.Read.Understood(_, _, var hash, var problems) ->
          new CheckedDraft(ProblemView.of(problems), Optional.of(hash), document);
      case Drafts.Read.Unreadable(var problems) ->
          new CheckedDraft(ProblemView.of(problems), Optional.empty(), document);
    };
  }
}
