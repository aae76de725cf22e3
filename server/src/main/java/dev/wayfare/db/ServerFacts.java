package dev.wayfare.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// What a server says of itself, and whether we can work with it.
record ServerFacts(int major, String encoding) {
  private static final int OLDEST = 15;
  private static final int NEWEST = 18;

  static ServerFacts of(Connection connection) throws SQLException {
    try (var sql = connection.createStatement();
        var row = sql.executeQuery("show server_encoding")) {
      row.next();
      return new ServerFacts(connection.getMetaData().getDatabaseMajorVersion(), row.getString(1));
    }
  }

  Optional<DatabaseTrouble> refusal() {
    if (major < OLDEST || major > NEWEST) {
      return Optional.of(
          new DatabaseTrouble(
              DatabaseTrouble.Code.OTHER_MAJOR_VERSION,
              """
              Wayfare works with PostgreSQL %d to %d; the server is PostgreSQL %d. Nothing was changed. \
              Use a server of these versions, or leave --database-url out for the embedded one."""
                  .formatted(OLDEST, NEWEST, major)));
    }
    if (!encoding.equals("UTF8")) {
      return Optional.of(
          new DatabaseTrouble(
              DatabaseTrouble.Code.DATABASE_UNREACHABLE,
              """
              Wayfare needs a database in UTF8; this one is in %s. \
              Make one with `create database … encoding 'UTF8' template template0`."""
                  .formatted(encoding)));
    }
    return Optional.empty();
  }
}
