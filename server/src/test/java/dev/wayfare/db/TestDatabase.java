package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// A database of its own for one test, cloned from a migrated template in about 50 ms and dropped
/// on close. One PostgreSQL serves a test JVM and goes with it.
///
/// `-Dwayfare.test.postgres=15` takes the machine's PostgreSQL 15 instead of the embedded one,
/// `-Dwayfare.test.pool=16` a pool as the product has it. Without it there is one connection, so
/// that a path which needs two at once is found. The shared server runs with fsync off, which the
/// product never does.
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Database database;
  private final DatabaseSettings settings;
  private final DatabaseUrl url;
  private final DatabaseUrl supervisor;

  private TestDatabase(DatabaseUrl url, DatabaseUrl supervisor, DatabaseSettings settings) {
    this.url = url;
    this.supervisor = supervisor;
    this.settings = settings;
    this.database = Database.over(url, settings);
  }

  /// With the product's migrations.
  public static TestDatabase fresh() {
    return fresh(DatabaseSettings.DEFAULT_MIGRATIONS);
  }

  public static TestDatabase fresh(String migrations) {
    return Shared.SERVER.cloneOf(migrations);
  }

  /// Without any table.
  static TestDatabase empty(String migrations) {
    return Shared.SERVER.copyOf("template0", migrations);
  }

  public Database database() {
    return database;
  }

  public DataSource dataSource() {
    return database.dataSource();
  }

  /// The connections a server of this run has.
  public static int poolSize() {
    return Integer.getInteger("wayfare.test.pool", 1);
  }

  /// For a server over this database, with the pool that this run asks for.
  public DatabaseSettings settings() {
    return settings;
  }

  /// For a process of its own: `--database-url`.
  public String url() {
    return "postgresql://%s:%s@%s"
        .formatted(url.user(), url.password(), url.jdbc().substring("jdbc:postgresql://".length()));
  }

  DatabaseUrl databaseUrl() {
    return url;
  }

  DatabaseUrl supervisor() {
    return supervisor;
  }

  @Override
  public void close() {
    database.close();
    execute(supervisor, "drop database if exists \"" + name(url) + "\" with (force)");
  }

  private static String name(DatabaseUrl url) {
    return url.jdbc().substring(url.jdbc().lastIndexOf('/') + 1);
  }

  private static void execute(DatabaseUrl url, String statement) {
    try (var connection = url.connect();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /// The one server of this JVM.
  private static final class Shared {
    private static final Shared SERVER = new Shared();

    private final EmbeddedPostgres server;
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    private Shared() {
      var cache = TestFolders.cache();
      sweep(cache);
      var home = new ClusterHome(cache.resolve("run-" + ProcessHandle.current().pid()));
      FileTree.folderIfMissing(home.folder());
      FileTree.write(home.customSettings(), "rw-r--r--", "fsync = off\nmax_connections = 200\n");
      server = EmbeddedPostgres.start(home, TestFolders::binaries);
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .unstarted(
                      () -> {
                        server.close();
                        FileTree.delete(home.folder());
                      }));
    }

    TestDatabase cloneOf(String migrations) {
      return copyOf(templates.computeIfAbsent(migrations, this::template), migrations);
    }

    TestDatabase copyOf(String template, String migrations) {
      var name = "test_" + NUMBERS.incrementAndGet();
      create(name, template);
      var pool = poolSize();
      var url = server.url().withDatabase(name);
      var settings =
          new DatabaseSettings(new DatabaseSettings.Place.External(url), pool, migrations);
      return new TestDatabase(url, server.supervisorUrl(), settings);
    }

    private String template(String migrations) {
      var name = "template_" + NUMBERS.incrementAndGet();
      create(name, "template0");
      new Migrations(server.url().withDatabase(name), migrations).toLatest("public");
      return name;
    }

    /// Copying the files of a small database is faster than writing them through the log.
    private void create(String name, String template) {
      execute(
          server.supervisorUrl(),
          "create database %s template %s owner wayfare strategy file_copy"
              .formatted(name, template));
    }

    /// What killed test runs left behind.
    private static void sweep(Path cache) {
      try (Stream<Path> folders = Files.list(cache)) {
        folders
            .filter(folder -> folder.getFileName().toString().startsWith("run-"))
            .filter(
                folder -> {
                  var pid = Long.parseLong(folder.getFileName().toString().substring(4));
                  return ProcessHandle.of(pid).isEmpty();
                })
            .forEach(Shared::remove);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(Path folder) {
      var home = new ClusterHome(folder);
      if (home.exists()) {
        var user = ServerUser.ownerOf(home.cluster());
        var cluster = new Cluster(home, TestFolders.binaries(), user);
        Postmaster.of(home.cluster()).ifPresent(cluster::stop);
      }
      FileTree.delete(folder);
    }
  }
}
