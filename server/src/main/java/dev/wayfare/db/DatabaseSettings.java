package dev.wayfare.db;

import java.nio.file.Path;
import java.util.Optional;

/// Which database, how many connections, which migrations.
///
/// @param poolSize one is enough: no path of ours needs two connections at once
/// @param migrations a Flyway location; every module's files lie in the one folder
public record DatabaseSettings(Place place, int poolSize, String migrations) {
  public static final int DEFAULT_POOL_SIZE = 16;
  public static final String DEFAULT_MIGRATIONS = "classpath:db/migration";

  /// Where the database is.
  public sealed interface Place {
    /// @param kept the data folder whose database this one begins as a copy of, while it is empty
    record Embedded(Path dataFolder, Optional<Path> kept) implements Place {}

    record External(DatabaseUrl url) implements Place {}
  }

  public DatabaseSettings {
    if (poolSize < 1) {
      throw new IllegalArgumentException("A pool has at least one connection, not " + poolSize);
    }
  }

  public static DatabaseSettings embedded(Path dataFolder) {
    return embedded(dataFolder, Optional.empty());
  }

  public static DatabaseSettings embedded(Path dataFolder, Optional<Path> kept) {
    return new DatabaseSettings(
        new Place.Embedded(dataFolder, kept), DEFAULT_POOL_SIZE, DEFAULT_MIGRATIONS);
  }

  public static DatabaseSettings external(String url) {
    return new DatabaseSettings(
        new Place.External(DatabaseUrl.parse(url)), DEFAULT_POOL_SIZE, DEFAULT_MIGRATIONS);
  }

  public DatabaseSettings withPoolSize(int size) {
    return new DatabaseSettings(place, size, migrations);
  }

  public DatabaseSettings withMigrations(String location) {
    return new DatabaseSettings(place, poolSize, location);
  }
}
