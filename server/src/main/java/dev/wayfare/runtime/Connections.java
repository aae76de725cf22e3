package dev.wayfare.runtime;

import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.MailServer;
import dev.wayfare.publish.SealedRelease;
import java.util.Optional;

/// What a release has bound to its slots, ready to be used. Empty where nothing is bound, or what
/// was bound is no longer whole.
public interface Connections {
  Optional<HttpConnection> http(SealedRelease release, String slot);

  Optional<MailServer> mail(SealedRelease release, String slot);
}
