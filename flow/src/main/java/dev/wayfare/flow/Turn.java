package dev.wayfare.flow;

import java.util.List;

/// One inbound event and everything it caused: the journey after it, what to do outside, and the
/// trail.
public record Turn(Journey journey, List<Effect> effects, List<TrailEntry> trail) {}
