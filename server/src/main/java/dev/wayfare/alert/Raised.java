package dev.wayfare.alert;

import dev.wayfare.kernel.OrganizationId;
import java.util.Optional;
import java.util.UUID;

/// A trouble beside journeys, as some part of the server raises it.
///
/// @param kind one that notifiers may receive: not of journeys
/// @param mark the same for equal troubles of this kind: what is raised twice is counted
/// @param deployment where it is about an app under a profile
/// @param text what happened, in a sentence: nothing secret, nobody's words, no contact data
/// @param link where the studio shows it: a path that begins with a slash
public record Raised(
    OrganizationId organization,
    AlertKind kind,
    String mark,
    Optional<UUID> deployment,
    String text,
    String link) {
  public Raised {
    if (kind.ofJourneys()) {
      throw new IllegalArgumentException("Turns note what is wrong with journeys.");
    }
  }
}
