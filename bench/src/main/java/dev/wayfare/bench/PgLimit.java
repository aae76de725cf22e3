package dev.wayfare.bench;

import dev.wayfare.db.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/// PostgreSQL's own limit: a bare driver that keeps the same rows the plainest way, a transaction a
/// turn with select for update, update and insert. No HTTP, no server, nothing to think about.
final class PgLimit implements Contender {
  static final String SCHEMA =
      """
      create schema bench_limit;
      create table bench_limit.journey (
        id integer primary key, turn integer not null, last_at timestamptz not null,
        state text not null) with (fillfactor = 60);
      create table bench_limit.trail (
        journey_id integer, turn integer, at timestamptz not null, entries text not null,
        primary key (journey_id, turn));
      """;

  private static final String FILL =
      "insert into bench_limit.journey select n, 0, now(), ? from generate_series(1, ?) n";
  private static final int JOURNEYS = 20_000;

  /// As many as the servers' pools: more only slow the database down, and would flatter the others.
  private static final int MOST = 16;

  private final DatabaseUrl database;
  private final RowSizes sizes;

  PgLimit(DatabaseUrl database, RowSizes sizes) {
    this.database = database;
    this.sizes = sizes;
  }

  /// As many journeys as two connections seldom meet on.
  void fill() throws SQLException {
    try (var connection = connect();
        var sql = connection.prepareStatement(FILL)) {
      sql.setString(1, sizes.state());
      sql.setInt(2, JOURNEYS);
      sql.execute();
    }
  }

  @Override
  public Measured measure(int connections, Span span) throws InterruptedException {
    var latencies = new ArrayList<Latencies>();
    var faults = new CopyOnWriteArrayList<String>();
    var threads = new ArrayList<Thread>();
    for (var each = 0; each < Math.min(connections, MOST); each++) {
      var own = new Latencies();
      latencies.add(own);
      threads.add(Thread.ofPlatform().start(() -> work(span, own, faults)));
    }
    for (var thread : threads) {
      thread.join();
    }
    if (!faults.isEmpty()) {
      throw new Spoiled("The database's limit failed: " + faults.getFirst());
    }
    var whole = Latencies.together(latencies);
    return new Measured(
        whole.count() / span.seconds(), whole.millis(0.5), whole.millis(0.99), 0, 0, 0);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbc(), database.user(), database.password());
  }

  private void work(Span span, Latencies own, CopyOnWriteArrayList<String> faults) {
    try (var connection = connect()) {
      connection.setAutoCommit(false);
      try (var select =
              connection.prepareStatement(
                  "select turn, state from bench_limit.journey where id = ? for update");
          var update =
              connection.prepareStatement(
                  """
                  update bench_limit.journey set turn = ?, last_at = now(), state = ?
                   where id = ?""");
          var insert =
              connection.prepareStatement(
                  "insert into bench_limit.trail values (?, ?, now(), ?)")) {
        while (!span.isOver()) {
          var begun = System.nanoTime();
          turn(select, update, insert);
          connection.commit();
          var ended = System.nanoTime();
          if (span.holds(begun, ended)) {
            own.add(ended - begun);
          }
        }
      }
    } catch (SQLException e) {
      faults.add(e.getMessage());
    }
  }

  private void turn(PreparedStatement select, PreparedStatement update, PreparedStatement insert)
      throws SQLException {
    var id = ThreadLocalRandom.current().nextInt(JOURNEYS) + 1;
    select.setInt(1, id);
    int turn;
    try (var row = select.executeQuery()) {
      row.next();
      turn = row.getInt(1) + 1;
    }
    update.setInt(1, turn);
    update.setString(2, sizes.state());
    update.setInt(3, id);
    update.executeUpdate();
    insert.setInt(1, id);
    insert.setInt(2, turn);
    insert.setString(3, sizes.entries());
    insert.executeUpdate();
  }
}
