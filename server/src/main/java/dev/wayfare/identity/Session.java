package dev.wayfare.identity;

import java.time.Instant;
import java.util.UUID;

/// One browser in which a person is signed in.
record Session(UUID id, String browser, Instant createdAt, Instant seenAt, Instant expiresAt) {}
