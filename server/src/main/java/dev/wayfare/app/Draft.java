package dev.wayfare.app;

import java.time.Instant;
import java.util.UUID;

/// One revision of a draft: the canonical JSON and the hash of its content.
public record Draft(
    UUID app, int revision, String document, String hash, Instant savedAt, String savedBy) {}
