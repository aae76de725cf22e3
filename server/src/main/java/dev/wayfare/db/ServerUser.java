package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The account PostgreSQL runs under. It refuses to run as root, so root hands it to an account
/// without rights; everybody else runs it as themselves.
record ServerUser(String name, int uid, int gid, int ownUid) {
  private static final Path ACCOUNTS = Path.of("/etc/passwd");
  private static final List<String> CANDIDATES = List.of("wayfare", "postgres", "nobody");
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final List<Path> RUNUSER =
      List.of(Path.of("/usr/sbin/runuser"), Path.of("/sbin/runuser"));

  /// For a cluster that is still to be made.
  static ServerUser choose() {
    var own = processUid();
    if (own != 0) {
      return new ServerUser(System.getProperty("user.name"), own, own, own);
    }
    return CANDIDATES.stream()
        .flatMap(name -> account(name, own).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new DatabaseTrouble(
                    DatabaseTrouble.Code.MACHINE_NOT_SUPPORTED,
                    """
                    PostgreSQL does not run as root, and none of the accounts %s exists in %s. \
                    Add one (`useradd --system wayfare`) or start Wayfare as a normal user."""
                        .formatted(String.join(", ", CANDIDATES), ACCOUNTS)));
  }

  /// For a cluster that exists: whoever owns it runs it.
  static ServerUser ownerOf(Path cluster) {
    try {
      var own = processUid();
      var uid = (int) Files.getAttribute(cluster, "unix:uid");
      var gid = (int) Files.getAttribute(cluster, "unix:gid");
      if (uid == 0 && own == 0) {
        throw new DatabaseTrouble(
            DatabaseTrouble.Code.DATA_FOLDER_NOT_OURS,
            """
            The database in %s belongs to root, as files that root has copied do, and PostgreSQL \
            does not run as root. Give it to the account that is to run it: chown -R %s: %s"""
                .formatted(cluster, choose().name(), cluster));
      }
      if (uid == 0 || (own != 0 && own != uid)) {
        throw new DatabaseTrouble(
            DatabaseTrouble.Code.DATA_FOLDER_NOT_OURS,
            """
            The database in %s belongs to %s, and this process runs as %s. \
            Start Wayfare as that user, or give the folder to this one with chown."""
                .formatted(cluster, Files.getOwner(cluster), System.getProperty("user.name")));
      }
      return new ServerUser(Files.getOwner(cluster).getName(), uid, gid, own);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the owner of " + cluster, e);
    }
  }

  boolean isOther() {
    return uid != ownUid;
  }

  /// What stands before a command so that this user runs it. `setpriv` replaces itself by the
  /// command and asks no session manager; the two others are for machines without it.
  List<String> prefix() {
    if (!isOther()) {
      return List.of();
    }
    if (Files.isExecutable(SETPRIV)) {
      return List.of(
          SETPRIV.toString(),
          "--reuid=" + uid,
          "--regid=" + gid,
          "--clear-groups",
          "--no-new-privs",
          "--");
    }
    var runuser = RUNUSER.stream().filter(Files::isExecutable).findFirst();
    return runuser
        .map(program -> List.of(program.toString(), "-u", name, "--"))
        .orElseGet(() -> List.of("su", "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--"));
  }

  /// Gives a file or folder to this user; a no-op where we are this user ourselves.
  void own(Path path) {
    if (!isOther()) {
      return;
    }
    try {
      Files.setAttribute(path, "unix:uid", uid);
      Files.setAttribute(path, "unix:gid", gid);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot give " + path + " to user " + name, e);
    }
  }

  /// Gives a folder to this user with all that is in it.
  ///
  /// @return what went wrong, if something did
  Optional<String> ownAll(Path folder) {
    if (!isOther()) {
      return Optional.empty();
    }
    return new Command(List.of("chown", "-R", uid + ":" + gid, folder.toString())).run().trouble();
  }

  boolean canReach(Path folder) {
    return !isOther()
        || Command.as(this, Path.of("test"), "-x", folder.toString()).run().succeeded();
  }

  static boolean weAreRoot() {
    return processUid() == 0;
  }

  static int processUid() {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read /proc/self", e);
    }
  }

  private static Optional<ServerUser> account(String name, int own) {
    try (Stream<String> lines = Files.lines(ACCOUNTS)) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 3 && fields[0].equals(name))
          .map(f -> new ServerUser(name, Integer.parseInt(f[2]), Integer.parseInt(f[3]), own))
          .filter(user -> user.uid() != 0)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + ACCOUNTS, e);
    }
  }
}
