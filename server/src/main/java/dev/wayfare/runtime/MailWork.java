package dev.wayfare.runtime;

import dev.wayfare.flow.Request;
import dev.wayfare.publish.SealedRelease;
import java.util.UUID;

/// Emails, from the address that a release has in a slot.
interface MailWork {
  /// The message's id is made of the key, so that a repeat is the same message.
  Outside.Result send(
      SealedRelease release, UUID journey, Request.Email request, String idempotencyKey);
}
