package dev.wayfare.flow.expression;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A language that listens for what is read at one place of a document. So whoever writes an
/// expression is told of it what the document's own problems say, and never anything else.
public final class Listening implements Language {
  private final Language language;
  private final String path;
  private Optional<Phrase> heard = Optional.empty();

  public Listening(Language language, String path) {
    this.language = language;
    this.path = path;
  }

  /// What stands there; empty when nothing was read there as an expression or a template.
  public Optional<Phrase> heard() {
    return heard;
  }

  @Override
  public Expression expression(
      String source, Place place, Type wanted, Scope scope, Consumer<Problem> problems) {
    if (!place.path().equals(path)) {
      return language.expression(source, place, wanted, scope, problems);
    }
    var found = new ArrayList<Problem>();
    var read = language.expression(source, place, wanted, scope, found::add);
    heard = Optional.of(new Phrase.OfExpression(read, wanted, scope, List.copyOf(found)));
    found.forEach(problems);
    return read;
  }

  @Override
  public Template template(String source, Place place, Scope scope, Consumer<Problem> problems) {
    if (!place.path().equals(path)) {
      return language.template(source, place, scope, problems);
    }
    var found = new ArrayList<Problem>();
    var read = language.template(source, place, scope, found::add);
    heard = Optional.of(new Phrase.OfTemplate(read, scope, List.copyOf(found)));
    found.forEach(problems);
    return read;
  }
}
