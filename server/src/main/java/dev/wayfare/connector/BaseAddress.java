package dev.wayfare.connector;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a service lives: `https://api.example.com/v1`. Scheme, host and port are settled here and
/// by nothing that comes later.
public record BaseAddress(String text) {
  private static final Pattern SHAPE =
      Pattern.compile("(?i)(https?)://(\\[[^\\]]*\\]|[^/?#:\\[\\]]*)(?::([0-9]{1,5}))?(/[^?#]*)?");
  private static final Pattern PATH =
      Pattern.compile("([A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*");

  /// @throws IllegalArgumentException with a sentence for whoever wrote the address
  public BaseAddress {
    mistakeIn(text)
        .ifPresent(
            mistake -> {
              throw new IllegalArgumentException(mistake);
            });
  }

  /// What is wrong with an address, if anything.
  public static Optional<String> mistakeIn(String text) {
    var shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.of(
          "Expected an address like https://api.example.com/v1: http or https, a host, perhaps a"
              + " port and a path, and neither user, query nor fragment.");
    }
    if (!HostSpelling.good(shape.group(2))) {
      return Optional.of(
          "Expected the host as a plain name, as four plain numbers or as an IPv6 address in"
              + " brackets.");
    }
    if (shape.group(3) != null && !port(shape.group(3))) {
      return Optional.of("Expected a port between 1 and 65535.");
    }
    var path = shape.group(4) == null ? "" : shape.group(4);
    return PATH.matcher(path).matches() && !path.startsWith("//") && !PathText.climbs(path)
        ? Optional.empty()
        : Optional.of(
            "Expected a path of plain or percent-encoded characters that does not climb.");
  }

  private static boolean port(String digits) {
    var port = Integer.parseInt(digits);
    return port > 0 && port <= 65_535;
  }

  /// `https://api.example.com:8443`, in lower case.
  String origin() {
    return text.substring(0, text.length() - path().length()).toLowerCase(Locale.ROOT);
  }

  /// The path as it is written; empty if there is none.
  String path() {
    var slash = text.indexOf('/', text.indexOf("//") + 2);
    return slash < 0 ? "" : text.substring(slash);
  }

  @Override
  public String toString() {
    return text;
  }
}
