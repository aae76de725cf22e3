package dev.wayfare.bench;

import dev.wayfare.db.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// What the database alone takes for a switch: the same statements on rows of the same shape, one
/// transaction of a bare driver.
final class PgBareSwitch implements AutoCloseable {
  private static final String SCHEMA =
      """
      create schema bench_switch;
      create table bench_switch.deployment (id integer primary key, live integer, since timestamptz);
      create table bench_switch.progress (
        release integer primary key, state text not null, at timestamptz);
      create table bench_switch.live_resource (address text primary key, deployment integer);
      create table bench_switch.step (
        release integer, number integer, at timestamptz, text text, primary key (release, number));
      create table bench_switch.fact (sequence bigserial primary key, hash bytea, data text);
      create table bench_switch.routing (one boolean primary key, change bigint not null);
      insert into bench_switch.deployment values (1, 0, now());
      insert into bench_switch.progress values (0, 'live', now());
      insert into bench_switch.routing values (true, 1);
      insert into bench_switch.fact (hash, data) values ('\\x00', '{}');
      """;

  private static final String SWITCH =
      """
      select * from bench_switch.deployment where id = 1 for update;
      update bench_switch.progress set state = 'superseded', at = now() where release = %1$d - 1;
      insert into bench_switch.progress values (%1$d, 'live', now());
      delete from bench_switch.live_resource where deployment = 1;
      insert into bench_switch.live_resource values ('+15550100', 1), ('/l/word', 1);
      update bench_switch.deployment set live = %1$d, since = now() where id = 1;
      insert into bench_switch.step
        select %1$d, coalesce(max(number), 0) + 1, now(), 'Customers get it from now on.'
          from bench_switch.step where release = %1$d;
      insert into bench_switch.fact (hash, data)
        select sha256(hash || '{}'), '{}' from bench_switch.fact order by sequence desc limit 1;
      update bench_switch.routing set change = change + 1;
      select pg_notify('bench_switch', 'releases');
      """;

  private final Connection connection;
  private final Statement sql;
  private int release;

  PgBareSwitch(DatabaseUrl database) throws SQLException {
    connection = DriverManager.getConnection(database.jdbc(), database.user(), database.password());
    sql = connection.createStatement();
    sql.execute(SCHEMA);
    connection.setAutoCommit(false);
  }

  /// Each statement goes by itself, as the product's do.
  void move() throws SQLException {
    release++;
    for (var statement : SWITCH.formatted(release).split(";\n")) {
      if (!statement.isBlank()) {
        sql.execute(statement);
      }
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
