package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Who gets into the embedded server, from where, and what it promises; one server for all of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresDoorsTest {
  private final Path data = TestFolders.fresh();
  private final ClusterHome home = new ClusterHome(data.resolve("postgresql"));
  private final EmbeddedPostgres server = EmbeddedPostgres.start(home, TestFolders::embedded);

  @AfterAll
  void tidy() {
    server.close();
    FileTree.delete(data);
  }

  @Test
  void nobodyGetsInWithoutThePassword() {
    var url = server.url();
    for (var user : List.of("wayfare", "supervisor")) {
      for (var password : List.of("", "wrong")) {
        assertThatThrownBy(new DatabaseUrl(url.jdbc(), user, password)::connect)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password");
      }
    }
  }

  @Test
  void passwordsAreKeptAsScramAndInFilesForUsAlone() throws Exception {
    assertThat(ask(server.supervisorUrl(), "select min(left(rolpassword, 13)) from pg_authid"))
        .isEqualTo("SCRAM-SHA-256");
    for (var file : List.of(home.password(), home.supervisorPassword())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(file.startsWith(home.cluster())).isFalse();
    }
    assertThat(server.url().toString()).doesNotContain(server.url().password());
  }

  @Test
  void passwordsNobodyCanGuessAreStretchedOnce() throws SQLException {
    var often =
        """
        select string_agg(distinct split_part(split_part(rolpassword, '$', 2), ':', 1), ' ')
          from pg_authid""";
    assertThat(ask(server.supervisorUrl(), often)).isEqualTo("1");
  }

  @Test
  void ourOwnAccountIsNoSuperuser() throws SQLException {
    assertThat(ask(server.url(), "select rolsuper from pg_roles where rolname = current_user"))
        .isEqualTo("f");
  }

  @Test
  void itListensOnTheLoopbackAddressOnly() throws IOException {
    assertThat(listeningAddresses(server.port())).containsExactly("0100007F");
    assertThat(unixSocketsNaming(Integer.toString(server.port()))).isEmpty();
  }

  @Test
  void whatIsCommittedIsOnDisk() throws SQLException {
    for (var setting :
        List.of(
            "fsync", "synchronous_commit", "full_page_writes", "data_checksums", "autovacuum")) {
      assertThat(ask(server.url(), "show " + setting)).as(setting).isEqualTo("on");
    }
    assertThat(ask(server.url(), "show server_encoding")).isEqualTo("UTF8");
    assertThat(ask(server.url(), "select lower('ÄÖÉ')")).isEqualTo("äöé");
  }

  private static String ask(DatabaseUrl url, String query) throws SQLException {
    try (var connection = url.connect();
        var sql = connection.createStatement();
        var row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /// The kernel's list: hexadecimal address and port, state 0A is listening.
  private static List<String> listeningAddresses(int port) throws IOException {
    try (Stream<String> four = Files.lines(Path.of("/proc/net/tcp"));
        Stream<String> six = Files.lines(Path.of("/proc/net/tcp6"))) {
      return Stream.concat(four, six)
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields[3].equals("0A"))
          .filter(fields -> fields[1].endsWith(":%04X".formatted(port)))
          .map(fields -> fields[1].substring(0, fields[1].indexOf(':')))
          .toList();
    }
  }

  private static List<String> unixSocketsNaming(String port) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/net/unix"))) {
      return lines.filter(line -> line.endsWith(".s.PGSQL." + port)).toList();
    }
  }
}
