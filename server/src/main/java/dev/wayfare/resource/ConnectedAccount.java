package dev.wayfare.resource;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Stored credentials of a carrier, without its secret: that one stays sealed in the store.
public record ConnectedAccount(
    UUID id,
    UUID environment,
    AccountKind kind,
    String name,
    Map<String, String> settings,
    boolean secretSet,
    Instant createdAt) {

  public ConnectedAccount {
    settings = Map.copyOf(settings);
  }

  /// What an account's secret is sealed for: it does not open in another account's row.
  static String purpose(UUID id) {
    return "account/" + id;
  }
}
