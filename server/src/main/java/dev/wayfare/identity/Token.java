package dev.wayfare.identity;

import dev.wayfare.http.Role;
import dev.wayfare.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a program signs in with, without the word itself.
///
/// @param environment the one whose API triggers it calls, and nothing else; empty for one that is
///     not held to an environment
record Token(
    UUID id,
    String name,
    Role role,
    List<String> scopes,
    Optional<UUID> environment,
    Optional<PersonId> madeBy,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> usedAt) {}
