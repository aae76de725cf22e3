package dev.wayfare.publish;

import dev.wayfare.channel.PublicUrl;
import dev.wayfare.resource.Resource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a release gives to a slot, sealed: where customers come in, or what of the world outside it
/// uses.
sealed interface Bound {
  /// Called like this outside: a number, a path on this server or on a domain. A connection is
  /// called by its account's id: where it leads is the account's business.
  String address();

  /// The whole address of one that begins with a slash.
  default String url(PublicUrl home) {
    return home.at(address());
  }

  /// The resource it takes, which is then live in no other deployment.
  default Optional<UUID> resource() {
    return Optional.empty();
  }

  /// What it uses beside others.
  default Optional<Shared> shared() {
    return Optional.empty();
  }

  record Shared(Optional<UUID> account, Optional<UUID> resource) {}

  record Phone(UUID id, String address) implements Bound {
    @Override
    public Optional<UUID> resource() {
      return Optional.of(id);
    }
  }

  /// @param domain the host it lives on; empty for the server's own name
  record Route(UUID id, Optional<String> domain, String key) implements Bound {
    @Override
    public String address() {
      return Resource.Route.address(domain, key);
    }

    @Override
    public String url(PublicUrl home) {
      return domain.map(home::under).orElse(home).at(Resource.Route.PATH + key);
    }

    @Override
    public Optional<UUID> resource() {
      return Optional.of(id);
    }
  }

  /// An HTTP service.
  record Connection(UUID account) implements Bound {
    @Override
    public String address() {
      return account.toString();
    }

    @Override
    public Optional<Shared> shared() {
      return Optional.of(new Shared(Optional.of(account), Optional.empty()));
    }
  }

  /// An address that emails come from.
  record Email(UUID id, Sender sender) implements Bound {
    @Override
    public String address() {
      return sender.address();
    }

    @Override
    public Optional<Shared> shared() {
      return Optional.of(new Shared(Optional.of(sender.account()), Optional.of(id)));
    }
  }

  /// A generated starting link.
  record Link(String word) implements Bound {
    @Override
    public String address() {
      return "/l/" + word;
    }
  }

  /// Where programs call: a generated address, and what can be called under it.
  record Programs(String app, String word, List<Way> ways) implements Bound {
    static final String PATH = "/a/";

    public Programs {
      ways = List.copyOf(ways);
    }

    @Override
    public String address() {
      return PATH + app + "-" + word;
    }
  }

  /// One trigger that programs call.
  record Way(String trigger, String method, String path) {}

  /// A domain where journey links live; many deployments may use it.
  record Domain(UUID id, String host) implements Bound {
    @Override
    public String address() {
      return host;
    }

    @Override
    public Optional<Shared> shared() {
      return Optional.of(new Shared(Optional.empty(), Optional.of(id)));
    }
  }

  /// This server's own URLs.
  record Home() implements Bound {
    @Override
    public String address() {
      return "/u/";
    }
  }
}
