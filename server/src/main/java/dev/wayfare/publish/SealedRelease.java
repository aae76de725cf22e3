package dev.wayfare.publish;

import dev.wayfare.app.ProfileSettings;
import dev.wayfare.app.Slots;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.flow.App;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A release as it runs: the app as it was published, and everything it was published with.
///
/// `profileValues` are plain Java values with the secrets in clear, for expressions only.
/// `bindings` say what each slot is called outside (`+15550100`, `/c/parcels`, `/l/…`).
/// `connections` and `senders` are the accounts of its slots, by reference: their secrets are
/// looked up when they are needed.
/// `linksBase` is what journey links begin with, without a slash at its end
/// (`https://go.example.com/u`).
public record SealedRelease(
    UUID id,
    int number,
    UUID deployment,
    UUID organization,
    UUID environment,
    UUID appId,
    String appName,
    String profile,
    int version,
    App app,
    Map<String, Object> profileValues,
    Map<String, String> bindings,
    Map<String, UUID> connections,
    Map<String, Sender> senders,
    AlertRules alerts,
    ProfileSettings settings,
    String linksBase) {

  public SealedRelease {
    profileValues = Map.copyOf(profileValues);
    bindings = Map.copyOf(bindings);
    connections = Map.copyOf(connections);
    senders = Map.copyOf(senders);
  }

  public Duration journeyLife() {
    return Duration.ofDays(settings.journeyDays());
  }

  /// The number its texts come from.
  public Optional<PhoneNumber> textNumber() {
    return Optional.ofNullable(bindings.get(Slots.TEXT)).map(PhoneNumber::new);
  }

  /// The number that takes its calls, and that they come from.
  public Optional<PhoneNumber> voiceNumber() {
    return Optional.ofNullable(bindings.get(Slots.VOICE)).map(PhoneNumber::new);
  }

  /// The slot that is called like this outside (`/c/parcels`).
  public Optional<String> slot(String address) {
    return bindings.entrySet().stream()
        .filter(bound -> bound.getValue().equals(address))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The generated word at the end of the address that programs call.
  public Optional<String> programs() {
    return Optional.ofNullable(bindings.get(Manifests.PROGRAMS)).flatMap(AppOpenApi::word);
  }

  /// The account of the HTTP service in a connection slot; its settings by [Accounts#http].
  public Optional<UUID> connection(String slot) {
    return Optional.ofNullable(connections.get(slot));
  }

  /// Who emails of a slot come from; their server by [Accounts#mail].
  public Optional<Sender> sender(String slot) {
    return Optional.ofNullable(senders.get(slot));
  }

  /// Never the values: there are secrets among them.
  @Override
  public String toString() {
    return "SealedRelease[%s %s #%d, v%d]".formatted(appName, profile, number, version);
  }
}
