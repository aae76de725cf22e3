package dev.wayfare.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks a tar in xz. What only compilers want (`*.a`) is left out.
final class Txz {
  private Txz() {}

  static void unpack(URL archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("An entry leaves the folder: " + entry.getName());
        }
        if (!entry.getName().endsWith(".a")) {
          unpack(tar, entry, path);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(path.getParent());
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(path.getParent());
      Files.copy(tar, path);
      FileTree.mode(path, (entry.getMode() & 0100) != 0);
    }
  }
}
