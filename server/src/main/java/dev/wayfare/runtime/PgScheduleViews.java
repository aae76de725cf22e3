package dev.wayfare.runtime;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The run log as operators look at it. A run goes on for as long as its journey does.
final class PgScheduleViews {

  /// A run of a schedule. `state` is `waiting`, `running`, `done`, `failed`, `skipped`,
  /// `superseded` or `dead`.
  record RunRow(
      UUID id,
      UUID deployment,
      UUID release,
      String app,
      String profile,
      String trigger,
      Instant due,
      String state,
      int missed,
      int tries,
      Optional<Instant> started,
      Optional<Instant> ended,
      Optional<UUID> journey,
      Optional<String> error) {}

  private static final String RUNS =
      """
      select r.id, r.deployment_id, r.release_id, a.name as app, p.name as profile, r.trigger_name,
          r.due_at, r.missed, r.tries, r.started_at, r.journey_id, r.error,
          case when r.state = 'waiting' and r.tries > 0 then 'running'
               when r.state <> 'ran' then r.state
               when j.standing = 'open' then 'running'
               when j.troubles > 0 then 'failed'
               else 'done' end as state,
          case when r.state <> 'ran' then r.ended_at
               when j.standing <> 'open' then j.last_at end as ended_at
        from schedule_run r
        join deployment d on d.id = r.deployment_id
        join app a on a.id = d.app_id
        join profile p on p.id = d.profile_id
        left join journey j on j.deployment_id = r.deployment_id and j.id = r.journey_id
       where d.organization_id = :organization
         and (:before::uuid is null or r.id < :before::uuid)
       order by r.id desc limit :most""";

  private final JdbcClient jdbc;

  PgScheduleViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest first, from before a run's id; ids sort by when the run was decided.
  List<RunRow> newest(OrganizationId organization, Optional<UUID> before, int most) {
    return jdbc.sql(RUNS)
        .param("organization", organization.value())
        .param("before", before.orElse(null))
        .param("most", most)
        .query((row, _) -> run(row))
        .list();
  }

  private static RunRow run(ResultSet row) throws SQLException {
    return new RunRow(
        row.getObject("id", UUID.class),
        row.getObject("deployment_id", UUID.class),
        row.getObject("release_id", UUID.class),
        row.getString("app"),
        row.getString("profile"),
        row.getString("trigger_name"),
        PgTime.read(row, "due_at"),
        row.getString("state"),
        row.getInt("missed"),
        row.getInt("tries"),
        PgTime.readIfAny(row, "started_at"),
        PgTime.readIfAny(row, "ended_at"),
        Optional.ofNullable(row.getObject("journey_id", UUID.class)),
        Optional.ofNullable(row.getString("error")));
  }
}
