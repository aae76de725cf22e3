package dev.wayfare.publish;

import dev.wayfare.kernel.OrganizationId;
import java.util.UUID;

/// The deployment that an address is live in.
record Holder(
    String address,
    UUID deployment,
    OrganizationId organization,
    String app,
    String profile,
    String slot) {

  /// As somebody of `asking` may read it: what other organizations do is not told.
  String name(OrganizationId asking) {
    return organization.equals(asking)
        ? "%s under %s (%s)".formatted(app, profile, slot)
        : "another organization of this server";
  }
}
