package dev.wayfare.publish;

import dev.wayfare.resource.Resource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a release gives to a slot, sealed: where customers come in, and which resource that takes.
sealed interface Bound {

  /// Called like this outside: a number, or a path on this server.
  String address();

  /// The resource it takes, which is then live nowhere else.
  default Optional<UUID> resource() {
    return Optional.empty();
  }

  record Phone(UUID id, String address) implements Bound {
    @Override
    public Optional<UUID> resource() {
      return Optional.of(id);
    }
  }

  record Route(UUID id, String key) implements Bound {
    @Override
    public String address() {
      return Resource.Route.PATH + key;
    }

    @Override
    public Optional<UUID> resource() {
      return Optional.of(id);
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

  /// This server's own URLs.
  record Home() implements Bound {
    @Override
    public String address() {
      return "/u/";
    }
  }
}
