package dev.wayfare.journal;

import java.time.Instant;
import java.util.Map;

/// A fact as the journal keeps it: numbered within its organization, without gaps.
public record Entry(
    long sequence,
    Instant at,
    Actor actor,
    String verb,
    Subject subject,
    Map<String, Object> data) {}
