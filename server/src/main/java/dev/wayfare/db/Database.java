package dev.wayfare.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;

/// How everybody gets into the database: started or reached, migrated, pooled.
///
/// Closing it closes the pool and, where the server is our own, stops it.
public final class Database implements AutoCloseable {
  private final DatabaseUrl url;
  private final String migrations;
  private final String name;
  private final HikariDataSource pool;
  private final Optional<EmbeddedPostgres> embedded;

  private Database(
      DatabaseUrl url, DatabaseSettings settings, Optional<EmbeddedPostgres> embedded) {
    this.url = url;
    this.migrations = settings.migrations();
    this.embedded = embedded;
    this.name = "wayfare-" + ClusterHome.randomHex(4);
    this.pool = new HikariDataSource(pool(url, settings.poolSize(), name));
  }

  /// Ready when it returns: reachable, of a version we know, at today's schema.
  public static Database open(DatabaseSettings settings) {
    return switch (settings.place()) {
      case DatabaseSettings.Place.Embedded(var folder, var kept) ->
          openOwn(EmbeddedPostgres.start(folder, kept), settings);
      case DatabaseSettings.Place.External(var url) -> migrated(url, settings, Optional.empty());
    };
  }

  /// The database as it stands, without making or migrating anything: one that a server runs at
  /// this moment is shared, one that rests is started and stops with this.
  public static Database join(DatabaseSettings settings) {
    return switch (settings.place()) {
      case DatabaseSettings.Place.Embedded(var folder, _) -> joinOwn(folder, settings);
      case DatabaseSettings.Place.External(var url) -> joined(url, settings, Optional.empty());
    };
  }

  /// What it says of itself.
  public DatabaseLook look(InstantSource clock) {
    return DatabaseLook.at(url, migrations, clock);
  }

  /// What tells it from every other; a look says the same, with all the rest.
  public String mark() {
    try (var connection = pool.getConnection()) {
      return DatabaseLook.mark(connection);
    } catch (SQLException e) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.DATABASE_UNREACHABLE,
          "The database %s does not tell which it is: %s".formatted(url, e.getMessage()),
          e);
    }
  }

  /// Over a database that somebody else has migrated.
  static Database over(DatabaseUrl url, DatabaseSettings settings) {
    return new Database(url, settings, Optional.empty());
  }

  public DataSource dataSource() {
    return pool;
  }

  /// What may be shown of it: host, port, name and account.
  public String place() {
    return url.toString();
  }

  public Optional<EmbeddedPostgres> embedded() {
    return embedded;
  }

  /// For programs that end by `System.exit` or Ctrl-C and have no other order of shutdown.
  public Database closeAtExit() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
    return this;
  }

  @Override
  public void close() {
    pool.close();
    embedded.ifPresent(EmbeddedPostgres::close);
  }

  /// A connection outside the pool, for work that holds one for long; whoever asks closes it.
  Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("ApplicationName", name);
    properties.setProperty("loginTimeout", "10");
    return url.connect(properties);
  }

  Migrations migrations() {
    return new Migrations(url, migrations);
  }

  /// The name our sessions carry in the server's list, so that others can be told from our own.
  String sessionName() {
    return name;
  }

  /// Open connections still know the tables of before.
  void forgetConnections() {
    var handle = pool.getHikariPoolMXBean();
    if (handle != null) {
      handle.softEvictConnections();
    }
  }

  private static Database openOwn(EmbeddedPostgres server, DatabaseSettings settings) {
    try {
      return migrated(server.url(), settings, Optional.of(server));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Database joinOwn(Path folder, DatabaseSettings settings) {
    if (EmbeddedPostgres.folderOf(folder).isEmpty()) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.DATABASE_MISSING,
          "There is no database in %s yet. `wayfare up` makes one; --data names another folder."
              .formatted(folder.toAbsolutePath().normalize()));
    }
    var running = EmbeddedPostgres.running(folder);
    if (running.isPresent()) {
      return joined(running.get(), settings, Optional.empty());
    }
    var server = EmbeddedPostgres.start(folder);
    try {
      return joined(server.url(), settings, Optional.of(server));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Database joined(
      DatabaseUrl url, DatabaseSettings settings, Optional<EmbeddedPostgres> server) {
    checkServer(url);
    return new Database(url, settings, server);
  }

  private static Database migrated(
      DatabaseUrl url, DatabaseSettings settings, Optional<EmbeddedPostgres> server) {
    var migrations = new Migrations(url, settings.migrations());
    checkServer(url);
    migrations.exclusively(() -> migrations.toLatest("public"));
    return new Database(url, settings, server);
  }

  private static void checkServer(DatabaseUrl url) {
    try (var connection = url.connect()) {
      ServerFacts.of(connection)
          .refusal()
          .ifPresent(
              refusal -> {
                throw refusal;
              });
    } catch (SQLException e) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.DATABASE_UNREACHABLE,
          "The database %s does not let us in: %s".formatted(url, e.getMessage()),
          e);
    }
  }

  /// Nobody waits for long: a customer's carrier gives up after fifteen seconds, and a caller who
  /// is told "not now" at once may come again. A database that is gone is known by its silence.
  private static HikariConfig pool(DatabaseUrl url, int size, String name) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url.jdbc());
    config.setUsername(url.user());
    config.setPassword(url.password());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(2_500);
    config.setValidationTimeout(1_000);
    config.addDataSourceProperty("ApplicationName", name);
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "10");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return config;
  }
}
