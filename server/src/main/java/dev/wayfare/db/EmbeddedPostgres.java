package dev.wayfare.db;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own, for whoever has none: made at first start, kept in the data folder,
/// alive as long as this object is open.
///
/// When the process dies without closing it, PostgreSQL lives on and the next start adopts it.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final FolderLock lock;
  private final Cluster cluster;
  private final boolean adopted;
  private volatile Postmaster postmaster;
  private volatile boolean closed;

  private EmbeddedPostgres(
      FolderLock lock, Cluster cluster, Postmaster postmaster, boolean adopted) {
    this.lock = lock;
    this.cluster = cluster;
    this.postmaster = postmaster;
    this.adopted = adopted;
  }

  public static EmbeddedPostgres start(Path dataFolder) {
    return start(dataFolder, Optional.empty());
  }

  /// @param kept a data folder at rest; where there is no database yet, it begins as a copy of the
  ///     one in there
  static EmbeddedPostgres start(Path dataFolder, Optional<Path> kept) {
    var home = ClusterHome.of(dataFolder);
    var server = start(home, () -> PostgresBinaries.unpackedInto(home.folder()), kept);
    server.cluster.binaries().dropOthersIn(home.folder());
    return server;
  }

  /// Where the database of a data folder lies, if there is one. Looks, and makes nothing.
  public static Optional<Path> folderOf(Path dataFolder) {
    return ClusterHome.existing(dataFolder).map(ClusterHome::folder);
  }

  /// How to get into the database of a data folder while somebody runs it.
  static Optional<DatabaseUrl> running(Path dataFolder) {
    return ClusterHome.existing(dataFolder)
        .flatMap(
            home ->
                Postmaster.of(home.cluster())
                    .filter(Postmaster::isReady)
                    .map(server -> Cluster.url(home, server.port())));
  }

  /// Takes the database of a data folder away, running or not, wherever it stands.
  ///
  /// @return whether there was one
  public static boolean erase(Path dataFolder) {
    var home = ClusterHome.of(dataFolder);
    if (!home.exists()) {
      return false;
    }
    try (var _ = FolderLock.take(home.lock())) {
      Postmaster.of(home.cluster()).ifPresent(running -> stop(home, running));
      FileTree.delete(home.folder());
    }
    ClusterHome.forget(dataFolder);
    return true;
  }

  private static void stop(ClusterHome home, Postmaster running) {
    var binaries = PostgresBinaries.unpackedInto(home.folder());
    new Cluster(home, binaries, ServerUser.ownerOf(home.cluster())).stop(running);
  }

  static EmbeddedPostgres start(ClusterHome home, Supplier<PostgresBinaries> binaries) {
    return start(home, binaries, Optional.empty());
  }

  static EmbeddedPostgres start(
      ClusterHome home, Supplier<PostgresBinaries> binaries, Optional<Path> kept) {
    var begun = System.nanoTime();
    FileTree.folder(home.folder(), ServerUser.weAreRoot() ? "rwx--x--x" : "rwx------");
    var lock = FolderLock.take(home.lock());
    try {
      var cluster = Cluster.in(home, binaries, kept);
      var running = cluster.adoptOrStopOrphan();
      var postmaster = running.orElseGet(cluster::start);
      makeDatabase(cluster, postmaster);
      var server = new EmbeddedPostgres(lock, cluster, postmaster, running.isPresent());
      Thread.ofVirtual().name("postgres-supervisor").start(server::supervise);
      var took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      var how = running.isPresent() ? "found running" : "started";
      LOG.info("PostgreSQL {} {} in {} ms ({})", cluster.version(), how, took, home.folder());
      return server;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void makeDatabase(Cluster cluster, Postmaster postmaster) {
    try {
      cluster.makeDatabaseIfMissing(postmaster.port());
    } catch (RuntimeException e) {
      cluster.stop(postmaster);
      throw e;
    }
  }

  /// How the server's own account gets in; it owns the database `wayfare` and is no superuser.
  public DatabaseUrl url() {
    return cluster.url(postmaster.port());
  }

  DatabaseUrl supervisorUrl() {
    return cluster.supervisorUrl(postmaster.port());
  }

  public int port() {
    return postmaster.port();
  }

  public long pid() {
    return postmaster.pid();
  }

  /// Whether this start found the server of a process that died.
  public boolean adopted() {
    return adopted;
  }

  /// Where the cluster, its logs and its passwords are; not always below the data folder.
  public Path folder() {
    return cluster.home().folder();
  }

  /// Fast shutdown: open statements end, everything committed is on disk.
  @Override
  public void close() {
    synchronized (cluster) {
      if (closed) {
        return;
      }
      closed = true;
      cluster.stop(postmaster);
      lock.close();
    }
  }

  /// The server mends what befalls its children; this mends what befalls the server (an
  /// out-of-memory kill, a stray signal). The port stays, so pools find their way back alone.
  private void supervise() {
    while (!closed) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      if (!closed && !postmaster.isAlive()) {
        restart();
      }
    }
  }

  private void restart() {
    synchronized (cluster) {
      if (closed) {
        return;
      }
      LOG.warn("PostgreSQL (pid {}) ended by itself; starting it again", postmaster.pid());
      try {
        postmaster = cluster.startAgainOn(postmaster.port());
      } catch (DatabaseTrouble e) {
        LOG.error("PostgreSQL could not be started again; trying once more", e);
      }
    }
  }
}
