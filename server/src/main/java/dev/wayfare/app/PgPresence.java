package dev.wayfare.app;

import dev.wayfare.db.PgTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who has which draft open. Who is not seen again is forgotten by whoever comes next, so nobody
/// has to say that they leave.
final class PgPresence {
  static final Duration SEEN_WITHIN = Duration.ofSeconds(30);

  /// Deletes no row of its own: one statement may touch a row only once.
  private static final String HERE =
      """
      with gone as (
        delete from draft_presence
         where seen_at < :since and not (app_id = :app and who = :who)
      ), mine as (
        insert into draft_presence (app_id, who, name, at, seen_at)
        values (:app, :who, :name, :at, :now)
        on conflict (app_id, who)
        do update set name = excluded.name, at = excluded.at, seen_at = excluded.seen_at
      )
      select name, at, seen_at
        from draft_presence
       where app_id = :app and who <> :who and seen_at >= :since
       order by name, who""";

  /// Somebody else, and where in the draft they are.
  record Other(String name, String at, Instant seenAt) {}

  private final JdbcClient sql;

  PgPresence(JdbcClient sql) {
    this.sql = sql;
  }

  /// Says that somebody is there, and tells who else is.
  List<Other> here(UUID app, String who, String name, String at, Instant now) {
    return sql.sql(HERE)
        .param("app", app)
        .param("who", who)
        .param("name", name)
        .param("at", at)
        .param("now", PgTime.of(now))
        .param("since", PgTime.of(now.minus(SEEN_WITHIN)))
        .query(
            (row, _) ->
                new Other(row.getString("name"), row.getString("at"), PgTime.read(row, "seen_at")))
        .list();
  }
}
