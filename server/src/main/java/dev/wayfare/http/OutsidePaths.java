package dev.wayfare.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/// Addresses that never meet the sign-in: carriers' webhooks and customers' pages, which check
/// signatures and ids themselves and must stay quick. A path with anything odd in it stays inside.
public record OutsidePaths(List<String> prefixes) {

  boolean contains(HttpServletRequest request) {
    var path = request.getRequestURI();
    return prefixes.stream().anyMatch(path::startsWith) && plain(path.toLowerCase(Locale.ROOT));
  }

  /// Whether a pattern of a controller's mapping lies outside.
  public boolean covers(String pattern) {
    return prefixes.stream().anyMatch(pattern::startsWith);
  }

  private static boolean plain(String path) {
    return !path.contains("..")
        && !path.contains("//")
        && !path.contains(";")
        && !path.contains("\\")
        && !path.contains("%2e")
        && !path.contains("%2f")
        && !path.contains("%5c");
  }
}
