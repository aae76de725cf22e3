package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
  private final Path data = TestFolders.fresh();
  private final ClusterHome home = new ClusterHome(data.resolve("postgresql"));

  @AfterEach
  void tidy() {
    EmbeddedPostgres.erase(data);
    FileTree.delete(data);
  }

  @Test
  void firstAndLaterStartsKeepDataPortAndPassword() throws SQLException {
    var begun = System.nanoTime();
    var first = EmbeddedPostgres.start(data);
    report("first start with unpacking", begun);
    execute(first.url(), "create table kept (n int)");
    first.close();
    begun = System.nanoTime();
    var second = EmbeddedPostgres.start(data);
    var took = report("later start", begun);
    assertThat(second.url()).isEqualTo(first.url());
    assertThat(second.adopted()).isFalse();
    assertThat(ask(second.url(), "select count(*) from kept")).isEqualTo("0");
    begun = System.nanoTime();
    second.close();
    report("stop", begun);
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aServerThatOutlivedItsSupervisorIsAdopted() throws Exception {
    var child = TestProcess.start(HoldOpen.class, data.toString());
    var pid = Long.parseLong(child.line());
    child.killNine();
    assertThat(ProcessHandle.of(pid)).isPresent();
    try (var server = start()) {
      assertThat(server.adopted()).isTrue();
      assertThat(server.pid()).isEqualTo(pid);
      assertThat(ask(server.url(), "select 1")).isEqualTo("1");
    }
    assertThat(new Postmaster(pid, 0, "").isAlive()).isFalse();
  }

  @Test
  void aServerThatDoesNotKnowOurPasswordIsStopped() throws Exception {
    var child = TestProcess.start(HoldOpen.class, data.toString());
    var pid = Long.parseLong(child.line());
    child.killNine();
    var kept = FileTree.read(home.supervisorPassword());
    FileTree.write(home.supervisorPassword(), "rw-------", "of another folder");
    assertThatThrownBy(this::start).hasMessageContaining("does not let its supervisor in");
    assertThat(new Postmaster(pid, 0, "").isAlive()).isFalse();
    assertThat(Postmaster.of(home.cluster())).isEmpty();
    FileTree.write(home.supervisorPassword(), "rw-------", kept);
  }

  @Test
  void aStalePidFileIsNoObstacle() throws Exception {
    start().close();
    var stale =
        String.join(
            "\n",
            Long.toString(ProcessHandle.current().pid()),
            home.cluster().toString(),
            "1",
            "1",
            "",
            "127.0.0.1",
            "",
            "ready");
    Files.writeString(home.cluster().resolve("postmaster.pid"), stale);
    try (var server = start()) {
      assertThat(ask(server.url(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aServerThatIsKilledComesBackOnItsPort() throws SQLException {
    try (var server = start()) {
      var before = server.pid();
      signal(before, "KILL");
      assertThat(Patience.until(Duration.ofSeconds(30), () -> server.pid() != before)).isTrue();
      assertThat(ask(server.url(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aPortTakenMeanwhileIsExchanged() throws Exception {
    var first = start();
    var port = first.port();
    first.close();
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        var server = start()) {
      assertThat(server.port()).isNotEqualTo(port);
      assertThat(ask(server.url(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aFirstStartThatBrokeOffIsBegunAgain() throws Exception {
    FileTree.folderIfMissing(home.clusterDraft());
    Files.writeString(home.clusterDraft().resolve("PG_VERSION"), "18\n");
    try (var server = start()) {
      assertThat(ask(server.url(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void anotherMajorVersionIsRefusedWithTheWayOut() throws Exception {
    start().close();
    var version = home.cluster().resolve("PG_VERSION");
    Files.writeString(version, "17\n");
    assertThatThrownBy(this::start)
        .isInstanceOfSatisfying(
            DatabaseTrouble.class,
            trouble ->
                assertThat(trouble.code()).isEqualTo(DatabaseTrouble.Code.OTHER_MAJOR_VERSION))
        .hasMessageContaining("PostgreSQL 17")
        .hasMessageContaining("wayfare restore");
    Files.writeString(version, "18\n");
  }

  @Test
  void eraseTakesAwayWhatRunsAndWhatLies() throws Exception {
    var child = TestProcess.start(HoldOpen.class, data.toString());
    var pid = Long.parseLong(child.line());
    assertThatThrownBy(() -> EmbeddedPostgres.erase(data)).hasMessageContaining("already runs");
    child.killNine();
    assertThat(EmbeddedPostgres.erase(data)).isTrue();
    assertThat(new Postmaster(pid, 0, "").isAlive()).isFalse();
    assertThat(home.cluster()).doesNotExist();
    assertThat(EmbeddedPostgres.erase(data)).isFalse();
  }

  @Test
  void programsOfAnEarlierVersionAreTidiedAway() {
    var earlier = FileTree.folderIfMissing(home.folder().resolve("18.5-0123abcd/bin"));
    FileTree.folderIfMissing(home.folder().resolve("unpacking-999999999/bin"));
    EmbeddedPostgres.start(data).close();
    assertThat(earlier).doesNotExist();
    assertThat(home.folder().resolve("unpacking-999999999")).doesNotExist();
  }

  @Test
  void aProcessToldToEndStopsItOnTheWayOut() throws Exception {
    var child = TestProcess.start(HoldOpen.class, data.toString(), "database");
    var pid = Long.parseLong(child.line());
    child.process().destroy();
    child.process().onExit().join();
    assertThat(new Postmaster(pid, 0, "").isAlive()).isFalse();
    assertThat(home.cluster().resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void aSecondProcessOnTheSameFolderIsRefused() throws Exception {
    try (var _ = start()) {
      var child = TestProcess.start(HoldOpen.class, data.toString());
      assertThat(child.line())
          .startsWith("DATA_FOLDER_IN_USE")
          .contains("pid " + ProcessHandle.current().pid())
          .contains("--database-url");
      assertThatThrownBy(this::start).hasMessageContaining("Another Wayfare process");
    }
  }

  @Test
  void aLostPasswordFileIsNamed() throws Exception {
    start().close();
    var kept = FileTree.read(home.password());
    Files.delete(home.password());
    assertThatThrownBy(this::start).hasMessageContaining(home.password().toString());
    FileTree.write(home.password(), "rw-------", kept);
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(home, TestFolders::embedded);
  }

  private static void signal(long pid, String name) {
    var sent = new Command(List.of("kill", "-" + name, Long.toString(pid))).run();
    assertThat(sent.succeeded()).as(sent.output()).isTrue();
  }

  private static String ask(DatabaseUrl url, String query) throws SQLException {
    try (var connection = url.connect();
        var sql = connection.createStatement();
        var row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(DatabaseUrl url, String statement) throws SQLException {
    try (var connection = url.connect();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static Duration report(String what, long begun) {
    var took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.println("embedded PostgreSQL, " + what + ": " + took.toMillis() + " ms");
    return took;
  }
}
