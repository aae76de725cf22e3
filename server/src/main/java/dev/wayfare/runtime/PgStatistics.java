package dev.wayfare.runtime;

import static dev.wayfare.runtime.PgTurnStatement.texts;

import dev.wayfare.db.PgTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts of what customers did: from the journeys themselves, so that nothing is counted that was
/// not remembered, a preview's journey for one.
final class PgStatistics {
  private static final String BEGUN =
      """
      select (began_at at time zone :zone)::date as day, began_on, release_id, standing,
          count(*) as journeys, sum(troubles) as errors
        from journey
       where deployment_id = any (:deployments::text[]::uuid[])
         and began_at >= :from and began_at < :until
       group by 1, 2, 3, 4""";

  private static final String LEFT =
      """
      select stands_at, count(*) filter (where standing = 'expired') as abandoned,
          count(*) filter (where standing = 'open') as waiting
        from journey
       where deployment_id = any (:deployments::text[]::uuid[])
         and began_at >= :from and began_at < :until
         and standing <> 'ended' and stands_at <> ''
       group by 1 order by 2 desc, 3 desc, 1 limit :most""";

  private static final String ANSWERED =
      """
      select (at at time zone :zone)::date as day, count(*) as turns,
          percentile_disc(0.5) within group (order by took_ms) as p50,
          percentile_disc(0.95) within group (order by took_ms) as p95
        from trail
       where deployment_id = any (:deployments::text[]::uuid[])
         and at >= :from and at < :until
         and kind in ('text', 'call', 'visit', 'page', 'request') and took_ms is not null
       group by 1 order by 1""";

  private static final String RELEASES =
      """
      select r.id, r.number, r.version, p.name as profile from release r
        join deployment d on d.id = r.deployment_id
        join profile p on p.id = d.profile_id
       where r.deployment_id = any (:deployments::text[]::uuid[])
       order by p.position, r.number desc""";

  /// From when to when, in the days of a zone.
  record Span(Instant from, Instant until, ZoneId zone) {}

  /// Journeys that began on one day, on one channel, under one release, and stand alike.
  record Begun(
      LocalDate day, String beganOn, UUID release, String standing, long journeys, long errors) {}

  /// Where people were left when their time was over, and where they stand now.
  record Left(String place, long abandoned, long waiting) {}

  /// How long people waited for an answer, in milliseconds: half of them less than `p50Ms`, all but
  /// one in twenty less than `p95Ms`.
  record Answered(LocalDate day, long turns, int p50Ms, int p95Ms) {}

  record Numbered(UUID id, int number, int version, String profile) {}

  private final JdbcClient jdbc;

  PgStatistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Begun> begun(List<UUID> deployments, Span span) {
    return asked(BEGUN, deployments, span)
        .param("zone", span.zone().getId())
        .query(
            (row, _) ->
                new Begun(
                    row.getObject("day", LocalDate.class),
                    row.getString("began_on"),
                    row.getObject("release_id", UUID.class),
                    row.getString("standing"),
                    row.getLong("journeys"),
                    row.getLong("errors")))
        .list();
  }

  List<Left> left(List<UUID> deployments, Span span, int most) {
    return asked(LEFT, deployments, span)
        .param("most", most)
        .query(
            (row, _) ->
                new Left(
                    row.getString("stands_at"), row.getLong("abandoned"), row.getLong("waiting")))
        .list();
  }

  List<Answered> answered(List<UUID> deployments, Span span) {
    return asked(ANSWERED, deployments, span)
        .param("zone", span.zone().getId())
        .query(
            (row, _) ->
                new Answered(
                    row.getObject("day", LocalDate.class),
                    row.getLong("turns"),
                    row.getInt("p50"),
                    row.getInt("p95")))
        .list();
  }

  List<Numbered> releases(List<UUID> deployments) {
    return jdbc.sql(RELEASES)
        .param("deployments", texts(deployments))
        .query(
            (row, _) ->
                new Numbered(
                    row.getObject("id", UUID.class),
                    row.getInt("number"),
                    row.getInt("version"),
                    row.getString("profile")))
        .list();
  }

  private JdbcClient.StatementSpec asked(String sql, List<UUID> deployments, Span span) {
    return jdbc.sql(sql)
        .param("deployments", texts(deployments))
        .param("from", PgTime.of(span.from()))
        .param("until", PgTime.of(span.until()));
  }
}
