package dev.wayfare;

import dev.wayfare.connector.NameServers;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.connector.ReachOwn;
import dev.wayfare.db.DatabaseSettings;
import dev.wayfare.db.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How a server is started from the command line.
final class ServerOptions {
  @Option(names = "--data", description = "The data folder (default: .wayfare).")
  private @Nullable Path data;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "The address to listen on.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      defaultValue = "8787",
      description = "The port (default: 8787); 0 takes a free one.")
  private int port;

  @Option(
      names = "--public-url",
      description = "The address under which customers reach this server.")
  private @Nullable String publicUrl;

  @Option(
      names = "--database-url",
      description = "A PostgreSQL of yours, 15 to 18; without it, one comes along.")
  private @Nullable String databaseUrl;

  @Option(names = "--pool", description = "Connections to the database (default: 16).")
  private int pool = DatabaseSettings.DEFAULT_POOL_SIZE;

  @Option(
      names = "--allow-outbound",
      paramLabel = "ADDRESSES",
      description =
          "Addresses beyond the open internet that calls and emails may reach, parted by commas:"
              + " 10.0.0.0/8,127.0.0.1:8099 (default: none).")
  private String allowOutbound = "";

  @Option(
      names = "--prove-through",
      paramLabel = "ADDRESS",
      description =
          "Where a publish reaches this server to try itself out, if its public URL leads nowhere"
              + " from inside: http://127.0.0.1:8787.")
  private @Nullable String proveThrough;

  @Option(
      names = "--dns",
      paramLabel = "ADDRESSES",
      description =
          "Name servers that are asked for the records of custom domains, parted by commas:"
              + " 9.9.9.9,127.0.0.1:5353 (default: the machine's).")
  private @Nullable String dns;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  private OutboundPolicy outbound() {
    try {
      return OutboundPolicy.of(allowOutbound);
    } catch (IllegalArgumentException mistake) {
      throw new ParameterException(
          command.commandLine(), "--allow-outbound: " + mistake.getMessage(), mistake);
    }
  }

  private Optional<URI> through() {
    try {
      return Optional.ofNullable(proveThrough).map(ReachOwn::address);
    } catch (IllegalArgumentException mistake) {
      throw new ParameterException(
          command.commandLine(), "--prove-through: " + mistake.getMessage(), mistake);
    }
  }

  private NameServers nameServers() {
    try {
      return dns == null ? NameServers.OF_THE_MACHINE : NameServers.of(dns);
    } catch (IllegalArgumentException mistake) {
      throw new ParameterException(
          command.commandLine(), "--dns: " + mistake.getMessage(), mistake);
    }
  }

  /// Links say the port, so a free one is chosen before anything listens.
  ServerSettings settings(String folder) {
    var listening = port == 0 ? Ports.free() : port;
    return new ServerSettings(
        data == null ? Path.of(folder) : data,
        Optional.empty(),
        host,
        listening,
        publicUrl == null ? ServerSettings.localUrl(listening) : publicUrl,
        Optional.ofNullable(databaseUrl),
        pool,
        outbound(),
        through(),
        nameServers());
  }
}
