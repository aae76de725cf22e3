package dev.wayfare.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who is asking, as far as it can be told: a person, a program that only wants a preview of a
/// link, a browser that fetches ahead, or another site's page.
final class Caller {

  /// Parts of the names of programs that open links for a preview. People whose browser is taken
  /// for one lose a tap: the preview has a button that begins.
  private static final List<String> PREVIEWERS =
      List.of(
          "bot",
          "crawl",
          "spider",
          "preview",
          "facebookexternalhit",
          "whatsapp",
          "slack",
          "skypeuri",
          "telegram",
          "discord",
          "embedly",
          "unfurl",
          "urlscan",
          "safebrowsing",
          "scanner",
          "curl/",
          "wget/");

  private Caller() {}

  static boolean onlyPreviews(HttpServletRequest request) {
    var agent = header(request, "User-Agent").toLowerCase(Locale.ROOT);
    return request.getMethod().equals("HEAD")
        || fetchesAhead(request)
        || PREVIEWERS.stream().anyMatch(agent::contains);
  }

  static boolean fetchesAhead(HttpServletRequest request) {
    return List.of("Sec-Purpose", "Purpose", "X-Moz", "X-Purpose").stream()
        .map(name -> header(request, name).toLowerCase(Locale.ROOT))
        .anyMatch(value -> value.contains("prefetch") || value.contains("preview"));
  }

  /// Whether what is sent comes from another site's page. A browser that says nothing is believed:
  /// the journey link is a secret and the page's token another; and `Origin: null` is what our own
  /// pages send, because they tell nobody where they are.
  static boolean isForeign(HttpServletRequest request) {
    var site = header(request, "Sec-Fetch-Site");
    if (!site.isEmpty()) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    var origin = header(request, "Origin");
    return !origin.isEmpty() && !origin.equals("null") && !isOurs(origin, request);
  }

  private static boolean isOurs(String origin, HttpServletRequest request) {
    try {
      var host = Optional.ofNullable(URI.create(origin).getHost()).orElse("");
      return host.equalsIgnoreCase(request.getServerName());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static String header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }
}
