package dev.wayfare.identity;

import dev.wayfare.http.Caller;
import dev.wayfare.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Remembers tokens by their hashes.
interface TokenStore {

  void add(Token token, OrganizationId organization, byte[] hash);

  /// Who calls with it: with at most the role that its maker has today.
  Optional<Caller> caller(byte[] hash, Instant now);

  /// Those that are not revoked, oldest first.
  List<Token> list(OrganizationId organization, Optional<UUID> after, int most);

  /// Those of this name that the server made for itself and that are not revoked.
  List<Token> ofServer(OrganizationId organization, String name);

  /// An environment of the organization, by its id or its name.
  Optional<UUID> environment(OrganizationId organization, String written);

  Optional<Token> find(OrganizationId organization, UUID token);

  boolean revoke(OrganizationId organization, UUID token, Instant now);
}
