package dev.wayfare.publish;

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
/// `linksBase` is what journey links begin with, without a slash at its end
/// (`https://go.example.com/u`).
public record SealedRelease(
    UUID id,
    int number,
    UUID deployment,
    UUID organization,
    UUID appId,
    String appName,
    String profile,
    int version,
    App app,
    Map<String, Object> profileValues,
    Map<String, String> bindings,
    String locale,
    String timeZone,
    Duration journeyLife,
    String linksBase) {

  public SealedRelease {
    profileValues = Map.copyOf(profileValues);
    bindings = Map.copyOf(bindings);
  }

  /// The number its texts come from.
  public Optional<PhoneNumber> textNumber() {
    return Optional.ofNullable(bindings.get("text")).map(PhoneNumber::new);
  }

  /// The number its calls come from.
  public Optional<PhoneNumber> voiceNumber() {
    return Optional.ofNullable(bindings.get("voice")).map(PhoneNumber::new);
  }

  /// Never the values: there are secrets among them.
  @Override
  public String toString() {
    return "SealedRelease[%s %s #%d, v%d]".formatted(appName, profile, number, version);
  }
}
