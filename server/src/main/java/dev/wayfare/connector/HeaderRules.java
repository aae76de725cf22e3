package dev.wayfare.connector;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which headers a call may bring. Not those that say where a message goes, how it is framed or
/// how the connection is used, and none that opens a cloud's metadata.
final class HeaderRules {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Set<String> OURS =
      Set.of(
          "host",
          "connection",
          "keep-alive",
          "te",
          "trailer",
          "trailers",
          "transfer-encoding",
          "upgrade",
          "content-length",
          "content-encoding",
          "accept-encoding",
          "expect",
          "http2-settings",
          "via",
          "forwarded",
          "x-real-ip");

  private HeaderRules() {}

  static Optional<String> mistakeIn(Field header) {
    if (!NAME.matcher(header.name()).matches()) {
      return Optional.of("Expected a header name of letters, digits and dashes.");
    }
    if (ours(header.name().toLowerCase(Locale.ROOT))) {
      return Optional.of("The header " + header.name() + " cannot be set by a call.");
    }
    if (!plain(header.value())) {
      return Optional.of(
          "Expected a value of plain ASCII without line breaks for the header "
              + header.name()
              + ".");
    }
    return Optional.empty();
  }

  private static boolean ours(String name) {
    return OURS.contains(name)
        || name.startsWith("proxy-")
        || name.startsWith("x-forwarded-")
        || name.contains("metadata");
  }

  /// Nothing that ends a header's line or is not written the same everywhere.
  static boolean plain(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
