package dev.wayfare.runtime;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.publish.SealedRelease;
import java.time.Instant;
import java.util.UUID;

/// Work on stored records, inside the transaction of the turn that asks for it. A broken rule is an
/// outcome; it never spoils the transaction.
public interface RecordsDoor {
  Outcome perform(SealedRelease release, UUID journey, Request.Records request, Instant now);
}
