package dev.wayfare.flow.json;

import dev.wayfare.flow.Place;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Problem.Code;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.expression.Bindings;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.expression.Language;
import dev.wayfare.flow.expression.Scope;
import dev.wayfare.flow.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A language of names and link calls only: enough to see what reading does with expressions,
/// whatever the real language makes of them.
final class TinyLanguage implements Language {
  private static final Pattern NAME = Pattern.compile("(?<![.'\\w])[a-z_][a-z0-9_]*(?![\\w('])");
  private static final Pattern HOLE = Pattern.compile("\\{\\{(.*?)}}");
  private static final Pattern LINK = Pattern.compile("link\\('(\\w+)'(?:, '(\\w+)')?\\)");
  private static final Set<String> BUILT_IN =
      Set.of(
          "contact", "profile", "event", "payload", "start", "journey", "channel", "now", "error");

  @Override
  public Expression expression(
      String source, Place place, Type wanted, Scope scope, Consumer<Problem> problems) {
    return new Read(source, place, names(source, place, 0, scope, problems));
  }

  @Override
  public Template template(String source, Place place, Scope scope, Consumer<Problem> problems) {
    var reads = new TreeSet<String>();
    var links = new ArrayList<Template.LinkTarget>();
    for (var hole = HOLE.matcher(source); hole.find(); ) {
      reads.addAll(names(hole.group(1), place, hole.start(1), scope, problems));
      for (var link = LINK.matcher(hole.group(1)); link.find(); ) {
        links.add(new Template.LinkTarget(link.group(1), Optional.ofNullable(link.group(2))));
      }
    }
    return new Text(source, place, reads, links);
  }

  private static Set<String> names(
      String source, Place place, int offset, Scope scope, Consumer<Problem> problems) {
    var names = new TreeSet<String>();
    for (var name = NAME.matcher(source); name.find(); ) {
      var word = name.group();
      if (scope.variables().containsKey(word)) {
        names.add(word);
      } else if (!BUILT_IN.contains(word) && !word.matches("true|false|in")) {
        var at = new Place(place.path(), place.line(), place.column() + offset + name.start());
        problems.accept(Problem.error(Code.NAME_UNKNOWN, at, "No `" + word + "`.", "Declare it."));
      }
    }
    return names;
  }

  private record Read(String source, Place place, Set<String> reads) implements Expression {
    @Override
    public Object value(Bindings bindings) {
      throw new ExpressionFailed(Trouble.EXPRESSION, place, "nothing is worked out here");
    }
  }

  private record Text(String source, Place place, Set<String> reads, List<LinkTarget> links)
      implements Template {
    @Override
    public boolean constant() {
      return !source.contains("{{");
    }

    @Override
    public String fill(Bindings bindings, UnaryOperator<String> written) {
      return source;
    }
  }
}
