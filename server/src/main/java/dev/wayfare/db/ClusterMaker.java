package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// First start. Everything is made beside its place and renamed into it, so that a start that
/// breaks off is simply begun again.
///
/// @param kept a data folder whose database this one may begin as a copy of
record ClusterMaker(Cluster target, Optional<Path> kept) {

  void make() {
    var home = target.home();
    var user = target.user();
    FileTree.delete(home.clusterDraft());
    FileTree.write(home.password(), "rw-------", ClusterHome.randomHex(24) + "\n");
    FileTree.write(home.supervisorPassword(), "rw-------", ClusterHome.randomHex(24) + "\n");
    if (!begunFromKept()) {
      FileTree.delete(home.clusterDraft());
      user.own(FileTree.folder(home.clusterDraft(), "rwx------"));
      initialize();
    }
    try {
      Files.move(home.clusterDraft(), home.cluster(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot move the new cluster to " + home.cluster(), e);
    }
  }

  private boolean begunFromKept() {
    return kept.flatMap(folder -> KeptCluster.in(folder, target.binaries()))
        .map(found -> found.beginIn(target))
        .orElse(false);
  }

  private void initialize() {
    var home = target.home();
    var handed = home.folder().resolve("handed-password");
    FileTree.write(handed, "rw-------", FileTree.read(home.supervisorPassword()) + "\n");
    target.user().own(handed);
    try {
      var arguments =
          new ArrayList<>(
              List.of(
                  "--pgdata=" + home.clusterDraft(),
                  "--username=supervisor",
                  "--pwfile=" + handed,
                  "--auth-local=scram-sha-256",
                  "--auth-host=scram-sha-256",
                  "--encoding=UTF8",
                  "--data-checksums"));
      arguments.addAll(locale());
      var made =
          Command.as(
                  target.user(),
                  target.binaries().program("initdb"),
                  arguments.toArray(String[]::new))
              .run();
      if (!made.succeeded()) {
        throw new DatabaseTrouble(
            DatabaseTrouble.Code.SERVER_DID_NOT_START,
            "PostgreSQL could not make a database in %s: %s"
                .formatted(home.folder(), made.output()));
      }
    } finally {
      FileTree.delete(handed);
    }
  }

  /// Text sorts by code point and folds case by Unicode's rules, the same on every machine and
  /// without a locale installed.
  private List<String> locale() {
    return target.binaries().major() >= 17
        ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        : List.of("--locale=C.UTF-8");
  }
}
