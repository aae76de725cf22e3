package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL's programs as whoever starts us has them unpacked already. Taking them over takes a
/// fraction of what the archive takes.
record KeptPrograms(KeptFiles files) {
  /// Names the folder that holds them, as a data folder would: below `<version>-<mark>`.
  static final String PROPERTY = "wayfare.postgres";

  private static final Logger LOG = LoggerFactory.getLogger(KeptPrograms.class);

  static Optional<KeptPrograms> in(Path parent, String mark) {
    return PostgresBinaries.find(parent.toAbsolutePath(), mark)
        .flatMap(kept -> KeptFiles.believed(kept.folder()))
        .map(KeptPrograms::new);
  }

  static Optional<KeptPrograms> given(String mark) {
    return Optional.ofNullable(System.getProperty(PROPERTY)).flatMap(it -> in(Path.of(it), mark));
  }

  /// @return whether that went well; a build may have begun to put others in their place
  boolean copyInto(Path target) {
    try {
      files.copyInto(target, new TakenOver());
      return true;
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} cannot be copied; unpacking PostgreSQL anew", files.folder(), e);
      return false;
    }
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
