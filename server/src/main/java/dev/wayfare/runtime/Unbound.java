package dev.wayfare.runtime;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.publish.SealedRelease;
import java.time.Instant;
import java.util.UUID;

/// What a step hears where nothing outside is bound that could do what it asks.
final class Unbound {
  static final String CODE = "CONNECTION_MISSING";

  private Unbound() {}

  static Outcome.Failed slot(String slot) {
    return new Outcome.Failed(CODE, "nothing is bound to the slot " + slot);
  }

  static Outcome records(
      SealedRelease release, UUID journey, Request.Records request, Instant now) {
    return new Outcome.Failed(CODE, "this server stores no records");
  }
}
