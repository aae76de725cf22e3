package dev.wayfare.runtime;

import dev.wayfare.flow.Outcome;

/// What a step hears where nothing outside is bound that could do what it asks.
final class Unbound {
  static final String CODE = "CONNECTION_MISSING";

  private Unbound() {}

  static Outcome.Failed slot(String slot) {
    return new Outcome.Failed(CODE, "nothing is bound to the slot " + slot);
  }
}
