package dev.wayfare.runtime;

import dev.wayfare.db.PgTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Timers in PostgreSQL, taken with `for update skip locked` and a lease: the lease is the due time
/// moved on.
final class PgTimerStore implements TimerStore {
  private static final String TAKE =
      """
      update timer set due_at = :lease, tries = timer.tries + 1
        from (select deployment_id, journey_id, name from timer
               where due_at <= :now and dead_at is null
               order by due_at limit :most
               for update skip locked) due
       where timer.deployment_id = due.deployment_id and timer.journey_id = due.journey_id
         and timer.name = due.name
      returning timer.deployment_id, timer.journey_id, timer.name, set_for, tries""";

  private static final String ONE =
      " where deployment_id = ? and journey_id = ? and name = ? and set_for = ?";

  private final JdbcClient jdbc;

  PgTimerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Due> take(Instant now, Instant leaseUntil, int most) {
    return jdbc.sql(TAKE)
        .param("now", PgTime.of(now))
        .param("lease", PgTime.of(leaseUntil))
        .param("most", most)
        .query(
            (row, _) ->
                new Due(
                    row.getObject("deployment_id", UUID.class),
                    row.getObject("journey_id", UUID.class),
                    row.getString("name"),
                    PgTime.read(row, "set_for"),
                    row.getInt("tries")))
        .list();
  }

  @Override
  public void drop(Due timer) {
    jdbc.sql("delete from timer" + ONE)
        .params(timer.deployment(), timer.journey(), timer.name(), PgTime.of(timer.setFor()))
        .update();
  }

  @Override
  public void again(Due timer, Instant due, String why) {
    jdbc.sql("update timer set due_at = ?, error = ?" + ONE)
        .params(
            PgTime.of(due),
            why,
            timer.deployment(),
            timer.journey(),
            timer.name(),
            PgTime.of(timer.setFor()))
        .update();
  }

  @Override
  public void dead(Due timer, Instant now, String why) {
    jdbc.sql(PgAlarms.withDeadLetter("update timer set dead_at = ?, error = ?" + ONE, "TIMER_DEAD"))
        .params(
            PgTime.of(now),
            why,
            timer.deployment(),
            timer.journey(),
            timer.name(),
            PgTime.of(timer.setFor()),
            PgTime.of(now))
        .update();
  }
}
