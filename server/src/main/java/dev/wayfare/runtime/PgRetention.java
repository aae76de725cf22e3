package dev.wayfare.runtime;

import dev.wayfare.db.PgTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Forgets journeys in PostgreSQL, with everything that hangs on them. Figures and schedule runs
/// stay: nobody is in them.
final class PgRetention {
  private static final String PLACES =
      """
      select coalesce(d.live_release_id, (select r.id from release r where r.deployment_id = d.id
                                           order by r.number desc limit 1)) as release
        from deployment d
       where exists (select 1 from journey j where j.deployment_id = d.id)""";

  private static final String FORGET =
      """
      with gone as (
        select deployment_id as place, id as journey from journey
         where deployment_id = :deployment and standing <> 'open' and began_at < :before
           and last_at < :before
         order by began_at
         limit :most
           for update skip locked),
      trails as (delete from trail using gone where deployment_id = place and journey_id = journey),
      timers as (delete from timer using gone where deployment_id = place and journey_id = journey),
      texts as (delete from outbox using gone where deployment_id = place and journey_id = journey),
      files as (delete from upload using gone where deployment_id = place and journey_id = journey),
      asks as (delete from ask using gone where deployment_id = place and journey_id = journey),
      calls as (delete from call using gone where deployment_id = place and journey_id = journey),
      journeys as (delete from journey using gone
                    where deployment_id = place and id = gone.journey returning 1)
      select count(*) from journeys""";

  private final JdbcClient jdbc;

  PgRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The release of each deployment with journeys that says how long they are kept: the live one,
  /// else the last.
  List<UUID> releases() {
    return jdbc.sql(PLACES).query((row, _) -> row.getObject("release", UUID.class)).list();
  }

  /// Some of those that ended before, and how many.
  long forget(UUID deployment, Instant before, int most) {
    return jdbc.sql(FORGET)
        .param("deployment", deployment)
        .param("before", PgTime.of(before))
        .param("most", most)
        .query(Long.class)
        .single();
  }
}
