package dev.wayfare.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What customers get under a profile now. `changed` says that the draft differs from it.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LiveView(
    UUID profile,
    String name,
    String status,
    boolean live,
    boolean changed,
    Optional<Integer> version,
    Optional<Release> release,
    Optional<Instant> since,
    List<LiveEntrance> entrances) {}
