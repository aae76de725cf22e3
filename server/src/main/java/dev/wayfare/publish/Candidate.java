package dev.wayfare.publish;

import dev.wayfare.kernel.OrganizationId;
import java.util.UUID;

/// A release on its way, with what it is to be bound to.
record Candidate(
    UUID release,
    ReleaseKind kind,
    int number,
    UUID deployment,
    OrganizationId organization,
    UUID app,
    String appName,
    String profile,
    Manifest manifest) {

  Outside outside() {
    return new Outside(organization, kind, profile, manifest.bindings());
  }
}
