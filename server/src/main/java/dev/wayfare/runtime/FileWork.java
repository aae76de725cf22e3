package dev.wayfare.runtime;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.publish.SealedRelease;
import java.time.Instant;
import java.util.UUID;

/// Work on the files of a journey. Doing it twice does no harm.
public interface FileWork {
  Outcome perform(SealedRelease release, UUID journey, Request.File request, Instant now);
}
