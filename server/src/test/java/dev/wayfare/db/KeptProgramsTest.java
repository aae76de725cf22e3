package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptProgramsTest {
  private static final String MARK = "0badcafe10";

  @TempDir private Path folder = Path.of("");
  private Path program = Path.of("");
  private Path library = Path.of("");

  @BeforeEach
  void keep() throws IOException {
    var kept = folder.resolve("18.6-" + MARK);
    program = written(kept.resolve("bin/postgres"), "rwxr-xr-x");
    library = written(kept.resolve("lib/libpq.so.5"), "rw-r--r--");
    Files.createSymbolicLink(kept.resolve("lib/libpq.so"), Path.of("libpq.so.5"));
    for (var each : new Path[] {kept, program.getParent(), library.getParent()}) {
      FileTree.folder(each, "rwxr-xr-x");
    }
  }

  @Test
  void whatWasKeptIsCopiedWithItsProgramsAndLinks() throws IOException {
    var target = FileTree.folder(folder.resolve("unpacking-1"), "rwxr-xr-x");
    assertThat(KeptPrograms.in(folder, MARK).orElseThrow().copyInto(target)).isTrue();
    assertThat(target.resolve("bin/postgres")).isExecutable().hasSameTextualContentAs(program);
    assertThat(target.resolve("lib/libpq.so.5")).hasSameTextualContentAs(library);
    assertThat(Files.isExecutable(target.resolve("lib/libpq.so.5"))).isFalse();
    assertThat(Files.readSymbolicLink(target.resolve("lib/libpq.so"))).hasToString("libpq.so.5");
  }

  @Test
  void whatVanishesMeanwhileIsNotTaken() throws IOException {
    var target = FileTree.folder(folder.resolve("unpacking-1"), "rwxr-xr-x");
    var kept = KeptPrograms.in(folder, MARK).orElseThrow();
    FileTree.delete(kept.files().folder());
    assertThat(kept.copyInto(target)).isFalse();
  }

  @Test
  void thoseOfAnotherArchiveAreNotTaken() {
    assertThat(KeptPrograms.in(folder, "0badcafe11")).isEmpty();
    assertThat(KeptPrograms.in(folder.resolve("nowhere"), MARK)).isEmpty();
  }

  @Test
  void whatOthersMayWriteIsNotBelieved() throws IOException {
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-rw-r--"));
    assertThat(KeptPrograms.in(folder, MARK)).isEmpty();
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(KeptPrograms.in(folder, MARK)).isPresent();
    FileTree.folder(program.getParent(), "rwxrwxrwx");
    assertThat(KeptPrograms.in(folder, MARK)).isEmpty();
  }

  @Test
  void whatBelongsToAnotherAccountIsNotBelieved() throws IOException {
    assumeTrue(ServerUser.weAreRoot(), "only root can give a file away");
    Files.setAttribute(program, "unix:uid", 65534);
    assertThat(KeptPrograms.in(folder, MARK)).isEmpty();
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed() throws IOException {
    var out = library.resolveSibling("libout.so");
    Files.createSymbolicLink(out, Path.of("../../../elsewhere.so"));
    assertThat(KeptPrograms.in(folder, MARK)).isEmpty();
    Files.delete(out);
    Files.createSymbolicLink(out, Path.of("/etc/passwd"));
    assertThat(KeptPrograms.in(folder, MARK)).isEmpty();
  }

  private static Path written(Path file, String mode) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, file.getFileName().toString());
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
