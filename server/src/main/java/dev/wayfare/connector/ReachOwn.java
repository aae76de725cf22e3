package dev.wayfare.connector;

import java.net.URI;
import java.util.Optional;

/// How this server reaches its own public addresses from within. By their names, like everybody
/// else; or past all that stands in between, where the network leads nowhere from inside (a router
/// that does not turn around, a public URL that only exists outside).
///
/// Asked for each request: a server knows its port only when it listens.
@FunctionalInterface
public interface ReachOwn {
  ReachOwn BY_NAME = Optional::empty;

  /// Connections go here, over plain HTTP, and still name the public host.
  Optional<URI> through();

  /// Reads `http://127.0.0.1:8787`.
  ///
  /// @throws IllegalArgumentException with a sentence for the operator
  static URI address(String text) {
    var mistake = BaseAddress.mistakeIn(text).isPresent();
    if (mistake || !text.matches("(?i)http://[^/]+/?")) {
      throw new IllegalArgumentException(
          "Expected an address like http://127.0.0.1:8787: http, a host and perhaps a port; found "
              + text
              + ".");
    }
    return URI.create(text);
  }
}
