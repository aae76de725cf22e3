package dev.wayfare.db;

import dev.wayfare.kernel.Fingerprint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// What a database says of itself, looked at without changing anything.
///
/// @param schema the last migration it has; empty where there is none yet
/// @param pending migrations that this Wayfare would add
/// @param foreign migrations that it has and this Wayfare does not know
/// @param failed migrations that broke off
/// @param clockAhead how far its clock is ahead of ours
/// @param mark tells this database from every other; empty while it has no schema
public record DatabaseLook(
    int major,
    Optional<String> schema,
    List<String> pending,
    List<String> foreign,
    List<String> failed,
    Duration clockAhead,
    Optional<String> mark) {

  private static final String MARK =
      """
      select extract(epoch from installed_on) || ' ' || coalesce(checksum, 0) || ' ' || current_database()
        from %s order by installed_rank limit 1"""
          .formatted(Migrations.HISTORY);

  static DatabaseLook at(DatabaseUrl url, String location, InstantSource clock) {
    try (var connection = url.connect()) {
      var standing = new Migrations(url, location).standing("public");
      var all = standing.all();
      var current = Optional.ofNullable(standing.current());
      return new DatabaseLook(
          connection.getMetaData().getDatabaseMajorVersion(),
          current.map(DatabaseLook::version),
          those(all, MigrationState.PENDING, MigrationState.IGNORED),
          those(
              all,
              MigrationState.FUTURE_SUCCESS,
              MigrationState.MISSING_SUCCESS,
              MigrationState.FUTURE_FAILED),
          those(all, MigrationState.FAILED, MigrationState.MISSING_FAILED),
          clockAhead(connection, clock),
          current.isPresent() ? Optional.of(mark(connection)) : Optional.empty());
    } catch (SQLException | FlywayException e) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.DATABASE_UNREACHABLE,
          "The database %s does not tell how it is: %s".formatted(url, e.getMessage()),
          e);
    }
  }

  private static List<String> those(MigrationInfo[] all, MigrationState... states) {
    return Arrays.stream(all)
        .filter(each -> List.of(states).contains(each.getState()))
        .map(DatabaseLook::version)
        .toList();
  }

  private static String version(MigrationInfo migration) {
    return Optional.ofNullable(migration.getVersion())
        .map(version -> version.getVersion())
        .orElse(migration.getDescription());
  }

  /// Against the middle of our question and its answer.
  private static Duration clockAhead(Connection connection, InstantSource clock)
      throws SQLException {
    try (var sql = connection.createStatement()) {
      var asked = clock.instant();
      try (var row = sql.executeQuery("select clock_timestamp()")) {
        row.next();
        var theirs = row.getObject(1, OffsetDateTime.class).toInstant();
        var ours = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
        return Duration.between(ours, theirs);
      }
    }
  }

  static String mark(Connection connection) throws SQLException {
    try (var sql = connection.createStatement();
        var row = sql.executeQuery(MARK)) {
      row.next();
      return Fingerprint.hex(row.getString(1)).substring(0, 24);
    }
  }
}
