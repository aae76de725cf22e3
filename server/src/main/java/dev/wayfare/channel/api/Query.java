package dev.wayfare.channel.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wayfare.http.ProblemException;
import java.net.URLDecoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a query: the first of each name.
final class Query {
  private static final int MOST = 100;

  private Query() {}

  static Map<String, String> of(@Nullable String query) {
    var parameters = new LinkedHashMap<String, String>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    var parts = query.split("&");
    if (parts.length > MOST) {
      throw wrong("Expected at most " + MOST + " parameters.");
    }
    for (var part : parts) {
      var equals = part.indexOf('=');
      var name = equals < 0 ? part : part.substring(0, equals);
      if (!name.isEmpty()) {
        parameters.putIfAbsent(
            decoded(name), equals < 0 ? "" : decoded(part.substring(equals + 1)));
      }
    }
    return Collections.unmodifiableMap(parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException unreadable) {
      throw wrong("A percent sign in it stands for nothing.");
    }
  }

  private static ProblemException wrong(String why) {
    return ProblemException.of(400, "query_unreadable", "The query cannot be read", why);
  }
}
