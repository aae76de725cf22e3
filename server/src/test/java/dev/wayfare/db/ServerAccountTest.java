package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Under which account PostgreSQL runs, and where its folder then stands.
class ServerAccountTest {
  private final Path data = TestFolders.fresh();

  @AfterEach
  void tidy() {
    FileTree.delete(data);
  }

  @Test
  void aNormalUserRunsItAsThemselves() throws Exception {
    assumeTrue(ServerUser.weAreRoot(), "every other test here shows it");
    var own = FileTree.folder(data.resolve("own"), "rwx------");
    Files.setAttribute(own, "unix:uid", 65534);
    Files.setAttribute(own, "unix:gid", 65534);
    var classes = TestFolders.classPathCopiedTo(FileTree.folder(data.resolve("cp"), "rwxr-xr-x"));
    var asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
    var child = TestProcess.start(asNobody, classes, HoldOpen.class, own.toString());
    var pid = Long.parseLong(child.line());
    assertThat((int) Files.getAttribute(Path.of("/proc/" + pid), "unix:uid")).isEqualTo(65534);
    assertThat(own.resolve("postgresql/cluster/PG_VERSION")).exists();
    child.end();
    assertThat(new Postmaster(pid, 0, "").isAlive()).isFalse();
  }

  @Test
  void rootHandsItToAnAccountWithoutRights() throws Exception {
    assumeTrue(ServerUser.weAreRoot(), "only root may do this");
    try (var server = EmbeddedPostgres.start(data)) {
      var uid = (int) Files.getAttribute(Path.of("/proc/" + server.pid()), "unix:uid");
      assertThat(uid).isNotZero();
      assertThat(server.folder()).isEqualTo(data.resolve("postgresql"));
    }
  }

  @Test
  void aDatabaseThatRootCopiedSaysWhomToGiveItTo() throws Exception {
    assumeTrue(ServerUser.weAreRoot(), "only root meets this");
    EmbeddedPostgres.start(data).close();
    var cluster = data.resolve("postgresql/cluster");
    var account = Files.getOwner(cluster).getName();
    Files.setAttribute(cluster, "unix:uid", 0);
    assertThatThrownBy(() -> EmbeddedPostgres.start(data))
        .isInstanceOf(DatabaseTrouble.class)
        .hasMessageEndingWith("chown -R " + account + ": " + cluster);
  }

  @Test
  void belowAFolderClosedToThatAccountItStandsElsewhereAndTheDataFolderSaysWhere() {
    assumeTrue(ServerUser.weAreRoot(), "only root meets this");
    var closed = FileTree.folder(data.resolve("closed"), "rwx------").resolve("clone/.wayfare");
    Path folder;
    try (var server = EmbeddedPostgres.start(closed)) {
      folder = server.folder();
      assertThat(folder).hasParent(Path.of("/var/lib/wayfare"));
      assertThat(FileTree.read(closed.resolve("postgresql.location"))).isEqualTo(folder.toString());
      assertThat(closed.resolve("postgresql")).doesNotExist();
    }
    try (var again = EmbeddedPostgres.start(closed)) {
      assertThat(again.folder()).isEqualTo(folder);
    }
    assertThat(EmbeddedPostgres.erase(closed)).isTrue();
    assertThat(folder).doesNotExist();
    assertThat(closed).isEmptyDirectory();
  }

  @Test
  void aDatabaseThatWasMovedBehindAClosedDoorIsNamedAndNotMadeAnew() throws Exception {
    assumeTrue(ServerUser.weAreRoot(), "only root meets this");
    var clone = data.resolve("clone");
    EmbeddedPostgres.start(clone).close();
    var closed = FileTree.folder(data.resolve("closed"), "rwx------");
    Files.move(clone, closed.resolve("clone"));
    assertThatThrownBy(() -> EmbeddedPostgres.start(closed.resolve("clone")))
        .isInstanceOf(DatabaseTrouble.class)
        .hasMessageContaining("cannot reach " + closed);
  }

  @Test
  void aFolderWithAnApostropheAndSpacesIsAFolderLikeAnyOther() {
    var odd = data.resolve("Ann's own folder");
    try (var server = EmbeddedPostgres.start(odd)) {
      assertThat(server.folder()).isEqualTo(odd.resolve("postgresql"));
    }
  }
}
