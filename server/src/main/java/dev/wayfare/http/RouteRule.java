package dev.wayfare.http;

import org.springframework.http.HttpMethod;

/// Who may call one route. The pattern is the one of the controller's mapping, to the letter; a
/// route without a rule answers nobody.
public record RouteRule(HttpMethod method, String pattern, Access access) {

  public static RouteRule get(String pattern, Access access) {
    return new RouteRule(HttpMethod.GET, pattern, access);
  }

  public static RouteRule post(String pattern, Access access) {
    return new RouteRule(HttpMethod.POST, pattern, access);
  }

  public static RouteRule put(String pattern, Access access) {
    return new RouteRule(HttpMethod.PUT, pattern, access);
  }

  public static RouteRule patch(String pattern, Access access) {
    return new RouteRule(HttpMethod.PATCH, pattern, access);
  }

  public static RouteRule delete(String pattern, Access access) {
    return new RouteRule(HttpMethod.DELETE, pattern, access);
  }
}
