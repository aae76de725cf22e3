package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeptClusterTest {
  private static final Path KEPT = TestFolders.fresh();
  private static final ClusterHome OF_KEPT = new ClusterHome(KEPT.resolve("postgresql"));
  private static String markOfKept = "";

  private final Path data = TestFolders.fresh();
  private final ClusterHome home = new ClusterHome(data.resolve("postgresql"));

  @BeforeAll
  static void keep() throws SQLException, IOException {
    try (var server = start(OF_KEPT, Optional.empty())) {
      new Migrations(server.url(), "classpath:db/tiny").toLatest("public");
      markOfKept = mark(server);
    }
    giveToUs(OF_KEPT.cluster());
  }

  @AfterAll
  static void tidyKept() {
    FileTree.delete(KEPT);
  }

  @AfterEach
  void tidy() {
    TestFolders.erase(data);
  }

  @Test
  void aFirstStartHasWhatIsKeptUnderAMarkAndPasswordsOfItsOwn() throws SQLException {
    try (var server = start(home, Optional.of(KEPT))) {
      assertThat(mark(server)).isNotEmpty().isNotEqualTo(markOfKept);
    }
    assertThat(FileTree.read(home.password())).isNotEqualTo(FileTree.read(OF_KEPT.password()));
    assertThat(FileTree.read(home.supervisorPassword()))
        .isNotEqualTo(FileTree.read(OF_KEPT.supervisorPassword()));
  }

  @Test
  void theFirstTakesTheSpareCopyAndTheNextCopiesItself() throws SQLException, IOException {
    KeptCluster.layReady(KEPT);
    Files.writeString(OF_KEPT.spare().resolve("which"), "spare");
    KeptCluster.layReady(KEPT);
    start(home, Optional.of(KEPT)).close();
    assertThat(home.cluster().resolve("which")).exists();
    assertThat(OF_KEPT.spare()).doesNotExist();
    var next = TestFolders.fresh();
    var nextHome = new ClusterHome(next.resolve("postgresql"));
    try (var server = start(nextHome, Optional.of(KEPT))) {
      assertThat(mark(server)).isNotEmpty().isNotEqualTo(markOfKept);
      assertThat(nextHome.cluster().resolve("which")).doesNotExist();
    } finally {
      TestFolders.erase(next);
    }
  }

  @Test
  void whatWasCutShortIsLaidReadyAnewAndByOneAlone() throws IOException {
    Files.writeString(
        FileTree.folder(OF_KEPT.spareDraft(), "rwx------").resolve("half"), "a file of it");
    try (var _ = FolderLock.take(OF_KEPT.lock())) {
      KeptCluster.layReady(KEPT);
      assertThat(OF_KEPT.spare()).doesNotExist();
    }
    KeptCluster.layReady(KEPT);
    assertThat(OF_KEPT.spareDraft()).doesNotExist();
    assertThat(OF_KEPT.spare().resolve("half")).doesNotExist();
    assertThat(OF_KEPT.spare().resolve("PG_VERSION")).exists();
    FileTree.delete(OF_KEPT.spare());
  }

  @Test
  void whatIsThereAlreadyStays() throws SQLException {
    start(home, Optional.empty()).close();
    try (var server = start(home, Optional.of(KEPT))) {
      assertThat(hasSchema(server)).isFalse();
    }
  }

  @Test
  void whatOthersMayChangeIsMadeAnew() throws SQLException {
    FileTree.folder(OF_KEPT.cluster().resolve("base"), "rwxrwxrwx");
    try (var server = start(home, Optional.of(KEPT))) {
      assertThat(hasSchema(server)).isFalse();
    } finally {
      FileTree.folder(OF_KEPT.cluster().resolve("base"), "rwx------");
    }
  }

  @Test
  void whatDoesNotOpenIsMadeAnew() throws SQLException, IOException {
    var control = OF_KEPT.cluster().resolve("global").resolve("pg_control");
    var aside = Files.move(control, control.resolveSibling("aside"));
    try (var server = start(home, Optional.of(KEPT))) {
      assertThat(hasSchema(server)).isFalse();
    } finally {
      Files.move(aside, control);
    }
  }

  private static EmbeddedPostgres start(ClusterHome home, Optional<Path> kept) {
    return EmbeddedPostgres.start(home, TestFolders::embedded, kept);
  }

  /// As the launcher does: root's PostgreSQL ran under another account.
  private static void giveToUs(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var each : all.toList()) {
        Files.setAttribute(each, "unix:uid", ServerUser.processUid());
      }
    }
  }

  private static String mark(EmbeddedPostgres server) throws SQLException {
    try (var connection = server.url().connect()) {
      return DatabaseLook.mark(connection);
    }
  }

  private static boolean hasSchema(EmbeddedPostgres server) throws SQLException {
    try (var connection = server.url().connect();
        var sql = connection.createStatement();
        var row = sql.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
