package dev.wayfare.runtime;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.SealException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks in PostgreSQL, taken with `for update skip locked` and a lease: the lease is the due time
/// moved on.
final class PgAskStore implements AskStore {
  private static final String TAKE =
      """
      update ask set due_at = :lease, tries = ask.tries + 1
        from (select deployment_id, journey_id, key from ask
               where due_at <= :now and dead_at is null
               order by due_at limit :most
               for update skip locked) due
       where ask.deployment_id = due.deployment_id and ask.journey_id = due.journey_id
         and ask.key = due.key
      returning ask.deployment_id, ask.journey_id, ask.key, request, tries""";

  private static final String ONE = " where deployment_id = ? and journey_id = ? and key = ?";

  private final JdbcClient jdbc;
  private final AskSeal seal;

  PgAskStore(JdbcClient jdbc, AskSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  @Override
  public List<Due> take(Instant now, Instant leaseUntil, int most) {
    var rows =
        jdbc.sql(TAKE)
            .param("now", PgTime.of(now))
            .param("lease", PgTime.of(leaseUntil))
            .param("most", most)
            .query(
                (row, _) ->
                    new Sealed(
                        row.getObject("deployment_id", UUID.class),
                        row.getObject("journey_id", UUID.class),
                        row.getString("key"),
                        row.getBytes("request"),
                        row.getInt("tries")))
            .list();
    var opened = new ArrayList<Due>();
    for (var row : rows) {
      try {
        var request = seal.open(row.journey(), row.key(), row.request());
        opened.add(
            new Due(row.deployment(), row.journey(), row.key(), request, leaseUntil, row.tries()));
      } catch (SealException lost) {
        bury(row.deployment(), row.journey(), row.key(), now, "Its request cannot be opened.");
      }
    }
    return opened;
  }

  private record Sealed(UUID deployment, UUID journey, String key, byte[] request, int tries) {}

  @Override
  public boolean renew(Due ask, Instant leaseUntil) {
    return jdbc.sql("update ask set due_at = ?" + ONE + " and due_at = ?")
            .params(
                PgTime.of(leaseUntil),
                ask.deployment(),
                ask.journey(),
                ask.key(),
                PgTime.of(ask.leaseUntil()))
            .update()
        == 1;
  }

  @Override
  public void drop(Due ask) {
    jdbc.sql("delete from ask" + ONE).params(ask.deployment(), ask.journey(), ask.key()).update();
  }

  @Override
  public void again(Due ask, Instant due, String why) {
    jdbc.sql("update ask set due_at = ?, error = ?" + ONE)
        .params(PgTime.of(due), why, ask.deployment(), ask.journey(), ask.key())
        .update();
  }

  @Override
  public void dead(Due ask, Instant now, String why) {
    bury(ask.deployment(), ask.journey(), ask.key(), now, why);
  }

  private void bury(UUID deployment, UUID journey, String key, Instant now, String why) {
    jdbc.sql(PgAlarms.withDeadLetter("update ask set dead_at = ?, error = ?" + ONE, "ASK_DEAD"))
        .params(PgTime.of(now), why, deployment, journey, key, PgTime.of(now))
        .update();
  }
}
