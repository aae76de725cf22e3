package dev.wayfare.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/// Everything in the database as one file, and back, without any external tool.
///
/// A backup is one consistent snapshot, taken while the server works. It holds no key and no file
/// outside the database.
public final class Backups {
  private final Database database;

  public Backups(Database database) {
    this.database = database;
  }

  /// @param schemaVersion the last migration the backup knows
  public record Summary(String schemaVersion, int tables, long rows) {
    static Summary of(BackupManifest manifest) {
      return new Summary(manifest.schemaVersion(), manifest.parts().size(), manifest.rows());
    }
  }

  /// What a restore may do to rows that are there.
  public enum Existing {
    KEEP,
    REPLACE
  }

  /// Leaves the stream open.
  public Summary backup(OutputStream target) {
    try (var connection = database.connect()) {
      return Summary.of(new BackupWriter(connection).write(target));
    } catch (SQLException e) {
      throw unreachable(e);
    } catch (IOException e) {
      throw new UncheckedIOException("The backup could not be written", e);
    }
  }

  /// All or nothing: the rows are loaded and brought to today's schema beside the database in use,
  /// and take its place in one step. Stop every other Wayfare process first; this refuses while
  /// one is connected.
  public Summary restore(InputStream source, Existing existing) {
    try (var file = BackupFile.open(source)) {
      database.migrations().exclusively(() -> new Restore(database, file, existing).run());
      database.forgetConnections();
      return Summary.of(file.manifest());
    } catch (IOException e) {
      throw new UncheckedIOException("The backup could not be read", e);
    }
  }

  static DatabaseTrouble unreachable(SQLException e) {
    return new DatabaseTrouble(
        DatabaseTrouble.Code.DATABASE_UNREACHABLE,
        "The database refused a step of the backup or restore: " + e.getMessage(),
        e);
  }
}
