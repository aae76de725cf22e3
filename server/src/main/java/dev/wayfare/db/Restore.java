package dev.wayfare.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.postgresql.PGConnection;

/// One restore: made whole in a schema beside `public`, then put in its place.
record Restore(Database database, BackupFile file, Backups.Existing existing) {
  private static final String BESIDE = "wayfare_restore";

  void run() {
    try (var connection = database.connect()) {
      refuseWhileOthersWork(connection);
      refuseToOverwrite(connection);
      execute(connection, "drop schema if exists " + BESIDE + " cascade");
      execute(connection, "create schema " + BESIDE);
      try {
        build(connection);
        takePlace(connection);
      } catch (SQLException | RuntimeException e) {
        connection.setAutoCommit(false); // whatever is under way, taken back
        connection.rollback();
        connection.setAutoCommit(true);
        execute(connection, "drop schema if exists " + BESIDE + " cascade");
        throw e;
      }
    } catch (SQLException e) {
      throw Backups.unreachable(e);
    }
  }

  private void build(Connection connection) throws SQLException {
    var manifest = file.manifest();
    var migrations = database.migrations();
    migrations.towards(BESIDE, manifest.schemaVersion());
    var catalog = new Catalog(connection, BESIDE);
    if (!catalog.version().equals(manifest.schemaVersion())) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.BACKUP_TOO_NEW,
          """
          The backup was made at schema version %s, which this Wayfare does not know (it knows %s). \
          Restore it with the Wayfare that made it, or a newer one. Nothing was changed."""
              .formatted(manifest.schemaVersion(), catalog.version()));
    }
    connection.setAutoCommit(false);
    load(connection, catalog);
    connection.commit();
    migrations.toLatest(BESIDE);
  }

  /// Foreign keys are put back behind the rows, so their order does not matter and each is checked
  /// once.
  private void load(Connection connection, Catalog catalog) throws SQLException {
    execute(connection, BackupWriter.PLAIN_FORMS);
    execute(connection, "set local search_path to " + BESIDE);
    execute(connection, "set constraints all immediate");
    var keys = catalog.foreignKeys();
    for (var key : keys) {
      execute(connection, alter(catalog, key.table()) + " drop constraint " + quoted(key.name()));
    }
    var known = catalog.tables().stream().map(Catalog.Table::name).toList();
    for (var name : known) {
      execute(connection, "truncate " + catalog.full(name));
    }
    for (var part : file.manifest().parts()) {
      if (!known.contains(part.table().name())) {
        throw BackupManifest.damaged("no migration knows its table " + part.table().name());
      }
      copy(connection, catalog, part);
    }
    for (var sequence : file.manifest().sequences()) {
      execute(
          connection,
          "alter sequence %s restart with %d"
              .formatted(catalog.full(sequence.name()), sequence.next()));
    }
    for (var key : keys) {
      execute(
          connection,
          alter(catalog, key.table())
              + " add constraint %s %s".formatted(quoted(key.name()), key.definition()));
    }
  }

  private void copy(Connection connection, Catalog catalog, BackupManifest.Part part)
      throws SQLException {
    var table = part.table();
    execute(connection, alter(catalog, table.name()) + " disable trigger user");
    var command =
        "copy %s (%s) from stdin".formatted(catalog.full(table.name()), table.columnList());
    try (var rows = file.rows(part)) {
      var loaded = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, rows);
      if (loaded != part.rows()) {
        throw BackupManifest.damaged(
            "%s should have %d rows and has %d".formatted(table.name(), part.rows(), loaded));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The backup's copy could not be read", e);
    }
    execute(connection, alter(catalog, table.name()) + " enable trigger user");
  }

  private void takePlace(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, "set local lock_timeout = '10s'");
    refuseWhileOthersWork(connection);
    refuseToOverwrite(connection);
    refuseStrangers(connection);
    execute(connection, "drop schema public cascade");
    execute(connection, "alter schema " + BESIDE + " rename to public");
    execute(connection, "grant usage on schema public to public");
    connection.commit();
  }

  private void refuseWhileOthersWork(Connection connection) throws SQLException {
    try (var sql =
        connection.prepareStatement(
            """
            select count(*) from pg_stat_activity
             where datname = current_database()
               and application_name like 'wayfare-%' and application_name <> ?""")) {
      sql.setString(1, database.sessionName());
      try (var row = sql.executeQuery()) {
        row.next();
        if (row.getInt(1) > 0) {
          throw new DatabaseTrouble(
              DatabaseTrouble.Code.DATABASE_BUSY,
              "Another Wayfare process works on this database. Stop it, then restore.");
        }
      }
    }
  }

  private void refuseToOverwrite(Connection connection) throws SQLException {
    if (existing == Backups.Existing.REPLACE) {
      return;
    }
    var catalog = new Catalog(connection, "public");
    for (var table : catalog.tables()) {
      if (catalog.hasRows(table)) {
        throw new DatabaseTrouble(
            DatabaseTrouble.Code.DATABASE_NOT_EMPTY,
            """
            The database holds data (in %s), and a restore would replace all of it. \
            Restore into an empty one, or ask for `--replace`."""
                .formatted(table.name()));
      }
    }
  }

  /// What somebody else has put beside our tables would be gone.
  private void refuseStrangers(Connection connection) throws SQLException {
    var strangers = new ArrayList<>(new Catalog(connection, "public").relations());
    strangers.removeAll(new Catalog(connection, BESIDE).relations());
    if (!strangers.isEmpty()) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.DATABASE_NOT_EMPTY,
          "Schema public holds tables that Wayfare does not know (%s); move them elsewhere first."
              .formatted(String.join(", ", strangers)));
    }
  }

  private static String alter(Catalog catalog, String table) {
    return "alter table " + catalog.full(table);
  }

  private static String quoted(String name) {
    return Catalog.quoted(name);
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
