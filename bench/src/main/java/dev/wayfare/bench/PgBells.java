package dev.wayfare.bench;

import dev.wayfare.db.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Hears the product's bell over a bare connection: when it rings, a switch is committed, and no
/// process can have seen it before.
final class PgBells implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 200;

  private final Connection connection;
  private final List<Instant> rings = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  PgBells(DatabaseUrl database) throws SQLException {
    connection = DriverManager.getConnection(database.jdbc(), database.user(), database.password());
    try (var sql = connection.createStatement()) {
      sql.execute("listen wayfare");
    }
    thread = Thread.ofPlatform().start(this::listen);
  }

  /// The first that rang in this time.
  Optional<Instant> between(Instant from, Instant until) {
    return rings.stream().filter(it -> !it.isBefore(from) && it.isBefore(until)).findFirst();
  }

  private void listen() {
    try {
      var heard = connection.unwrap(PGConnection.class);
      while (!closed) {
        var rung = heard.getNotifications(PATIENCE_MILLIS);
        for (var ring : rung == null ? new PGNotification[0] : rung) {
          if (ring.getParameter().equals("releases")) {
            rings.add(Instant.now());
          }
        }
      }
    } catch (SQLException broken) {
      closed = true;
    }
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
