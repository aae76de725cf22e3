package dev.wayfare.identity;

import dev.wayfare.http.Role;
import dev.wayfare.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a program signs in with, without the word itself.
record Token(
    UUID id,
    String name,
    Role role,
    List<String> scopes,
    Optional<PersonId> madeBy,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> usedAt) {}
