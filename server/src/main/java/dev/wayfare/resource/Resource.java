package dev.wayfare.resource;

import dev.wayfare.channel.PhoneNumber;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// Something customers reach an app through; belongs to one environment.
public sealed interface Resource {
  UUID id();

  UUID environment();

  String name();

  Instant createdAt();

  /// What it is called outside: `+15550100`, `/c/parcels`, `desk@example.com`.
  String address();

  /// The noun, as people read it.
  String noun();

  /// Live in at most one deployment, for its texts, its calls or both.
  record Phone(
      UUID id,
      UUID environment,
      String name,
      PhoneNumber number,
      Set<Capability> capabilities,
      UUID account,
      Instant createdAt)
      implements Resource {

    public Phone {
      capabilities = Set.copyOf(capabilities);
    }

    @Override
    public String address() {
      return number.e164();
    }

    @Override
    public String noun() {
      return "phone number";
    }
  }

  /// An address that emails come from, by the mail server of an account. Many may use it.
  ///
  /// @param displayName what receivers read beside the address; may be empty
  record Email(
      UUID id,
      UUID environment,
      String name,
      String address,
      String displayName,
      UUID account,
      Instant createdAt)
      implements Resource {
    @Override
    public String noun() {
      return "email address";
    }
  }

  /// A path on the default host.
  record Route(UUID id, UUID environment, String name, String key, Instant createdAt)
      implements Resource {

    public static final String PATH = "/c/";

    @Override
    public String address() {
      return PATH + key;
    }

    @Override
    public String noun() {
      return "route";
    }
  }
}
