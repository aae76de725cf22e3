package dev.wayfare.resource;

import dev.wayfare.channel.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Something customers reach an app through; belongs to one environment.
public sealed interface Resource {
  UUID id();

  UUID environment();

  String name();

  Instant createdAt();

  /// What it is called outside: `+15550100`, `/c/parcels`, `help.example.com`, `desk@example.com`.
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

  /// A name of the organization's own, under which customers meet its apps. Routes live on it, and
  /// journey links may. Many deployments share it.
  ///
  /// @param host in ASCII
  record Domain(UUID id, UUID environment, String name, String host, Instant createdAt)
      implements Resource {
    @Override
    public String address() {
      return host;
    }

    @Override
    public String noun() {
      return "domain";
    }
  }

  /// A path of the organization's choice, on a domain or on the server's own name.
  record Route(
      UUID id, UUID environment, String name, Optional<On> domain, String key, Instant createdAt)
      implements Resource {

    public static final String PATH = "/c/";

    /// The domain that a route lives on.
    public record On(UUID id, String host) {}

    /// What a route is called outside: `help.example.com/c/parcels`, or `/c/parcels` under the
    /// server's own name.
    public static String address(Optional<String> host, String key) {
      return host.orElse("") + PATH + key;
    }

    @Override
    public String address() {
      return address(domain.map(On::host), key);
    }

    @Override
    public String noun() {
      return "route";
    }
  }
}
