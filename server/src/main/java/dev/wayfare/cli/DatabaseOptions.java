package dev.wayfare.cli;

import dev.wayfare.db.DatabaseSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which database a command works on, without a server in between.
public final class DatabaseOptions {
  @Option(
      names = "--data",
      defaultValue = ".wayfare",
      description = "The data folder (default: .wayfare; the demo's is .wayfare/demo).")
  private Path data = Path.of(".wayfare");

  @Option(names = "--database-url", description = "A PostgreSQL of yours, 15 to 18.")
  private @Nullable String url;

  public Path data() {
    return data;
  }

  public DatabaseSettings settings() {
    return (url == null ? DatabaseSettings.embedded(data) : DatabaseSettings.external(url))
        .withPoolSize(2);
  }
}
