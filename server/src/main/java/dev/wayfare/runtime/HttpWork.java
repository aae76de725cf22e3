package dev.wayfare.runtime;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.publish.SealedRelease;

/// Calls to HTTP services, by the connection that a release has in a slot.
interface HttpWork {
  /// The key goes along, so that a service can tell a repeat.
  Outcome call(SealedRelease release, Request.Http request, String idempotencyKey);
}
