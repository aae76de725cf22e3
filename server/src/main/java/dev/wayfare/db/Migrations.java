package dev.wayfare.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a schema to a version. Works on connections of its own, so that a pool of one is enough.
record Migrations(DatabaseUrl url, String location) {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private static final long LOCK = 0x57617966617265L; // "Wayfare" in bytes
  static final String HISTORY = "flyway_schema_history";

  void toLatest(String schema) {
    migrate(schema, "latest");
  }

  /// As far towards a version as this Wayfare knows the way.
  void towards(String schema, String version) {
    migrate(schema, version + "?");
  }

  private void migrate(String schema, String target) {
    var flyway = configured(schema).target(target).load();
    try {
      var result = flyway.migrate();
      if (result.migrationsExecuted > 0) {
        LOG.info(
            "Schema {} brought to version {} in {} steps",
            schema,
            result.targetSchemaVersion,
            result.migrationsExecuted);
      }
    } catch (FlywayException e) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.MIGRATION_FAILED,
          """
          The database could not be brought to this Wayfare's schema; the failing step was taken back. \
          A database touched by a newer Wayfare needs that Wayfare. %s"""
              .formatted(e.getMessage()),
          e);
    }
  }

  /// Where a schema stands; changes nothing.
  MigrationInfoService standing(String schema) {
    return configured(schema).load().info();
  }

  /// One process at a time: the others wait here and find nothing left to do.
  void exclusively(Runnable work) {
    try (var connection = url.connect()) {
      lock(connection);
      work.run();
    } catch (SQLException e) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.DATABASE_UNREACHABLE,
          "The database %s does not let us in: %s".formatted(url, e.getMessage()),
          e);
    }
  }

  private static void lock(Connection connection) throws SQLException {
    try (var sql = connection.prepareStatement("select pg_advisory_lock(?)")) {
      sql.setLong(1, LOCK);
      sql.execute();
    }
  }

  private FluentConfiguration configured(String schema) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(url.jdbc(), url.user(), url.password())
        .locations(location)
        .schemas(schema)
        .defaultSchema(schema)
        .table(HISTORY)
        .validateMigrationNaming(true)
        .failOnMissingLocations(true)
        .cleanDisabled(true);
  }
}
