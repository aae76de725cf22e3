package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A cluster that has Wayfare's database in it already, resting. What a copy must not share with
/// the others made of it becomes new: both passwords, and the mark by which an installation is
/// told from every other. PostgreSQL's own identifier of the cluster stays the same in all of them,
/// so this is for demos and never for a database that is to be replicated.
public record KeptCluster(ClusterHome kept) {
  private static final Logger LOG = LoggerFactory.getLogger(KeptCluster.class);

  /// Lays a copy of a data folder's cluster ready for the next that begins from it, if none lies
  /// there. A start that has to copy by itself waits for that: a second on a slow disk.
  public static void layReady(Path dataFolder) {
    ClusterHome.existing(dataFolder).map(KeptCluster::new).ifPresent(KeptCluster::layReady);
  }

  private void layReady() {
    if (Files.exists(kept.spare())) {
      return;
    }
    try (var _ = FolderLock.take(kept.lock())) {
      FileTree.delete(kept.spareDraft());
      var trouble = copiedTo(kept.spareDraft());
      if (trouble.isEmpty()) {
        Files.move(kept.spareDraft(), kept.spare(), StandardCopyOption.ATOMIC_MOVE);
      }
      trouble.ifPresent(said -> LOG.warn("No copy could be laid ready: {}", said));
    } catch (DatabaseTrouble anotherDemoDoesIt) {
      // It takes it as we would have.
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("No copy could be laid ready in {}", kept.folder(), e);
    }
  }

  /// That of a data folder, if these programs can serve it.
  static Optional<KeptCluster> in(Path dataFolder, PostgresBinaries binaries) {
    return ClusterHome.existing(dataFolder)
        .filter(home -> home.major() == binaries.major())
        .map(KeptCluster::new);
  }

  /// Makes the draft of a cluster from it, for the account that PostgreSQL runs under and for
  /// nobody else.
  ///
  /// @return whether that went well; if not, the draft is to be made in another way
  boolean beginIn(Cluster target) {
    var draft = target.home().clusterDraft();
    var trouble =
        (spareTakenTo(draft) ? Optional.<String>empty() : copiedTo(draft))
            .or(() -> target.user().ownAll(draft))
            .or(() -> renewed(target));
    trouble.ifPresent(
        said -> LOG.warn("A kept database cannot be used; making one instead: {}", said));
    return trouble.isEmpty();
  }

  /// A copy that lies ready is taken as it is: to make two thousand files can take seconds. It is
  /// for one; the others, and who is on another disk, copy.
  private boolean spareTakenTo(Path draft) {
    if (KeptFiles.believed(kept.spare()).isEmpty()) {
      return false;
    }
    try {
      Files.move(kept.spare(), draft, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException othersDo) {
      return false;
    }
  }

  private Optional<String> copiedTo(Path draft) {
    return KeptFiles.believed(kept.cluster())
        .map(files -> files.copyInto(FileTree.folder(draft, "rwx------"), "077", "-RP"))
        .orElse(Optional.of(kept.cluster() + " is not ours alone"));
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
