package dev.wayfare.publish;

import java.time.Instant;

/// An immutable, numbered definition of one app. The same content is the same version.
record Version(int number, String hash, Instant sealedAt) {}
