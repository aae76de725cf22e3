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

  static Outcome call(SealedRelease release, Request.Http request, String key) {
    return slot(request.connection());
  }

  static Outside.Result email(
      SealedRelease release, UUID journey, Request.Email request, String key) {
    return new Outside.Result.Known(slot(request.slot()));
  }

  static Outcome file(SealedRelease release, UUID journey, Request.File request, Instant now) {
    return new Outcome.Failed(CODE, "this server keeps no files");
  }

  static Outcome records(
      SealedRelease release, UUID journey, Request.Records request, Instant now) {
    return new Outcome.Failed(CODE, "this server stores no records");
  }
}
