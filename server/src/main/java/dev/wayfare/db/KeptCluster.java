package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A cluster that has Wayfare's database in it already, resting. What a copy must not share with
/// the others made of it becomes new: both passwords, and the mark by which an installation is
/// told from every other. PostgreSQL's own identifier of the cluster stays the same in all of them,
/// so this is for demos and never for a database that is to be replicated.
record KeptCluster(KeptFiles files) {
  private static final Logger LOG = LoggerFactory.getLogger(KeptCluster.class);

  /// That of a data folder, if it may be believed and these programs can serve it.
  static Optional<KeptCluster> in(Path dataFolder, PostgresBinaries binaries) {
    return ClusterHome.existing(dataFolder)
        .filter(home -> home.major() == binaries.major())
        .flatMap(home -> KeptFiles.believed(home.cluster()))
        .map(KeptCluster::new);
  }

  /// Makes the draft of a cluster from it.
  ///
  /// @return whether that went well; if not, the draft is to be made in another way
  boolean copyInto(Cluster target) {
    try {
      files.copyInto(target.home().clusterDraft(), new Closed(target.user()));
      var said = renewed(target);
      said.ifPresent(
          trouble -> LOG.warn("A kept database cannot be used; making one instead: {}", trouble));
      return said.isEmpty();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("A kept database could not be copied; making one instead", e);
      return false;
    }
  }

  /// For the account that PostgreSQL runs under, and for nobody else.
  private record Closed(ServerUser owner) implements KeptFiles.Way {
    @Override
    public void folder(Path copy) {
      owner.own(FileTree.folder(copy, "rwx------"));
    }

    @Override
    public void file(Path from, Path copy) throws IOException {
      owner.own(Files.copy(from, copy));
    }
  }

  /// Before anybody can connect to it: PostgreSQL answers one process alone, on its standard input.
  private static Optional<String> renewed(Cluster target) {
    var home = target.home();
    var statements =
        """
        begin;
        alter role supervisor password '%s';
        alter role wayfare password '%s';
        update %s set installed_on = clock_timestamp();
        commit;
        """
            .formatted(
                FileTree.read(home.supervisorPassword()),
                FileTree.read(home.password()),
                Migrations.HISTORY);
    var answer =
        Command.as(
                target.user(),
                target.binaries().program("postgres"),
                "--single",
                "-c",
                "scram_iterations=1",
                "-c",
                "log_min_error_statement=panic",
                "-D",
                home.clusterDraft().toString(),
                "wayfare")
            .run(statements);
    var refused = answer.output().matches("(?s).*\\b(ERROR|FATAL|PANIC): .*");
    return answer.succeeded() && !refused ? Optional.empty() : Optional.of(answer.output());
  }
}
