package dev.wayfare.connector;

import dev.wayfare.kernel.Secret;
import java.util.List;
import java.util.Optional;

/// How a connection signs in. Secrets print as dots.
public sealed interface Authorization {

  record None() implements Authorization {}

  record Basic(String user, Secret password) implements Authorization {}

  record Bearer(Secret token) implements Authorization {}

  /// A key in a header of the service's choice, `X-Api-Key` for instance.
  record HeaderKey(String header, Secret key) implements Authorization {
    public HeaderKey {
      HeaderRules.mistakeIn(new Field(header, key.reveal()))
          .ifPresent(
              mistake -> {
                throw new IllegalArgumentException(mistake);
              });
    }
  }

  /// OAuth 2 client credentials: a token from an endpoint, kept until shortly before it expires.
  ///
  /// @param inBody sends id and secret in the form, for endpoints that do not read them from the
  ///     `Authorization` header
  record ClientCredentials(
      BaseAddress tokenUrl,
      String clientId,
      Secret clientSecret,
      List<String> scopes,
      Optional<String> audience,
      boolean inBody)
      implements Authorization {
    public ClientCredentials {
      scopes = List.copyOf(scopes);
    }
  }
}
