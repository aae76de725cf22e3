package dev.wayfare.channel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// Debian's PostgreSQL 15 in a folder of its own, with the simulator's tables; gone when closed.
final class ScratchPostgres implements AutoCloseable {

  private static final Path BIN = Path.of("/usr/lib/postgresql/15/bin");

  private final Path folder;
  private final PGSimpleDataSource source = new PGSimpleDataSource();

  ScratchPostgres() {
    try {
      folder = Files.createTempDirectory("scratch-pg");
      asPostgres("chown", "postgres", folder.toString());
      var data = folder.resolve("data").toString();
      asPostgres(BIN.resolve("initdb").toString(), "-D", data, "-A", "trust", "-E", "UTF8", "-N");
      var port = freePort();
      var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + folder;
      asPostgres(
          BIN.resolve("pg_ctl").toString(),
          "-D",
          data,
          "-w",
          "-l",
          folder + "/log",
          "-o",
          options,
          "start");
      source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
      JdbcClient.create(source).sql(migration("V4__simulator")).update();
      JdbcClient.create(source).sql(migration("V13__simulator_calls")).update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DataSource source() {
    return source;
  }

  @Override
  public void close() {
    asPostgres(
        BIN.resolve("pg_ctl").toString(),
        "-D",
        folder.resolve("data").toString(),
        "-m",
        "immediate",
        "stop");
    FileSystemUtils.deleteRecursively(folder.toFile());
  }

  private static String migration(String name) throws IOException {
    try (var in = ScratchPostgres.class.getResourceAsStream("/db/migration/" + name + ".sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// PostgreSQL does not run as root, so root becomes somebody else; only the folder is handed over
  /// as root.
  private static void asPostgres(String... command) {
    var words = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root") && !command[0].equals("chown")) {
      words.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    } else if (command[0].equals("chown") && !System.getProperty("user.name").equals("root")) {
      return;
    }
    words.addAll(List.of(command));
    try {
      var process =
          new ProcessBuilder(words)
              .directory(Path.of("/tmp").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("PostgreSQL said no to " + words);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
