package dev.wayfare.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is known when a text comes in: the reply, if this very text was answered before, and
/// until when it may still grow; the sender's open journey; and whether they asked us to stop.
record Sighting(
    Optional<List<String>> answered,
    Optional<Instant> growsUntil,
    Optional<Stored> open,
    boolean optedOut) {}
