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

  /// What it is called outside: `+15550100`, `/c/parcels`. Live at most once on this server.
  String address();

  /// The noun, as people read it.
  String noun();

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
