package dev.wayfare.channel;

import dev.wayfare.kernel.OrganizationId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A connected account at a carrier: which adapter speaks to it, its settings, and its secret.
///
/// | kind | settings | secret |
/// |---|---|---|
/// | `twilio` | `account_sid`, optionally `base_url` | the auth token |
/// | `simulator` | none | none |
public record CarrierAccount(
    UUID id,
    OrganizationId organization,
    String kind,
    Map<String, String> settings,
    String secret) {

  public CarrierAccount {
    settings = Map.copyOf(settings);
  }

  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /// Never the secret: accounts end up in logs.
  @Override
  public String toString() {
    return "CarrierAccount[" + kind + " " + id + "]";
  }
}
