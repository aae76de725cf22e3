package dev.wayfare.publish;

import dev.wayfare.journal.Actor;
import java.util.Optional;
import java.util.UUID;

/// How far a release has come, beside what was sealed of it.
///
/// @param base what was live when it was sealed
/// @param origin the release whose content it has, where it is a rollback or a promotion
record Progress(
    UUID release,
    UUID deployment,
    ReleaseKind kind,
    ReleaseState state,
    Optional<UUID> base,
    Optional<UUID> origin,
    ReleaseWish wish,
    Actor actor,
    boolean cancelAsked) {}
