package dev.wayfare.app;

import java.util.UUID;

/// What a profile gives a slot.
public sealed interface Binding {
  /// This server's own URLs, with a generated word for a starting link.
  record Default() implements Binding {}

  record To(UUID resource) implements Binding {}

  record By(UUID account) implements Binding {}
}
