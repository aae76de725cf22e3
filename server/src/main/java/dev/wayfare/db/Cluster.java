package dev.wayfare.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One folder of data and the programs that serve it: makes, starts, stops.
record Cluster(ClusterHome home, PostgresBinaries binaries, ServerUser user) {
  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final String SUPERVISOR = "supervisor";
  private static final String NAME = "wayfare";
  private static final String WRONG_LOGIN = "28"; // the class of SQL states

  /// @param kept a data folder to begin from where there is no cluster yet
  static Cluster in(ClusterHome home, Supplier<PostgresBinaries> source, Optional<Path> kept) {
    if (!home.exists()) {
      var made = new Cluster(home, source.get(), ServerUser.choose());
      new ClusterMaker(made, kept).make();
      return made;
    }
    var user = ServerUser.ownerOf(home.cluster());
    if (!user.canReach(home.folder())) {
      throw ClusterHome.unreachable(home.folder());
    }
    var binaries = source.get();
    if (home.major() != binaries.major()) {
      throw otherMajor(home, binaries);
    }
    refuseMissingPassword(home.password());
    refuseMissingPassword(home.supervisorPassword());
    return new Cluster(home, binaries, user);
  }

  String version() {
    return binaries.version();
  }

  DatabaseUrl url(int port) {
    return url(home, port);
  }

  static DatabaseUrl url(ClusterHome home, int port) {
    refuseMissingPassword(home.password());
    return DatabaseUrl.local(port, NAME, NAME, FileTree.read(home.password()));
  }

  DatabaseUrl supervisorUrl(int port) {
    return DatabaseUrl.local(
        port, "postgres", SUPERVISOR, FileTree.read(home.supervisorPassword()));
  }

  /// A server that outlived its supervisor: kept when it answers as ours, stopped when it does not.
  Optional<Postmaster> adoptOrStopOrphan() {
    var orphan = Postmaster.of(home.cluster());
    if (orphan.isEmpty()) {
      dropStalePidFile();
      return Optional.empty();
    }
    var port = orphan.get().port();
    if (Patience.until(ANSWER, () -> answer(port) != Answer.NOT_YET)
        && answer(port) == Answer.OURS) {
      return Postmaster.of(home.cluster());
    }
    LOG.warn(
        "A PostgreSQL left behind (pid {}) is not the one we know; stopping it",
        orphan.get().pid());
    stop(orphan.get());
    return Optional.empty();
  }

  Postmaster start() {
    var port = freePort();
    try {
      return startAgainOn(port);
    } catch (DatabaseTrouble e) {
      if (Ports.isFree(port)) {
        throw e;
      }
      return startAgainOn(Ports.free()); // somebody took it between our look and the start
    }
  }

  Postmaster startAgainOn(int port) {
    FileTree.write(home.port(), "rw-r--r--", port + "\n");
    FileTree.write(home.settings(), "rw-r--r--", PostgresConfig.settings(home, port));
    FileTree.write(home.hba(), "rw-r--r--", PostgresConfig.whoMayConnect());
    user.own(FileTree.folder(home.logs(), "rwxr-x---"));
    dropStalePidFile();
    var started =
        Command.as(
                user,
                binaries.program("pg_ctl"),
                "start",
                "--no-wait",
                "--pgdata=" + home.cluster(),
                "--log=" + startLog(),
                "--options=-c config_file=" + shellQuoted(home.settings()))
            .run();
    if (!started.succeeded()) {
      throw notStarted(started.output());
    }
    var begun = Patience.until(ANSWER, () -> Postmaster.of(home.cluster()).isPresent());
    if (begun && Patience.until(START, this::readyOrGone)) {
      return Postmaster.of(home.cluster())
          .filter(Postmaster::isReady)
          .orElseThrow(this::notStarted);
    }
    throw notStarted();
  }

  /// Fast first; a server that will not go is told to leave its work to crash recovery.
  void stop(Postmaster postmaster) {
    signal(postmaster, "INT");
    if (!postmaster.endsWithin(STOP)) {
      LOG.warn("PostgreSQL (pid {}) did not stop in {}; ending it at once", postmaster.pid(), STOP);
      signal(postmaster, "QUIT");
      if (!postmaster.endsWithin(STOP)) {
        throw new DatabaseTrouble(
            DatabaseTrouble.Code.DATA_FOLDER_IN_USE,
            "PostgreSQL (pid %d) in %s cannot be stopped. Stop it by hand and start Wayfare again."
                .formatted(postmaster.pid(), home.folder()));
      }
    }
  }

