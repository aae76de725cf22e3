package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// Where one embedded database lives: the cluster, and beside it, never inside, its passwords, its
/// port, its settings, its logs and the lock of whoever supervises it.
record ClusterHome(Path folder) {
  private static final String POINTER = "postgresql.location";
  private static final Path FOR_ROOT = Path.of("/var/lib/wayfare");

  /// Below the data folder where PostgreSQL's account can reach it. Root's own folders are closed
  /// to that account (`/root` is 0700): there the database stands under `/var/lib/wayfare`, and a
  /// file in the data folder says where.
  static ClusterHome of(Path dataFolder) {
    var data = FileTree.folderIfMissing(dataFolder.toAbsolutePath().normalize());
    var pointer = data.resolve(POINTER);
    if (Files.exists(pointer)) {
      return new ClusterHome(Path.of(FileTree.read(pointer)));
    }
    var inside = new ClusterHome(data.resolve("postgresql"));
    if (!ServerUser.weAreRoot() || reachable(inside)) {
      return inside;
    }
    if (inside.exists()) {
      throw unreachable(inside.folder());
    }
    var outside = FOR_ROOT.resolve("postgresql-" + randomHex(6));
    var home = new ClusterHome(outside);
    if (!reachable(home)) {
      throw unreachable(outside);
    }
    FileTree.write(pointer, "rw-r--r--", outside + "\n");
    return home;
  }

  /// The one that is there already; looks, and makes nothing.
  static Optional<ClusterHome> existing(Path dataFolder) {
    var data = dataFolder.toAbsolutePath().normalize();
    var pointer = data.resolve(POINTER);
    var folder =
        Files.exists(pointer) ? Path.of(FileTree.read(pointer)) : data.resolve("postgresql");
    return Optional.of(new ClusterHome(folder)).filter(ClusterHome::exists);
  }

  static void forget(Path dataFolder) {
    FileTree.delete(dataFolder.resolve(POINTER));
  }

  Path cluster() {
    return folder.resolve("cluster");
  }

  Path clusterDraft() {
    return folder.resolve("cluster.new");
  }

  /// Where a copy of a kept cluster lies ready for the next that begins from it.
  Path spare() {
    return folder.resolve("spare");
  }

  Path spareDraft() {
    return folder.resolve("spare.new");
  }

  Path logs() {
    return folder.resolve("log");
  }

  Path lock() {
    return folder.resolve("lock");
  }

  Path port() {
    return folder.resolve("port");
  }

  Path settings() {
    return folder.resolve("postgresql.conf");
  }

  Path customSettings() {
    return folder.resolve("custom.conf");
  }

  Path hba() {
    return folder.resolve("pg_hba.conf");
  }

  Path password() {
    return folder.resolve("password");
  }

  Path supervisorPassword() {
    return folder.resolve("supervisor-password");
  }

  boolean exists() {
    return Files.exists(cluster());
  }

  int major() {
    return Integer.parseInt(FileTree.read(cluster().resolve("PG_VERSION")));
  }

  static String randomHex(int bytes) {
    var random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static boolean reachable(ClusterHome home) {
    try {
      FileTree.folder(home.folder(), "rwx--x--x");
    } catch (UncheckedIOException e) {
      return false;
    }
    if (ServerUser.choose().canReach(home.folder())) {
      return true;
    }
    try {
      if (!home.exists()) {
        Files.deleteIfExists(home.folder());
      }
    } catch (IOException e) {
      return false; // something of somebody else's stands in it; it stays
    }
    return false;
  }

  static DatabaseTrouble unreachable(Path folder) {
    return new DatabaseTrouble(
        DatabaseTrouble.Code.DATA_FOLDER_UNREACHABLE,
        """
        PostgreSQL does not run as root, and the account it runs under cannot reach %s. \
        Choose a data folder outside closed folders (such as /var/lib/wayfare), open the way with chmod o+x, \
        or start Wayfare as a normal user."""
            .formatted(folder));
  }
}
