package dev.wayfare.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a publish made: one sealed manifest, numbered per app and profile, never changed.
/// `revision` is the draft's that was published; `live` whether customers get this one now.
///
/// @param origin the number of the release whose content it has: of this profile for a rollback, of
///     another for a promotion
/// @param replaced the version that was live when it was sealed
@JsonInclude(JsonInclude.Include.NON_ABSENT)
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
    boolean live,
    ReleaseKind kind,
    ReleaseState state,
    Optional<Integer> origin,
    Optional<Integer> replaced) {}
