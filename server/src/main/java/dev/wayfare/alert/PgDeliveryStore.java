package dev.wayfare.alert;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Messages on their way to notifiers. Of each notifier one at a time and in order, so that one
/// that does not answer is asked once and not by everything that waits for it.
final class PgDeliveryStore {
  private static final String ADD =
      """
      insert into alert_delivery
          (id, alert_id, notifier_id, message, state, tries, due_at, made_at)
        values (:id, :alert, :notifier, cast(:message as jsonb), 'waiting', :tries, :due, :now)""";

  /// What has not left yet and nobody is sending.
  private static final String REPLACED =
      """
      with gone as (
        delete from alert_delivery
         where alert_id = :alert and notifier_id = :notifier and state = 'waiting'
           and (leased_until is null or leased_until <= :now)
        returning *)
      select * from gone order by id""";

  private static final String TAKE =
      """
      update alert_delivery set leased_until = :lease, tries = alert_delivery.tries + 1
        from (select d.id from alert_delivery d
                join notifier n on n.id = d.notifier_id
               where d.state = 'waiting' and d.due_at <= :now
                 and (d.leased_until is null or d.leased_until <= :now)
                 and (n.shut_until is null or n.shut_until <= :now)
                 and not exists (select 1 from alert_delivery earlier
                                  where earlier.notifier_id = d.notifier_id
                                    and earlier.state = 'waiting' and earlier.id < d.id)
               order by d.due_at limit :most
               for update of d skip locked) due
       where alert_delivery.id = due.id
      returning alert_delivery.*""";

  private final JdbcClient sql;
  private final JsonMapper json;
  private final Ids ids;

  PgDeliveryStore(JdbcClient sql, JsonMapper json, Ids ids) {
    this.sql = sql;
    this.json = json;
    this.ids = ids;
  }

  /// @param tries with this one, once it is taken
  record Delivery(UUID id, UUID alert, UUID notifier, Message message, int tries, Instant due) {}

  /// Takes the place of what waits for this notifier about the same alert; a pause that one of
  /// them is in goes on.
  void add(UUID alert, UUID notifier, Message message, Instant now) {
    var whole = message;
    var tries = 0;
    var due = now;
    for (var waiting : replaced(alert, notifier, now)) {
      whole = whole.insteadOf(waiting.message());
      tries = Math.max(tries, waiting.tries());
      due = waiting.due().isAfter(due) ? waiting.due() : due;
    }
    sql.sql(ADD)
        .param("id", ids.next())
        .param("alert", alert)
        .param("notifier", notifier)
        .param("message", json.writeValueAsString(whole))
        .param("tries", tries)
        .param("due", PgTime.of(due))
        .param("now", PgTime.of(now))
        .update();
  }

  private List<Delivery> replaced(UUID alert, UUID notifier, Instant now) {
    return sql.sql(REPLACED)
        .param("alert", alert)
        .param("notifier", notifier)
        .param("now", PgTime.of(now))
        .query(this::delivery)
        .list();
  }

  List<Delivery> take(Instant now, Instant leaseUntil, int most) {
    return sql.sql(TAKE)
        .param("now", PgTime.of(now))
        .param("lease", PgTime.of(leaseUntil))
        .param("most", most)
        .query(this::delivery)
        .list();
  }

  void sent(Delivery delivery, Instant now) {
    end(delivery, "sent", now, "");
  }

  void dead(Delivery delivery, Instant now, String why) {
    end(delivery, "dead", now, why);
  }

  private void end(Delivery delivery, String state, Instant now, String why) {
    sql.sql(
            """
            update alert_delivery
               set state = ?, ended_at = ?, error = nullif(?, ''), leased_until = null
             where id = ?""")
        .params(state, PgTime.of(now), why, delivery.id())
        .update();
  }

  void again(Delivery delivery, Instant due, String why) {
    sql.sql("update alert_delivery set due_at = ?, error = ?, leased_until = null where id = ?")
        .params(PgTime.of(due), why, delivery.id())
        .update();
  }

  int forget(Instant before) {
    return sql.sql("delete from alert_delivery where state <> 'waiting' and made_at < ?")
        .param(PgTime.of(before))
        .update();
  }

  private Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("alert_id", UUID.class),
        row.getObject("notifier_id", UUID.class),
        json.readValue(row.getString("message"), Message.class),
        row.getInt("tries"),
        PgTime.read(row, "due_at"));
  }
}
