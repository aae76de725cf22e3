package dev.wayfare.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// All rules of all modules; the most specific pattern wins, as it does for the controllers.
public final class RouteTable {

  private record Row(PathPattern pattern, RouteRule rule) {}

  private final List<Row> rows;

  RouteTable(Collection<RouteRules> modules) {
    rows =
        modules.stream()
            .flatMap(module -> module.rules().stream())
            .map(rule -> new Row(PathPatternParser.defaultInstance.parse(rule.pattern()), rule))
            .sorted(Comparator.comparing(Row::pattern))
            .toList();
    var seen = new HashSet<String>();
    for (var row : rows) {
      if (!seen.add(row.rule().method() + " " + row.rule().pattern())) {
        throw new IllegalStateException(
            "Two rules for %s %s: keep one.".formatted(row.rule().method(), row.rule().pattern()));
      }
    }
  }

  public List<RouteRule> rules() {
    return rows.stream().map(Row::rule).toList();
  }

  /// Every scope that some route asks for, sorted.
  public Set<String> scopes() {
    var scopes = new TreeSet<String>();
    for (var rule : rules()) {
      if (rule.access() instanceof Access.AtLeast(var _, var scope)) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  Optional<RouteRule> find(HttpMethod method, String path) {
    var asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    return matching(path).filter(rule -> rule.method().equals(asked)).findFirst();
  }

  Set<HttpMethod> methods(String path) {
    var methods = new TreeSet<HttpMethod>();
    matching(path).map(RouteRule::method).forEach(methods::add);
    return methods;
  }

  private Stream<RouteRule> matching(String path) {
    var parsed = PathContainer.parsePath(path);
    return rows.stream().filter(row -> row.pattern().matches(parsed)).map(Row::rule);
  }
}
