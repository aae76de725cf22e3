package dev.wayfare.db;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// PostgreSQL's programs as whoever starts us has them unpacked already. Taking them over takes a
/// fraction of what the archive takes.
record KeptPrograms(KeptFiles files) {
  /// Names the folder that holds them, as a data folder would: below `<version>-<mark>`.
  static final String PROPERTY = "wayfare.postgres";

  static Optional<KeptPrograms> in(Path parent, String mark) {
    return PostgresBinaries.find(parent.toAbsolutePath(), mark)
        .flatMap(kept -> KeptFiles.believed(kept.folder()))
        .map(KeptPrograms::new);
  }

  static Optional<KeptPrograms> given(String mark) {
    return Optional.ofNullable(System.getProperty(PROPERTY)).flatMap(it -> in(Path.of(it), mark));
  }

  void copyInto(Path target) throws IOException {
    files.copyInto(target, new TakenOver());
  }

  /// Nobody writes into a program, so a second name for the same file is as good as a copy, and
  /// stays when the first is deleted. Where the system refuses (another disk, another owner) it is
  /// a copy.
  private record TakenOver() implements KeptFiles.Way {
    @Override
    public void folder(Path copy) {
      FileTree.folder(copy, "rwxr-xr-x");
    }

    @Override
    public void file(Path from, Path copy) throws IOException {
      try {
        Files.createLink(copy, from);
      } catch (FileSystemException refused) {
        Files.copy(from, copy);
        FileTree.mode(copy, Files.isExecutable(from));
      }
    }
  }
}
