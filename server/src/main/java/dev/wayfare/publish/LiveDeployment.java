package dev.wayfare.publish;

import java.time.Instant;
import java.util.UUID;

/// A deployment that is live, the release it points to, and since when.
public record LiveDeployment(UUID id, UUID release, Instant since) {}
