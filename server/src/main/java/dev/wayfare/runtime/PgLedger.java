package dev.wayfare.runtime;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.wayfare.db.PgTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which releases people are still on, counted in PostgreSQL.
final class PgLedger {
  /// No journey lives longer, so no link that was given out under a release leads anywhere after.
  private static final Duration LONGEST_LIFE = Duration.ofDays(90);

  private static final String OF =
      """
      select r.id, r.number, r.version, r.published_at, g.changed_at,
             d.live_release_id is not distinct from r.id as live, j.open, j.oldest, d.id as place
        from release r
        join deployment d on d.id = r.deployment_id
        join release_progress g on g.release_id = r.id
        left join lateral (
          select count(*) as open, min(began_at) as oldest from journey
           where deployment_id = d.id and release_id = r.id and standing = 'open') j on true
       where d.profile_id = ? and g.state in ('live', 'superseded')
       order by r.number desc
       limit ?""";

  private final JdbcClient jdbc;

  PgLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Where a release stands with those who began on it.
  enum State {
    /// New journeys begin on it.
    LIVE,
    /// Some are on it still.
    DRAINING,
    /// Nobody is on it any more; links that were given out under it may still be opened.
    DRAINED,
    /// Nothing leads to it any more.
    RETIRED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param oldest when the oldest of its open journeys began
  record Line(
      UUID release,
      int number,
      int version,
      State state,
      long open,
      Optional<Instant> oldest,
      Instant publishedAt) {}

  /// Newest first.
  List<Line> of(UUID profile, int most, Instant now) {
    return jdbc.sql(OF)
        .params(profile, most)
        .query(
            (row, _) -> {
              var open = row.getLong("open");
              var left = PgTime.read(row, "changed_at");
              return new Line(
                  row.getObject("id", UUID.class),
                  row.getInt("number"),
                  row.getInt("version"),
                  row.getBoolean("live")
                      ? State.LIVE
                      : open > 0
                          ? State.DRAINING
                          : left.plus(LONGEST_LIFE).isBefore(now) ? State.RETIRED : State.DRAINED,
                  open,
                  PgTime.readIfAny(row, "oldest"),
                  PgTime.read(row, "published_at"));
            })
        .list();
  }
}
