package dev.wayfare.runtime;

import static dev.wayfare.runtime.PgTurnStatement.texts;

import dev.wayfare.db.PgTime;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Schedules in PostgreSQL. Whoever moves `decided_to` on writes the runs; whoever takes a run with
/// `for update skip locked` has it until its lease ends.
final class PgScheduleStore implements ScheduleStore {
  private static final String DECIDE =
      """
      with live as (select 1 from deployment where id = :deployment and live_release_id = :release),
        moved as (
          insert into schedule (deployment_id, trigger_name, decided_to)
            select :deployment, :trigger, :to from live
            on conflict (deployment_id, trigger_name) do update set decided_to = excluded.decided_to
              where schedule.decided_to = :seen::timestamptz
                and schedule.decided_to < excluded.decided_to
            returning 1)
      insert into schedule_run
          (deployment_id, id, trigger_name, due_at, release_id, state, missed, try_at, ended_at)
        select :deployment, u.id, :trigger, u.due, :release,
            case when u.runs then 'waiting' else 'skipped' end, u.missed, :now,
            case when u.runs then null else :now::timestamptz end
          from moved, unnest(:ids::text[]::uuid[], :dues::text[]::timestamptz[],
            :missed::text[]::int[], :runs::text[]::boolean[]) as u(id, due, missed, runs)
          on conflict (deployment_id, trigger_name, due_at) do nothing""";

  private static final String SUPERSEDE =
      """
      update schedule_run set state = 'superseded', ended_at = :now
        from deployment d
       where schedule_run.state = 'waiting' and d.id = schedule_run.deployment_id
         and d.live_release_id is distinct from schedule_run.release_id""";

  private static final String TAKE =
      """
      update schedule_run set try_at = :lease, tries = schedule_run.tries + 1, started_at = :now,
          error = case when schedule_run.tries > 0
            then coalesce(schedule_run.error, :stopped) else schedule_run.error end
        from (select r.deployment_id, r.id from schedule_run r
                join deployment d on d.id = r.deployment_id and d.live_release_id = r.release_id
               where r.state = 'waiting' and r.try_at <= :now
               order by r.due_at, r.id limit :most
               for update of r skip locked) due
       where schedule_run.deployment_id = due.deployment_id and schedule_run.id = due.id
      returning schedule_run.deployment_id, schedule_run.id, release_id, trigger_name, due_at,
        tries""";

  private static final String ONE =
      " where deployment_id = ? and id = ? and state = 'waiting' and tries = ?";

  private static final String STOPPED = "A server stopped in the middle of it, and it ran again.";

  private final JdbcClient jdbc;

  PgScheduleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Key, Instant> decided(Collection<UUID> deployments) {
    var decided = new HashMap<Key, Instant>();
    jdbc.sql(
            """
            select deployment_id, trigger_name, decided_to from schedule
             where deployment_id = any (?::text[]::uuid[])""")
        .param(texts(deployments))
        .query(
            row -> {
              decided.put(
                  new Key(
                      row.getObject("deployment_id", UUID.class), row.getString("trigger_name")),
                  PgTime.read(row, "decided_to"));
            });
    return decided;
  }

  @Override
  public void decide(
      Key schedule, UUID release, Optional<Instant> seen, List<Planned> runs, Instant now) {
    jdbc.sql(DECIDE)
        .param("deployment", schedule.deployment())
        .param("trigger", schedule.trigger())
        .param("release", release)
        .param("seen", seen.map(PgTime::of).orElse(null))
        .param("to", PgTime.of(runs.getLast().due()))
        .param("now", PgTime.of(now))
        .param("ids", texts(runs.stream().map(Planned::id).toList()))
        .param("dues", texts(runs.stream().map(Planned::due).toList()))
        .param("missed", texts(runs.stream().map(Planned::missed).toList()))
        .param("runs", texts(runs.stream().map(Planned::runs).toList()))
        .update();
  }

  @Override
  public void supersede(Instant now) {
    jdbc.sql(SUPERSEDE).param("now", PgTime.of(now)).update();
  }

  @Override
  public List<Due> take(Instant now, Instant leaseUntil, int most) {
    return jdbc.sql(TAKE)
        .param("now", PgTime.of(now))
        .param("lease", PgTime.of(leaseUntil))
        .param("stopped", STOPPED)
        .param("most", most)
        .query(
            (row, _) ->
                new Due(
                    row.getObject("deployment_id", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getObject("release_id", UUID.class),
                    row.getString("trigger_name"),
                    PgTime.read(row, "due_at"),
                    row.getInt("tries")))
        .list();
  }

  @Override
  public boolean ran(Due run, UUID journey, Optional<String> error, Instant now) {
    return jdbc.sql(
                """
                update schedule_run set state = 'ran', journey_id = ?, ended_at = ?,
                    error = coalesce(?, error)
                """
                    + ONE)
            .param(journey)
            .param(PgTime.of(now))
            .param(error.orElse(null))
            .param(run.deployment())
            .param(run.id())
            .param(run.tries())
            .update()
        == 1;
  }

  @Override
  public void again(Due run, Instant at, String why) {
    jdbc.sql("update schedule_run set try_at = ?, error = ?" + ONE)
        .params(PgTime.of(at), why, run.deployment(), run.id(), run.tries())
        .update();
  }

  @Override
  public void dead(Due run, Instant now, String why) {
    jdbc.sql(
            PgAlarms.withDeadRun(
                "update schedule_run set state = 'dead', ended_at = ?, error = ?" + ONE,
                "SCHEDULE_DEAD"))
        .params(PgTime.of(now), why, run.deployment(), run.id(), run.tries(), PgTime.of(now))
        .update();
  }
}
