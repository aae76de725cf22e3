package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wayfare.db.Ports;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.kernel.SealedBox;
import dev.wayfare.testing.TestServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `wayfare doctor`, on installations that are well and on such that are not.
class DoctorCommandTest {
  @TempDir private Path folder;
  private Path key = Path.of("");

  @BeforeEach
  void makeKey() {
    SealedBox.inDataFolder(folder);
    key = SealedBox.keyFile(folder);
  }

  private CommandLineRun doctor(String databaseUrl, int port) {
    return CommandLineRun.of(
        "doctor",
        "--data",
        folder.toString(),
        "--database-url",
        databaseUrl,
        "--port",
        Integer.toString(port));
  }

  @Test
  void anEmptyFolderStaysEmpty() throws Exception {
    var none = folder.resolve("none");
    var run = CommandLineRun.of("doctor", "--data", none.toString(), "--port", "" + Ports.free());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("OK    Java", "WARN  Database: There is none yet.", "OK    Port")
        .contains("→ `wayfare up` makes one");
    assertThat(none).doesNotExist();
  }

  @Test
  void aRunningServerIsWell() {
    try (var server = TestServer.start()) {
      var run = doctor(server.databaseUrl(), server.port());
      assertThat(run.out())
          .contains("is taken by this Wayfare", "leads to this server")
          .contains("OK    Migrations", "OK    Clock", "OK    Key file");
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void anAddressOfAnotherServerIsNotOurs() {
    try (var other = TestServer.start();
        var ours = TestDatabase.fresh()) {
      var run = doctor(ours.url(), other.port());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("WARN  Port", "over another database")
          .contains("FAIL  Public URL", "leads to another Wayfare");
    }
  }

  @Test
  void aPortOfAnotherProgramIsToldWithAWayOut() throws Exception {
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.start();
    try (var ours = TestDatabase.fresh()) {
      var run = doctor(ours.url(), other.getAddress().getPort());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("FAIL  Port", "is taken by another program", "→ Stop that program");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsAFailureAndTheRestIsLookedAt() throws Exception {
    var run = doctor("postgresql://a:b@127.0.0.1:1/none", Ports.free());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL  Database", "OK    Key file", "OK    Port");
    assertThat(run.out()).doesNotContain("a:b");
  }

  @Test
  void aKeyThatOthersMayReadIsAFailure() throws Exception {
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    try (var ours = TestDatabase.fresh()) {
      var run = doctor(ours.url(), Ports.free());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("FAIL  Key file", "→ chmod 600 " + key);
    }
  }

  @Test
  void aKeyThatIsGoneIsAFailureWhereThereIsADatabase() throws Exception {
    Files.delete(key);
    try (var ours = TestDatabase.fresh()) {
      var run = doctor(ours.url(), Ports.free());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("FAIL  Key file", "is missing");
      assertThat(key).doesNotExist();
    }
  }

  @Test
  void aMigrationThatIsStillToComeIsAWarningAndIsNotMade() throws Exception {
    try (var ours = TestDatabase.fresh()) {
      var sql = JdbcClient.create(ours.dataSource());
      sql.sql(
              """
              delete from flyway_schema_history where installed_rank =
                (select max(installed_rank) from flyway_schema_history)""")
          .update();
      var before = sql.sql("select count(*) from flyway_schema_history").query().singleValue();
      var run = doctor(ours.url(), Ports.free());
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("WARN  Migrations", "still to come");
      assertThat(sql.sql("select count(*) from flyway_schema_history").query().singleValue())
          .isEqualTo(before);
    }
  }

  @Test
  void aNewerDatabaseIsAFailure() throws Exception {
    try (var ours = TestDatabase.fresh()) {
      JdbcClient.create(ours.dataSource())
          .sql(
              """
              insert into flyway_schema_history
              select 1000, '1000', 'later', 'SQL', 'V1000__later.sql', 1, installed_by,
                     installed_on, 1, true
                from flyway_schema_history where installed_rank = 1""")
          .update();
      var run = doctor(ours.url(), Ports.free());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("FAIL  Migrations", "1000", "newer Wayfare");
    }
  }

  @Test
  void aProgramGetsEveryFinding() throws Exception {
    try (var ours = TestDatabase.fresh()) {
      var run =
          CommandLineRun.of(
              "doctor",
              "--data",
              folder.toString(),
              "--database-url",
              ours.url(),
              "--port",
              "" + Ports.free(),
              "--json");
      assertThat(run.json().path("well").asBoolean()).isTrue();
      assertThat(run.json().path("findings"))
          .hasSizeGreaterThanOrEqualTo(8)
          .allSatisfy(
              finding -> assertThat(finding.path("level").asString()).isIn("ok", "warn", "fail"));
    }
  }
}
