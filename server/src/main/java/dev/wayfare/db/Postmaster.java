package dev.wayfare.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A running PostgreSQL as the kernel and its own `postmaster.pid` tell of it. It need not be our
/// child: one that outlived its supervisor is read just the same.
record Postmaster(long pid, int port, String status) {

  /// The process that serves this cluster now. A pid file left behind by a crash, or whose number
  /// now belongs to another program, is not one.
  static Optional<Postmaster> of(Path cluster) {
    return read(cluster).filter(found -> isPostgresOf(cluster, found.pid()));
  }

  boolean isReady() {
    return status.equals("ready");
  }

  /// A process that ended and that nobody has collected yet (a container without an init) counts
  /// as ended.
  boolean isAlive() {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      var state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException e) {
      return false;
    }
  }

  boolean endsWithin(Duration patience) {
    return Patience.until(patience, () -> !isAlive());
  }

  private static Optional<Postmaster> read(Path cluster) {
    List<String> lines;
    try {
      lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
    } catch (IOException e) {
      return Optional.empty();
    }
    if (lines.size() < 4 || !lines.getFirst().matches("\\d+")) {
      return Optional.empty();
    }
    var port = lines.get(3).matches("\\d+") ? Integer.parseInt(lines.get(3)) : 0;
    var status = lines.size() < 8 ? "starting" : lines.get(7).strip();
    return Optional.of(new Postmaster(Long.parseLong(lines.getFirst()), port, status));
  }

  private static boolean isPostgresOf(Path cluster, long pid) {
    try {
      var words = Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0", -1);
      return words[0].endsWith("postgres") && List.of(words).contains(cluster.toString());
    } catch (IOException e) {
      return false;
    }
  }
}
