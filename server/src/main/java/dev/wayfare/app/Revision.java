package dev.wayfare.app;

import java.time.Instant;

/// A line in the history of a draft.
record Revision(int revision, String hash, Instant savedAt, String savedBy) {}
