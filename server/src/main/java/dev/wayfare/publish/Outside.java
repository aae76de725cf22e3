package dev.wayfare.publish;

import dev.wayfare.kernel.OrganizationId;
import java.util.Map;

/// What a release uses of the world outside, or would use if it were published now.
record Outside(
    OrganizationId organization, ReleaseKind kind, String profile, Map<String, Bound> bindings) {

  /// Where in the profile's settings a slot is bound.
  String place(String slot) {
    return "profiles/%s/bindings/%s".formatted(profile, slot);
  }
}
