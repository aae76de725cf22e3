package dev.wayfare.db;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL's programs as whoever starts us has them unpacked already. Taking them over takes a
/// fraction of what the archive takes.
record KeptPrograms(KeptFiles files) {
  /// Names the folder that holds them, as a data folder would: below `<version>-<mark>`.
  static final String PROPERTY = "wayfare.postgres";

  private static final String OTHERS_READ = "022";

  private static final Logger LOG = LoggerFactory.getLogger(KeptPrograms.class);

  static Optional<KeptPrograms> in(Path parent, String mark) {
    return PostgresBinaries.find(parent.toAbsolutePath(), mark)
        .flatMap(kept -> KeptFiles.believed(kept.folder()))
        .map(KeptPrograms::new);
  }

  static Optional<KeptPrograms> given(String mark) {
    return Optional.ofNullable(System.getProperty(PROPERTY)).flatMap(it -> in(Path.of(it), mark));
  }

  /// Nobody writes into a program, so a second name for the same file is as good as a copy, and
  /// stays when the first is deleted. Where the system refuses (another disk, another owner) they
  /// are copied.
  ///
  /// @return whether that went well; a build may have begun to put others in their place
  boolean copyInto(Path target) {
    var trouble =
        files
            .copyInto(target, OTHERS_READ, "-RPl")
            .flatMap(
                refused -> {
                  FileTree.delete(target);
                  return files.copyInto(FileTree.folder(target, "rwxr-xr-x"), OTHERS_READ, "-RP");
                });
    trouble.ifPresent(
        said -> LOG.warn("PostgreSQL is unpacked anew; what is kept cannot be copied: {}", said));
    return trouble.isEmpty();
  }
}
