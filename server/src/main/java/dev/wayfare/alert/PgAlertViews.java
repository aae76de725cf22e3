package dev.wayfare.alert;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Alerts as people look at them.
final class PgAlertViews {
  private static final String LIST =
      PgAlertStore.COLUMNS
          + """
             where l.organization_id = :organization
               and (:before::uuid is null or l.id < :before::uuid)
               and (:state::text is null or l.state = :state::text)
               and (:app::text is null or a.name = :app::text)
               and (:profile::text is null or p.name = :profile::text)
             order by l.id desc limit :most""";

  /// The last message for each notifier.
  private static final String DELIVERIES =
      """
      select distinct on (d.alert_id, d.notifier_id) d.alert_id, d.notifier_id, n.name,
             d.message ->> 'news' as news, d.state, d.tries, d.made_at, d.ended_at, d.due_at, d.error
        from alert_delivery d
        join notifier n on n.id = d.notifier_id
       where d.alert_id = any (:alerts::text[]::uuid[])
       order by d.alert_id, d.notifier_id, d.id desc""";

  private final JdbcClient sql;

  PgAlertViews(JdbcClient sql) {
    this.sql = sql;
  }

  /// Which alerts: all that are given must fit.
  record Filter(Optional<String> state, Optional<String> app, Optional<String> profile) {}

  /// How the last message for a notifier got on.
  record Sent(
      UUID notifier,
      String name,
      String news,
      String state,
      int tries,
      Instant madeAt,
      Optional<Instant> endedAt,
      Optional<Instant> nextTryAt,
      Optional<String> error) {}

  /// Newest first: those that were first seen last.
  List<Alert> list(OrganizationId organization, Filter filter, Optional<UUID> before, int most) {
    return sql.sql(LIST)
        .param("organization", organization.value())
        .param("before", before.orElse(null))
        .param("state", filter.state().orElse(null))
        .param("app", filter.app().orElse(null))
        .param("profile", filter.profile().orElse(null))
        .param("most", most)
        .query(PgAlertStore::alert)
        .list();
  }

  Map<UUID, List<Sent>> sent(Collection<UUID> alerts) {
    var sent = new HashMap<UUID, List<Sent>>();
    sql.sql(DELIVERIES)
        .param("alerts", PgNotifierStore.texts(alerts))
        .query(
            row -> {
              sent.computeIfAbsent(row.getObject("alert_id", UUID.class), _ -> new ArrayList<>())
                  .add(sent(row));
            });
    return sent;
  }

  private static Sent sent(ResultSet row) throws SQLException {
    var state = row.getString("state");
    return new Sent(
        row.getObject("notifier_id", UUID.class),
        row.getString("name"),
        row.getString("news"),
        state,
        row.getInt("tries"),
        PgTime.read(row, "made_at"),
        PgTime.readIfAny(row, "ended_at"),
        PgTime.readIfAny(row, "due_at").filter(_ -> state.equals("waiting")),
        Optional.ofNullable(row.getString("error")));
  }
}
