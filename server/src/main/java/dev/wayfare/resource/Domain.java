package dev.wayfare.resource;

import dev.wayfare.kernel.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A custom domain and how far it is. What becomes of it after a look is decided here.
///
/// @param id of its resource
/// @param title what people call it
/// @param word what the record must say, so that only its owner can have made it
/// @param since when it came to its state
/// @param missingSince since when the record of a verified one is not found
/// @param lookAt when it is looked at next by itself
/// @param seen what the last look found
record Domain(
    UUID id,
    OrganizationId organization,
    UUID environment,
    String title,
    DomainName host,
    String word,
    DomainState state,
    Instant since,
    Optional<Instant> missingSince,
    Optional<Instant> lookAt,
    Optional<DomainLook> seen,
    Instant createdAt) {

  /// How long an owner has to make the record, and a verified domain lives on without it: a change
  /// of name servers must not take an app from its customers.
  static final Duration PATIENCE = Duration.ofDays(7);

  private static final Duration QUICKEST = Duration.ofSeconds(30);
  private static final Duration SLOWEST = Duration.ofHours(1);
  private static final Duration WHEN_WELL = Duration.ofHours(6);

  String proof() {
    return "wayfare=" + word;
  }

  boolean verified() {
    return state == DomainState.VERIFIED;
  }

  /// As it is after this look.
  Domain after(DomainLook look) {
    return look.proves(this)
        ? verified(look)
        : switch (state) {
          case VERIFIED -> look.silent() ? still(look) : missed(look);
          case AWAITING_DNS -> awaited(look);
          case NEVER_SEEN, LAPSED, TAKEN -> with(state, look, Optional.empty(), Optional.empty());
        };
  }

  /// Proven, but by another organization before.
  Domain taken(DomainLook look) {
    return with(DomainState.TAKEN, look, Optional.empty(), Optional.empty());
  }

  /// Somebody says that it is worth looking again.
  Domain hopeful(Instant now) {
    return state == DomainState.VERIFIED || state == DomainState.AWAITING_DNS
        ? this
        : new Domain(
            id,
            organization,
            environment,
            title,
            host,
            word,
            DomainState.AWAITING_DNS,
            now,
            Optional.empty(),
            Optional.of(now),
            seen,
            createdAt);
  }

  private Domain verified(DomainLook look) {
    var well = look.reach() instanceof DomainLook.Reach.Ours;
    var next = look.at().plus(well ? WHEN_WELL : SLOWEST);
    return with(DomainState.VERIFIED, look, Optional.empty(), Optional.of(next));
  }

  private Domain still(DomainLook look) {
    return with(state, look, missingSince, Optional.of(look.at().plus(SLOWEST)));
  }

  private Domain missed(DomainLook look) {
    var missing = missingSince.orElse(look.at());
    return look.at().isBefore(missing.plus(PATIENCE))
        ? with(state, look, Optional.of(missing), Optional.of(look.at().plus(SLOWEST)))
        : with(DomainState.LAPSED, look, Optional.of(missing), Optional.empty());
  }

  /// A quarter of the time that it has waited: quick while somebody sits and waits, then seldom.
  private Domain awaited(DomainLook look) {
    var waited = Duration.between(since, look.at());
    if (waited.compareTo(PATIENCE) >= 0) {
      return with(DomainState.NEVER_SEEN, look, Optional.empty(), Optional.empty());
    }
    var pause = waited.dividedBy(4);
    var within =
        pause.compareTo(QUICKEST) < 0 ? QUICKEST : pause.compareTo(SLOWEST) > 0 ? SLOWEST : pause;
    return with(state, look, Optional.empty(), Optional.of(look.at().plus(within)));
  }

  private Domain with(
      DomainState next, DomainLook look, Optional<Instant> missing, Optional<Instant> lookNext) {
    return new Domain(
        id,
        organization,
        environment,
        title,
        host,
        word,
        next,
        next == state ? since : look.at(),
        missing,
        lookNext,
        Optional.of(look),
        createdAt);
  }
}
