package dev.wayfare;

import dev.wayfare.connector.NameServers;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.db.DatabaseSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// How one server process runs.
///
/// @param dataFolder keys, and the embedded database where there is no `databaseUrl`
/// @param host the address to listen on; loopback unless the operator says otherwise
/// @param publicUrl the address under which the outside world reaches this server
/// @param databaseUrl an external PostgreSQL (15 to 18); empty for the embedded one
/// @param poolSize connections to the database
/// @param outbound which addresses calls outwards may reach
/// @param kept a data folder whose database this one begins as a copy of, where it has none yet
/// @param proveThrough where a publish reaches this server, if not at its public URL
/// @param names who is asked for the records of custom domains
public record ServerSettings(
    Path dataFolder,
    Optional<Path> kept,
    String host,
    int port,
    String publicUrl,
    Optional<String> databaseUrl,
    int poolSize,
    OutboundPolicy outbound,
    Optional<URI> proveThrough,
    NameServers names) {

  /// Everything as it is without options.
  public static ServerSettings usual(Path dataFolder, int port) {
    return new ServerSettings(
        dataFolder,
        Optional.empty(),
        "127.0.0.1",
        port,
        localUrl(port),
        Optional.empty(),
        DatabaseSettings.DEFAULT_POOL_SIZE,
        OutboundPolicy.openInternet(),
        Optional.empty(),
        NameServers.OF_THE_MACHINE);
  }

  /// The public URL of a server that nobody gave one.
  static String localUrl(int port) {
    return "http://localhost:" + port;
  }

  /// Where this server is reached from within, once it listens on this port. Without a public URL
  /// there is nothing in between, and the port in it may be 0.
  Optional<URI> through(int listening) {
    return publicUrl.equals(localUrl(port))
        ? proveThrough.or(() -> Optional.of(URI.create("http://" + name() + ":" + listening)))
        : proveThrough;
  }

  private String name() {
    return switch (host) {
      case "0.0.0.0", "::" -> "127.0.0.1";
      default -> host.contains(":") ? "[" + host + "]" : host;
    };
  }

  /// The same, with calls outwards to these addresses as well.
  ServerSettings allowing(OutboundPolicy more) {
    return with(kept, outbound.and(more));
  }

  /// The same, begun from a data folder that was made before.
  ServerSettings begunFrom(Path dataFolder) {
    return with(Optional.of(dataFolder), outbound);
  }

  private ServerSettings with(Optional<Path> kept, OutboundPolicy outbound) {
    return new ServerSettings(
        dataFolder,
        kept,
        host,
        port,
        publicUrl,
        databaseUrl,
        poolSize,
        outbound,
        proveThrough,
        names);
  }

  DatabaseSettings database() {
    return databaseUrl
        .map(DatabaseSettings::external)
        .orElseGet(() -> DatabaseSettings.embedded(dataFolder, kept))
        .withPoolSize(poolSize);
  }
}
