package dev.wayfare.flow.shape;

import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Reference;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a reading gathers on its way, and the language it reads expressions with.
public final class Findings {
  final Language language;
  final Map<String, Type> sets = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();

  public Findings(Language language) {
    this.language = language;
  }

  public List<Problem> problems() {
    return problems;
  }

  public List<Reference> references() {
    return references;
  }

  /// A variable is set to something of this type; two minds about the type make it any.
  void set(String variable, Type type) {
    sets.merge(variable, type, (one, other) -> one == other ? one : Type.ANY);
  }
}
