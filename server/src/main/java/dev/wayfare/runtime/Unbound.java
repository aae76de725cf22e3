package dev.wayfare.runtime;

import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.MailServer;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.publish.SealedRelease;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a step hears where nothing outside is bound that could do what it asks.
final class Unbound {
  static final String CODE = "CONNECTION_MISSING";

  private Unbound() {}

  static Outcome.Failed slot(String slot) {
    return new Outcome.Failed(CODE, "nothing is bound to the slot " + slot);
  }

  /// No slot of any release is bound.
  static final Connections NOTHING =
      new Connections() {
        @Override
        public Optional<HttpConnection> http(SealedRelease release, String slot) {
          return Optional.empty();
        }

        @Override
        public Optional<MailServer> mail(SealedRelease release, String slot) {
          return Optional.empty();
        }
      };

  static Outcome file(SealedRelease release, UUID journey, Request.File request, Instant now) {
    return new Outcome.Failed(CODE, "this server keeps no files");
  }

  static Outcome records(
      SealedRelease release, UUID journey, Request.Records request, Instant now) {
    return new Outcome.Failed(CODE, "this server stores no records");
  }
}
