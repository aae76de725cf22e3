package dev.wayfare.http;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks the database whether it is there.
final class PgPulse {

  private final JdbcClient sql;

  PgPulse(JdbcClient sql) {
    this.sql = sql;
  }

  /// Returns when it answers; throws what any other statement would, as soon.
  void feel() {
    sql.sql("select 1").query(Integer.class).single();
  }
}
