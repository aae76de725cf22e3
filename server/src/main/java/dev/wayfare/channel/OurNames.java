package dev.wayfare.channel;

/// Which host names this server answers to. Who owns domains implements it.
public interface OurNames {

  /// What a host is to us, as a request names it: any case, with or without a dot at its end.
  Name of(String host);

  sealed interface Name {
    /// The server's own: its public name, and what only leads here from near by.
    record Home() implements Name {}

    /// A custom domain that its owner has proven.
    record Domain(String host) implements Name {}

    /// Nobody's here.
    record Strange() implements Name {}
  }
}
