package dev.wayfare.runtime;

import dev.wayfare.flow.Journey;
import java.util.UUID;

/// A journey as it is remembered, with the deployment it belongs to and the release it began on.
record Stored(UUID deployment, UUID release, Journey journey) {}
