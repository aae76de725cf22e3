package dev.wayfare.app;

import java.util.UUID;

/// A value of a profile: plain, or a secret of which only a fingerprint can be shown.
public sealed interface ProfileValue {

  record Plain(Object value) implements ProfileValue {}

  /// `id` names the sealed row; it is never changed, so that a release keeps its own.
  record Hidden(UUID id, String fingerprint) implements ProfileValue {}
}
