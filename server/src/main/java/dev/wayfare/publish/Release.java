package dev.wayfare.publish;

import java.time.Instant;
import java.util.UUID;

/// What a publish made: one sealed manifest, numbered per app and profile, never changed.
/// `revision` is the draft's that was published; `live` whether customers get this one now.
public record Release(
    UUID id,
    UUID deployment,
    UUID profile,
    int number,
    int version,
    String hash,
    String note,
    int revision,
    Instant publishedAt,
    String publishedBy,
    boolean live) {}
