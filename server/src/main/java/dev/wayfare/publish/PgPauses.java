package dev.wayfare.publish;

import dev.wayfare.db.PgTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Paused channels, in PostgreSQL.
final class PgPauses {
  private static final String COLUMNS = "channel, message, until, since, paused_by";

  private static final String SET =
      """
      insert into channel_pause (deployment_id, channel, message, until, since, paused_by)
      values (:deployment, :channel, :message, :until, :since, :by)
      on conflict (deployment_id, channel)
        do update set message = excluded.message, until = excluded.until,
                      paused_by = excluded.paused_by""";

  private final JdbcClient sql;

  PgPauses(JdbcClient sql) {
    this.sql = sql;
  }

  /// All there are, also those whose time is over.
  Map<UUID, Map<Pause.Channel, Pause>> all() {
    var all = new HashMap<UUID, Map<Pause.Channel, Pause>>();
    sql.sql("select deployment_id, " + COLUMNS + " from channel_pause")
        .query(
            row -> {
              var pause = pause(row, 0);
              all.computeIfAbsent(row.getObject("deployment_id", UUID.class), _ -> new HashMap<>())
                  .put(pause.channel(), pause);
            });
    return all;
  }

  List<Pause> of(UUID deployment) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from channel_pause where deployment_id = :deployment order by channel")
        .param("deployment", deployment)
        .query(PgPauses::pause)
        .list();
  }

  void set(UUID deployment, Pause pause) {
    sql.sql(SET)
        .param("deployment", deployment)
        .param("channel", pause.channel().word())
        .param("message", pause.message())
        .param("until", pause.until().map(PgTime::of).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("since", PgTime.of(pause.since()))
        .param("by", pause.by())
        .update();
  }

  /// False where it was not paused.
  boolean end(UUID deployment, Pause.Channel channel) {
    return sql.sql(
                "delete from channel_pause where deployment_id = :deployment and channel = :channel")
            .param("deployment", deployment)
            .param("channel", channel.word())
            .update()
        == 1;
  }

  private static Pause pause(ResultSet row, int number) throws SQLException {
    return new Pause(
        Pause.Channel.of(row.getString("channel")),
        row.getString("message"),
        PgTime.readIfAny(row, "until"),
        PgTime.read(row, "since"),
        row.getString("paused_by"));
  }
}
