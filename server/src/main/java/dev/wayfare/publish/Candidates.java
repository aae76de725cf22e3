package dev.wayfare.publish;

import dev.wayfare.kernel.OrganizationId;

/// Reads a release on its way as it was sealed.
final class Candidates {
  private final PgRoutingStore routing;

  Candidates(PgRoutingStore routing) {
    this.routing = routing;
  }

  Candidate of(Progress stands) {
    var release = stands.release();
    var kept =
        routing
            .release(release)
            .orElseThrow(() -> new IllegalStateException("release " + release + " is not there"));
    return new Candidate(
        kept.id(),
        stands.kind(),
        kept.number(),
        kept.deployment(),
        new OrganizationId(kept.organization()),
        kept.app(),
        kept.appName(),
        kept.profile(),
        kept.manifest());
  }
}
