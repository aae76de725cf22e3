package dev.wayfare.db;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL's programs as whoever starts us has them unpacked already; the launcher keeps those
/// of its training run. Copying them takes a fraction of what the archive takes.
///
/// They are believed only where nobody but root and we ourselves could have put them there or
/// changed them.
record KeptPrograms(Path folder) {
  /// Names the folder that holds them, as a data folder would: below `<version>-<mark>`.
  static final String PROPERTY = "wayfare.postgres";

  private static final Logger LOG = LoggerFactory.getLogger(KeptPrograms.class);
  private static final int OTHERS_WRITE = 022;

  static Optional<KeptPrograms> in(Path parent, String mark) {
    return PostgresBinaries.find(parent.toAbsolutePath(), mark)
        .map(kept -> new KeptPrograms(kept.folder()))
        .filter(KeptPrograms::isOurs);
  }

  static Optional<KeptPrograms> given(String mark) {
    return Optional.ofNullable(System.getProperty(PROPERTY)).flatMap(it -> in(Path.of(it), mark));
  }

  void copyInto(Path target) throws IOException {
    Files.walkFileTree(folder, new Copying(target));
  }

  private boolean isOurs() {
    try (var all = Files.walk(folder)) {
      var doubtful = all.filter(file -> !isOurs(file)).findFirst();
      doubtful.ifPresent(
          file -> LOG.warn("Others than us may change {}; unpacking PostgreSQL anew", file));
      return doubtful.isEmpty();
    } catch (IOException e) {
      LOG.warn("{} cannot be read; unpacking PostgreSQL anew", folder, e);
      return false;
    }
  }

  private boolean isOurs(Path file) {
    try {
      var owner = (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      var byUs = owner == 0 || owner == ServerUser.processUid();
      return Files.isSymbolicLink(file)
          ? byUs && staysInside(file)
          : byUs && ((int) Files.getAttribute(file, "unix:mode") & OTHERS_WRITE) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean staysInside(Path link) throws IOException {
    var target = Files.readSymbolicLink(link);
    return !target.isAbsolute() && link.resolveSibling(target).normalize().startsWith(folder);
  }

  private final class Copying extends SimpleFileVisitor<Path> {
    private final Path target;

    Copying(Path target) {
      this.target = target;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) {
      FileTree.folder(at(from), "rwxr-xr-x");
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
      if (attributes.isSymbolicLink()) {
        Files.createSymbolicLink(at(from), Files.readSymbolicLink(from));
      } else {
        Files.copy(from, at(from));
        FileTree.mode(at(from), Files.isExecutable(from));
      }
      return FileVisitResult.CONTINUE;
    }

    private Path at(Path from) {
      return target.resolve(folder.relativize(from).toString());
    }
  }
}
