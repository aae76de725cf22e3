package dev.wayfare.runtime;

import dev.wayfare.channel.DeliveryReport;
import dev.wayfare.channel.DeliveryState;
import dev.wayfare.db.PgTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The outbox in PostgreSQL, taken with `for update skip locked` and a lease.
final class PgOutboxStore implements OutboxStore {
  private static final String TAKE =
      """
      update outbox set due_at = :lease, tries = outbox.tries + 1
        from (select o.deployment_id, o.id from outbox o
               where o.state = 'waiting' and o.due_at <= :now
                 and not exists (select 1 from outbox earlier
                                  where earlier.deployment_id = o.deployment_id
                                    and earlier.recipient = o.recipient
                                    and earlier.state = 'waiting' and earlier.id < o.id)
               order by o.due_at limit :most
               for update skip locked) due
       where outbox.deployment_id = due.deployment_id and outbox.id = due.id
      returning outbox.deployment_id, outbox.id, sender, recipient, body, tries,
        exists (select 1 from opt_out s
                 where s.deployment_id = outbox.deployment_id and s.number = sender
                   and s.phone = recipient) as opted_out""";

  private static final String DELIVERED =
      """
      update outbox set delivery = :state, error = coalesce(:error, error)
       where provider_id = :id and carrier = :carrier
         and (delivery is null or delivery = any (:earlier::text[]))""";

  private static final String DEAD =
      """
      update outbox set state = 'dead', error = ?
       where deployment_id = ? and id = ? and state = 'waiting'""";

  private final JdbcClient jdbc;

  PgOutboxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Waiting> take(Instant now, Instant leaseUntil, int most) {
    return jdbc.sql(TAKE)
        .param("now", PgTime.of(now))
        .param("lease", PgTime.of(leaseUntil))
        .param("most", most)
        .query(
            (row, _) ->
                new Waiting(
                    row.getObject("deployment_id", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getString("sender"),
                    row.getString("recipient"),
                    row.getString("body"),
                    row.getInt("tries"),
                    row.getBoolean("opted_out")))
        .list();
  }

  @Override
  public void sent(Waiting text, String carrier, String providerId) {
    jdbc.sql(
            """
            update outbox set state = 'sent', carrier = ?, provider_id = ?, error = null
             where deployment_id = ? and id = ?""")
        .params(carrier, providerId, text.deployment(), text.id())
        .update();
  }

  @Override
  public void again(Waiting text, Instant due, String why) {
    jdbc.sql(
            """
            update outbox set due_at = ?, error = ?
             where deployment_id = ? and id = ? and state = 'waiting'""")
        .params(PgTime.of(due), why, text.deployment(), text.id())
        .update();
  }

  @Override
  public void dead(Waiting text, Instant now, String why) {
    jdbc.sql(PgAlarms.withDeadLetter(DEAD, "TEXT_DEAD"))
        .params(why, text.deployment(), text.id(), PgTime.of(now))
        .update();
  }

  @Override
  public void unwanted(Waiting text, String why) {
    jdbc.sql(DEAD).params(why, text.deployment(), text.id()).update();
  }

  @Override
  public void delivered(DeliveryReport report) {
    jdbc.sql(DELIVERED)
        .param("state", word(report.state()))
        .param("error", report.errorCode().orElse(null))
        .param("id", report.providerId())
        .param("carrier", report.carrier())
        .param(
            "earlier",
            Arrays.stream(DeliveryState.values())
                .filter(state -> state.yieldsTo(report.state()))
                .map(PgOutboxStore::word)
                .toArray(String[]::new))
        .update();
  }

  private static String word(DeliveryState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
