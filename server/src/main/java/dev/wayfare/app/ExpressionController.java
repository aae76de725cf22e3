package dev.wayfare.app;

import dev.wayfare.http.Caller;
import dev.wayfare.http.Mistake;
import dev.wayfare.http.Mistakes;
import dev.wayfare.http.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// An expression while it is written: what it means at its place of the unsaved draft. Nothing is
/// kept.
@RestController
@RequestMapping("/api/v1/apps/{app}/draft")
final class ExpressionController {
  private static final List<String> KINDS = List.of("expression", "template");

  /// `place` is a path as problems have it (`flows/helper/steps/which/check`); `kind` is what the
  /// caller takes it for and may be left out; `values` hold over the variables' own beginnings.
  record ExpressionWish(
      @Nullable JsonNode document,
      @Nullable String place,
      @Nullable String source,
      Optional<String> kind,
      Optional<Map<String, JsonNode>> values) {}

  private final Expressions expressions;
  private final AppFinder finder;

  ExpressionController(Expressions expressions, AppFinder finder) {
    this.expressions = expressions;
    this.finder = finder;
  }

  @PostMapping("/expressions")
  ExpressionView read(Caller caller, @PathVariable String app, @RequestBody ExpressionWish wish) {
    finder.app(app, caller);
    var mistakes = new Mistakes();
    var document =
        mistakes.present("document", wish.document(), JsonNodeFactory.instance.objectNode());
    var place = mistakes.present("place", wish.place(), "");
    var source = mistakes.present("source", wish.source(), "");
    if (!KINDS.contains(wish.kind().orElse("expression"))) {
      mistakes.add("value_unexpected", "kind", "Expected one of " + KINDS + ".", "");
    }
    mistakes.refuseIfAny();
    DraftSize.check(document.toString().length() + source.length());
    return expressions
        .read(document, place, source, wish.values().orElse(Map.of()))
        .orElseThrow(() -> nothingRead(place));
  }

  private static ProblemException nothingRead(String place) {
    return ProblemException.unprocessable(
        List.of(
            new Mistake(
                "PLACE_UNKNOWN",
                "place",
                "Nothing is read as an expression or a text at \"%s\".".formatted(place),
                "Give the path of one, as flows/helper/steps/which/check.")));
  }
}
