package dev.wayfare.app;

import dev.wayfare.flow.expression.Phrase;
import dev.wayfare.flow.expression.Vocabulary;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the API tells of an expression that is being written. `kind` is what is read at its place:
/// `expression` or `template`. `value` is what it would give with the values at hand.
record ExpressionView(
    String kind,
    String type,
    List<Slip> mistakes,
    List<NameView> names,
    List<FunctionView> functions,
    Optional<JsonNode> value,
    Optional<String> valueError) {

  /// A mistake: from and to are offsets in the source in UTF-16 units, line and column count from
  /// 1.
  record Slip(int from, int to, int line, int column, String text, String wayOut) {}

  record NameView(String name, String type, String note) {
    static NameView of(Vocabulary.Name it) {
      return new NameView(it.name(), it.type(), it.note());
    }
  }

  /// `signature` has a line for each way to call it.
  record FunctionView(String name, String signature, String note, String example) {
    static FunctionView of(Vocabulary.Call it) {
      return new FunctionView(it.name(), it.signature(), it.note(), it.example());
    }
  }

  static String kind(Phrase phrase) {
    return switch (phrase) {
      case Phrase.OfExpression _ -> "expression";
      case Phrase.OfTemplate _ -> "template";
    };
  }
}
