package dev.wayfare.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The bell over PostgreSQL's listen and notify, on one connection outside the pool.
///
/// All topics share one channel, `wayfare`, whose payload is the topic, a space and the payload; a
/// statement may ring by itself with `select pg_notify('wayfare', 'releases ' || :id)`.
public final class PgBell implements Bell, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PgBell.class);
  private static final int SILENCE_MILLIS = 10_000;
  private static final int ANSWER_SECONDS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Database database;
  private final JdbcClient jdbc;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile Connection connection;
  private volatile boolean closed;

  private PgBell(Database database) throws SQLException {
    this.database = database;
    this.jdbc = JdbcClient.create(database.dataSource());
    this.connection = listening();
    this.thread = Thread.ofVirtual().name("bell").unstarted(this::run);
  }

  private record Listener(String topic, Consumer<String> heard, Runnable missed) {}

  /// Listens when it returns.
  public static PgBell open(Database database) {
    try {
      var bell = new PgBell(database);
      bell.thread.start();
      return bell;
    } catch (SQLException e) {
      throw new DatabaseTrouble(
          DatabaseTrouble.Code.DATABASE_UNREACHABLE,
          "The bell cannot listen on %s: %s".formatted(database.place(), e.getMessage()),
          e);
    }
  }

  @Override
  public void on(String topic, Consumer<String> heard, Runnable missed) {
    listeners.add(new Listener(word(topic), heard, missed));
  }

  @Override
  public void ring(String topic, String payload) {
    jdbc.sql("select pg_notify('wayfare', :ring)")
        .param("ring", word(topic) + " " + payload)
        .query((_, _) -> topic)
        .single();
  }

  @Override
  public void close() {
    closed = true;
    disconnect();
    thread.interrupt();
  }

  private void run() {
    var pause = FIRST_PAUSE;
    while (!closed) {
      try {
        if (connection.isClosed()) {
          connection = listening();
          listeners.forEach(listener -> tell(listener, listener.missed()));
        }
        pause = FIRST_PAUSE;
        hear();
      } catch (SQLException | RuntimeException e) {
        disconnect();
        if (!closed) {
          LOG.warn("The bell lost its connection; trying again in {}: {}", pause, e.getMessage());
          LockSupport.parkNanos(pause.toNanos());
          pause = longer(pause);
        }
      }
    }
    disconnect();
  }

  private void hear() throws SQLException {
    while (!closed) {
      var rings = connection.unwrap(PGConnection.class).getNotifications(SILENCE_MILLIS);
      if (rings == null || rings.length == 0) {
        if (!connection.isValid(ANSWER_SECONDS)) {
          throw new SQLException("no answer within " + ANSWER_SECONDS + " s");
        }
        continue;
      }
      for (var ring : rings) {
        deliver(ring.getParameter());
      }
    }
  }

  private void deliver(String text) {
    var space = text.indexOf(' ');
    var topic = space < 0 ? text : text.substring(0, space);
    var payload = space < 0 ? "" : text.substring(space + 1);
    for (var listener : listeners) {
      if (listener.topic().equals(topic)) {
        tell(listener, () -> listener.heard().accept(payload));
      }
    }
  }

  /// A listener's fault is its own: the others still hear.
  private static void tell(Listener listener, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.error("A listener of the bell's topic {} failed", listener.topic(), e);
    }
  }

  private Connection listening() throws SQLException {
    var fresh = database.connect();
    try (var sql = fresh.createStatement()) {
      sql.execute("listen wayfare");
      return fresh;
    } catch (SQLException e) {
      fresh.close();
      throw e;
    }
  }

  private void disconnect() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("Closing the bell's lost connection", e);
    }
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private static String word(String topic) {
    if (!topic.matches("[a-z0-9_.-]+")) {
      throw new IllegalArgumentException("A bell's topic is one lower-case word, not: " + topic);
    }
    return topic;
  }
}
