package dev.wayfare.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which server a command speaks to.
final class Connection {
  @Option(
      names = "--server",
      description = "The server's address (WAYFARE_SERVER; default http://localhost:8787).")
  private @Nullable String server;

  @Option(names = "--token", description = "An API token (WAYFARE_TOKEN).")
  private @Nullable String token;

  @Option(names = "--json", description = "Answer with JSON, for programs.")
  boolean json;

  Api api() {
    return new Api(
        or(server, "WAYFARE_SERVER").orElse("http://localhost:8787"),
        or(token, "WAYFARE_TOKEN")
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Why.NOT_ALLOWED,
                        "An API token is needed: give it with --token or in WAYFARE_TOKEN.")));
  }

  private static Optional<String> or(@Nullable String given, String variable) {
    return Optional.ofNullable(given).or(() -> Optional.ofNullable(System.getenv(variable)));
  }
}
