package dev.wayfare.publish;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The live place of an app under one profile; points at one live release or at none.
record Deployment(UUID id, Optional<UUID> liveRelease, Optional<Instant> liveSince) {}