  /// Also after a first start that broke off right behind `initdb`.
  void makeDatabaseIfMissing(int port) {
    try (var connection = supervisorUrl(port).connect();
        var sql = connection.createStatement()) {
      var roles = sql.executeQuery("select 1 from pg_roles where rolname = '" + NAME + "'");
      if (!roles.next()) {
        var password = FileTree.read(home.password());
        sql.execute("create role " + NAME + " login password '" + password + "'");
      }
      stretchOnce(sql, SUPERVISOR, FileTree.read(home.supervisorPassword()));
      stretchOnce(sql, NAME, FileTree.read(home.password()));
      var bases = sql.executeQuery("select 1 from pg_database where datname = '" + NAME + "'");
      if (!bases.next()) {
        sql.execute("create database " + NAME + " owner " + NAME);
        sql.execute("revoke connect, temporary on database " + NAME + " from public");
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.DATABASE_UNREACHABLE,
          "PostgreSQL in %s runs but does not let its supervisor in: %s"
              .formatted(home.folder(), e.getMessage()),
          e);
    }
  }

  /// A password that was set before the settings said how often to stretch it, set once more.
  private static void stretchOnce(Statement sql, String role, String password) throws SQLException {
    var often =
        sql.executeQuery(
            """
            select 1 from pg_authid
             where rolname = '%s' and rolpassword like 'SCRAM-SHA-256$4096:%%'"""
                .formatted(role));
    if (often.next()) {
      sql.execute("alter role " + role + " password '" + password + "'");
    }
  }

  private enum Answer {
    OURS,
    NOT_OURS,
    NOT_YET
  }

  private Answer answer(int port) {
    var patience = new Properties();
    patience.setProperty("loginTimeout", Long.toString(ANSWER.toSeconds()));
    patience.setProperty("socketTimeout", Long.toString(ANSWER.toSeconds()));
    try (var connection = supervisorUrl(port).connect(patience);
        var sql = connection.createStatement();
        var row = sql.executeQuery("show data_directory")) {
      var running = connection.getMetaData().getDatabaseProductVersion().split(" ", 2)[0];
      var ours =
          row.next()
              && row.getString(1).equals(home.cluster().toString())
              && running.equals(version());
      return ours ? Answer.OURS : Answer.NOT_OURS;
    } catch (SQLException e) {
      var state = e.getSQLState();
      return state != null && state.startsWith(WRONG_LOGIN) ? Answer.NOT_OURS : Answer.NOT_YET;
    }
  }

  private boolean readyOrGone() {
    return Postmaster.of(home.cluster()).map(Postmaster::isReady).orElse(true);
  }

  private void signal(Postmaster postmaster, String signal) {
    Command.as(user, binaries.program("pg_ctl"), "kill", signal, Long.toString(postmaster.pid()))
        .run();
  }

  /// PostgreSQL itself is careful with a stale pid file, but gives up when the number now belongs
  /// to any other process of the same user.
  private void dropStalePidFile() {
    if (Postmaster.of(home.cluster()).isEmpty()) {
      FileTree.delete(home.cluster().resolve("postmaster.pid"));
    }
  }

  private int freePort() {
    if (Files.exists(home.port())) {
      var kept = FileTree.read(home.port());
      if (kept.matches("\\d{1,5}") && Ports.isFree(Integer.parseInt(kept))) {
        return Integer.parseInt(kept);
      }
    }
    return Ports.free();
  }

  private Path startLog() {
    return home.logs().resolve("start.log");
  }

  private DatabaseTrouble notStarted() {
    var log = startLog();
    return notStarted(Files.exists(log) ? lastLines(FileTree.read(log)) : "it left no log");
  }

  private DatabaseTrouble notStarted(String said) {
    return new DatabaseTrouble(
        DatabaseTrouble.Code.SERVER_DID_NOT_START,
        "PostgreSQL %s in %s did not start. It said: %s (more in %s)"
            .formatted(version(), home.folder(), said, home.logs()));
  }

  private static String lastLines(String log) {
    var lines = log.lines().toList();
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  /// `pg_ctl` hands its options to a shell.
  private static String shellQuoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  private static void refuseMissingPassword(Path file) {
    if (!Files.isReadable(file)) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.PASSWORD_MISSING,
          """
          The password file %s is missing or not readable, and without it the database stays shut. \
          Put it back from your copy of the data folder, or move the folder away and restore a backup into a \
          new one."""
              .formatted(file));
    }
  }

  private static DatabaseTrouble otherMajor(ClusterHome home, PostgresBinaries binaries) {
    return new DatabaseTrouble(
        DatabaseTrouble.Code.OTHER_MAJOR_VERSION,
        """
        The database in %s was made by PostgreSQL %d; this Wayfare brings PostgreSQL %d and changed nothing. \
        Start the Wayfare that made it, run `wayfare backup`, then run `wayfare restore` with this one on a new \
        data folder."""
            .formatted(home.folder(), home.major(), binaries.major()));
  }
}
