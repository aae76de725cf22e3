package dev.wayfare.runtime;

import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.MailServer;
import dev.wayfare.publish.SealedRelease;
import dev.wayfare.resource.Accounts;
import java.util.Optional;

/// The accounts that a release names for its slots, as they stand at the moment of the call: a new
/// secret counts at once.
final class BoundConnections implements Connections {
  private final Accounts accounts;

  BoundConnections(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<HttpConnection> http(SealedRelease release, String slot) {
    return release.connection(slot).flatMap(accounts::http);
  }

  @Override
  public Optional<MailServer> mail(SealedRelease release, String slot) {
    return release
        .sender(slot)
        .flatMap(sender -> accounts.mail(sender.account(), sender.address(), sender.name()));
  }
}
