package dev.wayfare.identity;

import dev.wayfare.http.Role;
import dev.wayfare.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/// Somebody in an organization, with their role there. Who has never signed in is only invited.
public record Person(
    PersonId id,
    String name,
    Optional<String> email,
    Role role,
    Instant createdAt,
    Optional<Instant> signedInAt) {}
