package dev.wayfare.db;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What whoever starts us has made before and keeps, so that a start copies it in place of making
/// it anew; the launcher keeps what its training run left.
///
/// It is believed only where nobody but root and we ourselves could have put it there or changed
/// it.
public record KeptFiles(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);
  private static final int OTHERS_WRITE = 022;

  private static final int KIND = 0170000;
  private static final int LINK = 0120000;

  /// Whether this may be copied; says so where it is there and may not.
  public static Optional<KeptFiles> believed(Path folder) {
    var kept = new KeptFiles(folder.toAbsolutePath().normalize());
    return Files.isDirectory(folder) && kept.isOurs() ? Optional.of(kept) : Optional.empty();
  }

  /// Thousands of files, so by the program that is there for it: a JVM that has only just begun
  /// takes ten times as long.
  ///
  /// @param mask the rights that no copy may give, as `umask` takes them
  /// @param options those of `cp`
  /// @return what went wrong, if something did
  Optional<String> copyInto(Path target, String mask, String options) {
    return new Command(
            List.of(
                "sh",
                "-c",
                "umask \"$0\" && exec cp \"$1\" \"$2\" \"$3\"",
                mask,
                options,
                folder + "/.",
                target.toString()))
        .run()
        .trouble();
  }

  private boolean isOurs() {
    try (var all = Files.walk(folder)) {
      var us = ServerUser.processUid();
      var doubtful = all.filter(file -> !isOf(us, file)).findFirst();
      doubtful.ifPresent(
          file -> LOG.warn("Others than us may change {}; made anew, not copied", file));
      return doubtful.isEmpty();
    } catch (IOException | UncheckedIOException e) { // also while a build puts others in place
      LOG.warn("{} cannot be read; made anew, not copied", folder, e);
      return false;
    }
  }

  private boolean isOf(int us, Path file) {
    try {
      var found = Files.readAttributes(file, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
      var owner = (int) requireNonNull(found.get("uid"));
      var mode = (int) requireNonNull(found.get("mode"));
      var safe = (mode & KIND) == LINK ? staysInside(file) : (mode & OTHERS_WRITE) == 0;
      return safe && (owner == 0 || owner == us);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean staysInside(Path link) throws IOException {
    var target = Files.readSymbolicLink(link);
    return !target.isAbsolute() && link.resolveSibling(target).normalize().startsWith(folder);
  }
}
