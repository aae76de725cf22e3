package dev.wayfare;

import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.db.DatabaseSettings;
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
public record ServerSettings(
    Path dataFolder,
    String host,
    int port,
    String publicUrl,
    Optional<String> databaseUrl,
    int poolSize,
    OutboundPolicy outbound) {

  /// Everything as it is without options.
  public static ServerSettings usual(Path dataFolder, int port) {
    return new ServerSettings(
        dataFolder,
        "127.0.0.1",
        port,
        "http://localhost:" + port,
        Optional.empty(),
        DatabaseSettings.DEFAULT_POOL_SIZE,
        OutboundPolicy.openInternet());
  }

  /// The same, with calls outwards to these addresses as well.
  ServerSettings allowing(OutboundPolicy more) {
    return new ServerSettings(
        dataFolder, host, port, publicUrl, databaseUrl, poolSize, outbound.and(more));
  }

  DatabaseSettings database() {
    return databaseUrl
        .map(DatabaseSettings::external)
        .orElseGet(() -> DatabaseSettings.embedded(dataFolder))
        .withPoolSize(poolSize);
  }
}
