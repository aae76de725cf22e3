package dev.wayfare.http;

import java.util.List;

/// The rules of one module's routes; each module offers one bean of this type.
public record RouteRules(List<RouteRule> rules) {

  public RouteRules {
    rules = List.copyOf(rules);
  }

  public static RouteRules of(RouteRule... rules) {
    return new RouteRules(List.of(rules));
  }
}
