package dev.wayfare.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/// A database of a test's own, with all migrations, on Debian's PostgreSQL. There is one connection
/// in the pool: a path that takes a second one while it holds the first stands still, and is found.
public final class TestPostgres implements AutoCloseable {

  private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");

  /// One PostgreSQL for all tests of this run; started by the first that asks.
  private static final class Running {
    static final int PORT = startServer();
  }

  private final HikariDataSource pool;

  private TestPostgres(HikariDataSource pool) {
    this.pool = pool;
  }

  public static TestPostgres fresh() {
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    JdbcClient.create(new DriverManagerDataSource(url("postgres"), "postgres", ""))
        .sql("create database " + name)
        .update();
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url(name));
    pool.setUsername("postgres");
    pool.setMaximumPoolSize(1);
    Flyway.configure().dataSource(url(name), "postgres", "").load().migrate();
    return new TestPostgres(pool);
  }

  public DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }

  private static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(Running.PORT, database);
  }

  private static int startServer() {
    try {
      var folder = Files.createTempDirectory("wayfare-pg");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      var port = freePort();
      var data = folder.resolve("data");
      run(List.of("initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-N"));
      var options =
          "-h 127.0.0.1 -p %d -k %s -c fsync=off -c max_connections=60".formatted(port, folder);
      var log = folder.resolve("log").toString();
      run(List.of("pg_ctl", "-D", data.toString(), "-w", "-l", log, "-o", options, "start"));
      var stop = List.of("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, folder)));
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(List<String> command, Path folder) {
    run(command);
    FileSystemUtils.deleteRecursively(folder.toFile());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void run(List<String> words) {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(BINARIES.resolve(words.getFirst()).toString());
    command.addAll(words.subList(1, words.size()));
    try {
      var process =
          new ProcessBuilder(command)
              .directory(Path.of("/tmp").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "It ended with %d: %s".formatted(process.exitValue(), command));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
