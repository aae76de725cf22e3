package dev.wayfare.publish;

import dev.wayfare.app.Drafts;
import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What was read and found good, to be sealed if it is still so.
///
/// @param settings the profile, or what a rollback has in its stead
/// @param content the definition
/// @param version its number, where it was sealed before
/// @param draftRevision the revision that the content stood in
/// @param fromDraft whether the draft must still stand there
/// @param fromProfile whether the profile must still stand where it was read
/// @param verbatim the manifest to seal as it is
record Plan(
    ReleaseKind kind,
    Optional<UUID> origin,
    NamedApp app,
    Profile settings,
    Deployment place,
    Drafts.Read.Understood content,
    OptionalInt version,
    int draftRevision,
    boolean fromDraft,
    boolean fromProfile,
    Optional<Manifest> verbatim,
    ReleaseChecks.Result result,
    ReleaseWish wish) {}
