package dev.wayfare.bench;

import dev.wayfare.db.DatabaseUrl;
import java.sql.DriverManager;
import java.sql.SQLException;

/// What the product wrote, and where the other two write.
final class PgRows {
  private PgRows() {}

  /// How large the product's rows are on average.
  static RowSizes sizes(DatabaseUrl database) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbc(), database.user(), database.password());
        var sql = connection.createStatement();
        var row =
            sql.executeQuery(
                """
                select (select avg(octet_length(state))::int from journey),
                  (select avg(octet_length(entries))::int from trail)""")) {
      row.next();
      return RowSizes.of(row.getInt(1), row.getInt(2));
    }
  }

  static void prepare(DatabaseUrl database) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbc(), database.user(), database.password());
        var sql = connection.createStatement()) {
      sql.execute(PgBareStore.SCHEMA);
      sql.execute(PgLimit.SCHEMA);
    }
  }
}
