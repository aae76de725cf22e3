package dev.wayfare.alert;

import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One kind of trouble of one organization, however often it is seen.
record Alert(
    UUID id,
    OrganizationId organization,
    What what,
    Standing standing,
    Sighting first,
    Sighting last,
    Terms terms) {

  /// What it is about. `mark` tells raised alerts of one kind apart; `app` and `profile` are what
  /// the deployment is called now.
  record What(
      AlertKind kind,
      String code,
      String flow,
      String step,
      Optional<UUID> deployment,
      String app,
      String profile,
      String text,
      String link,
      byte[] fingerprint) {

    static byte[] fingerprint(AlertKind kind, Object... parts) {
      return Fingerprint.bytes(
          kind.word()
              + "\0"
              + String.join("\0", List.of(parts).stream().map(Object::toString).toList()));
    }
  }

  /// Where it was seen; zeros and no journey where it is not of a journey.
  record Sighting(int version, int release, Optional<UUID> journey, int turn) {
    static final Sighting NOWHERE = new Sighting(0, 0, Optional.empty(), 0);
  }

  /// Whom the rule of the last release tells, and from how many on.
  record Terms(List<UUID> notifiers, int threshold) {
    static final Terms DEFAULT = new Terms(List.of(), 1);

    Terms {
      notifiers = List.copyOf(notifiers);
    }
  }

  Alert with(Standing after) {
    return new Alert(id, organization, what, after, first, last, terms);
  }

  /// As it was seen now.
  Alert seen(What now, Sighting where, Terms rule) {
    return new Alert(id, organization, now, standing, first, where, rule);
  }
}
