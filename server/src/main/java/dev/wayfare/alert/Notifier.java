package dev.wayfare.alert;

import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A destination for alerts, of one organization. Its secret stays sealed in the store.
///
/// @param receives which alerts beside those of journeys it gets
/// @param error why the last message did not get there; empty when it did
record Notifier(
    UUID id,
    OrganizationId organization,
    NotifierKind kind,
    String name,
    Settings settings,
    Set<AlertKind> receives,
    Instant createdAt,
    Breaker breaker,
    String error) {

  Notifier {
    receives = Set.copyOf(receives);
  }

  /// What is not secret: the address of a webhook; whom emails go to, and the email address they
  /// come from.
  record Settings(String url, List<String> recipients, Optional<UUID> sender) {
    static final Settings NONE = new Settings("", List.of(), Optional.empty());

    Settings {
      recipients = List.copyOf(recipients);
    }
  }

  /// With its secret: the address of a Slack channel, or the key that signs a webhook.
  record Open(Notifier notifier, Secret secret) {}

  /// What its secret is sealed for: it does not open in another notifier's row.
  static String purpose(UUID id) {
    return "notifier/" + id;
  }
}
