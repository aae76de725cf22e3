package dev.wayfare.app;

import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Variable;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.expression.Phrase;
import dev.wayfare.flow.expression.Trying;
import dev.wayfare.flow.expression.Vocabulary;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.flow.json.InPlace;
import dev.wayfare.flow.json.WorldJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads expressions and texts while somebody writes them, at their place in a draft that nobody
/// has saved, and works out what they would give.
final class Expressions {
  private static final WorldJson WORLD = new WorldJson();

  private final Documents documents;
  private final InstantSource clock;
  private final JsonMapper json;

  Expressions(Documents documents, InstantSource clock, JsonMapper json) {
    this.documents = documents;
    this.clock = clock;
    this.json = json;
  }

  /// Empty where nothing is read as an expression or a text.
  Optional<ExpressionView> read(
      JsonNode document, String place, String source, Map<String, JsonNode> values) {
    return documents
        .tree(document.toString())
        .flatMap(tree -> documents.phrase(tree, place, source))
        .map(found -> view(found, flow(found, place), source, values));
  }

  private static Optional<Flow> flow(InPlace found, String place) {
    var keys = place.split("/", 3);
    return keys.length > 2 && keys[0].equals("flows")
        ? Optional.ofNullable(found.app().flows().get(keys[1]))
        : Optional.empty();
  }

  private ExpressionView view(
      InPlace found, Optional<Flow> flow, String source, Map<String, JsonNode> values) {
    var phrase = found.phrase();
    var mistakes = new Slips(source).of(phrase.problems());
    var tried = mistakes.isEmpty() ? attempt(found, flow, values) : new Tried();
    return new ExpressionView(
        ExpressionView.kind(phrase),
        phrase.type(),
        mistakes,
        Vocabulary.names(phrase.scope(), notes(found, flow)).stream()
            .map(ExpressionView.NameView::of)
            .toList(),
        Vocabulary.functions().stream().map(ExpressionView.FunctionView::of).toList(),
        tried.value(),
        tried.error());
  }

  private record Tried(Optional<JsonNode> value, Optional<String> error) {
    Tried() {
      this(Optional.empty(), Optional.empty());
    }
  }

  private Tried attempt(InPlace found, Optional<Flow> flow, Map<String, JsonNode> values) {
    var known = new LinkedHashMap<String, Object>();
    found.app().variables().forEach((name, it) -> known.put(name, it.first()));
    flow.ifPresent(it -> it.variables().forEach((name, own) -> known.put(name, own.first())));
    values.forEach((name, value) -> known.put(name, plain(found.phrase(), name, value)));
    if (!values.containsKey("profile")) {
      known.put("profile", profile(found));
    }
    try {
      var given = found.phrase().value(new Trying(found.phrase().scope(), known, clock.instant()));
      return new Tried(Optional.of(json.readTree(WORLD.write(given))), Optional.empty());
    } catch (ExpressionFailed failed) {
      return new Tried(Optional.empty(), Optional.ofNullable(failed.getMessage()));
    }
  }

  private static Map<String, Object> profile(InPlace found) {
    var profile = new LinkedHashMap<String, Object>();
    found.app().profileValues().forEach((name, it) -> profile.put(name, it.first()));
    return profile;
  }

  /// A moment comes as its text, as JSON has none.
  private static Object plain(Phrase phrase, String name, JsonNode value) {
    var plain = WORLD.read(value.toString());
    var type = phrase.scope().variables().get(name);
    if ((type == Type.MOMENT || name.equals("now")) && plain instanceof String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeException _) {
        return Instant.EPOCH;
      }
    }
    return plain;
  }

  private static Map<String, String> notes(InPlace found, Optional<Flow> flow) {
    var notes = new LinkedHashMap<String, String>();
    found.app().variables().forEach((name, it) -> note(notes, name, it));
    flow.ifPresent(it -> it.variables().forEach((name, own) -> note(notes, name, own)));
    found.app().profileValues().forEach((name, it) -> note(notes, "profile." + name, it));
    return notes;
  }

  private static void note(Map<String, String> notes, String name, Variable variable) {
    notes.put(name, variable.note());
  }
}
