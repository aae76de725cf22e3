package dev.wayfare.alert;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Alerts in PostgreSQL. Whoever counts is [#alone]: so nothing is counted twice or told twice.
final class PgAlertStore {
  static final String COLUMNS =
      """
      select l.*, coalesce(a.name, '') as app, coalesce(p.name, '') as profile
        from alert l
        left join deployment d on d.id = l.deployment_id
        left join app a on a.id = d.app_id
        left join profile p on p.id = d.profile_id
      """;

  private static final String ANYTHING =
      """
      select exists (select 1 from alert_event)
          or exists (select 1 from alert_raised)
          or exists (select 1 from alert where due_at <= :now)""";

  private static final String SAVE =
      """
      insert into alert (id, organization_id, fingerprint, kind, code, flow, step, deployment_id,
          text, link, state, first_seen_at, last_seen_at, opened_at, recovered_at, total, counted,
          window_until, due_at, first_version, first_release, last_version, last_release,
          last_journey_id, last_turn, notifiers, threshold)
        values (:id, :organization, :fingerprint, :kind, :code, :flow, :step, :deployment, :text,
          :link, :state, :firstSeen, :lastSeen, :opened, :recovered, :total, :counted, :window,
          :due, :firstVersion, :firstRelease, :lastVersion, :lastRelease, :journey, :turn,
          :notifiers::text[]::uuid[], :threshold)
      on conflict (id) do update
        set text = excluded.text, link = excluded.link, deployment_id = excluded.deployment_id,
            state = excluded.state, last_seen_at = excluded.last_seen_at,
            opened_at = excluded.opened_at, recovered_at = excluded.recovered_at,
            total = excluded.total, counted = excluded.counted,
            window_until = excluded.window_until, due_at = excluded.due_at,
            last_version = excluded.last_version, last_release = excluded.last_release,
            last_journey_id = excluded.last_journey_id, last_turn = excluded.last_turn,
            notifiers = excluded.notifiers, threshold = excluded.threshold""";

  /// Any number will do that nobody else in this database takes.
  private static final long COUNTING = 5_211_947_003L;

  private final JdbcClient sql;

  PgAlertStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Whether there is anything to count or to look at.
  boolean anything(Instant now) {
    return sql.sql(ANYTHING).param("now", PgTime.of(now)).query(Boolean.class).single();
  }

  /// Until the transaction ends. False: somebody else counts.
  boolean alone() {
    return sql.sql("select pg_try_advisory_xact_lock(?)")
        .param(COUNTING)
        .query(Boolean.class)
        .single();
  }

  /// Those whose moment has come.
  List<Alert> due(Instant now, int most) {
    return sql.sql(COLUMNS + " where l.due_at <= :now order by l.due_at limit :most")
        .param("now", PgTime.of(now))
        .param("most", most)
        .query(PgAlertStore::alert)
        .list();
  }

  Optional<Alert> find(OrganizationId organization, byte[] fingerprint) {
    return sql.sql(COLUMNS + " where l.organization_id = ? and l.fingerprint = ?")
        .params(organization.value(), fingerprint)
        .query(PgAlertStore::alert)
        .optional();
  }

  void save(Alert alert) {
    var what = alert.what();
    var standing = alert.standing();
    sql.sql(SAVE)
        .param("id", alert.id())
        .param("organization", alert.organization().value())
        .param("fingerprint", what.fingerprint())
        .param("kind", what.kind().word())
        .param("code", what.code())
        .param("flow", what.flow())
        .param("step", what.step())
        .param("deployment", what.deployment().orElse(null), Types.OTHER)
        .param("text", what.text())
        .param("link", what.link())
        .param("state", standing.state().word())
        .param("firstSeen", PgTime.of(standing.firstSeen()))
        .param("lastSeen", PgTime.of(standing.lastSeen()))
        .param("opened", orNull(standing.opened()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("recovered", orNull(standing.recovered()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("total", standing.total())
        .param("counted", standing.counted())
        .param("window", orNull(standing.windowUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("due", orNull(Grouping.due(standing, what.kind())), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("firstVersion", alert.first().version())
        .param("firstRelease", alert.first().release())
        .param("lastVersion", alert.last().version())
        .param("lastRelease", alert.last().release())
        .param("journey", alert.last().journey().orElse(null), Types.OTHER)
        .param("turn", alert.last().turn())
        .param("notifiers", PgNotifierStore.texts(alert.terms().notifiers()))
        .param("threshold", alert.terms().threshold())
        .update();
  }

  private static @Nullable OffsetDateTime orNull(Optional<Instant> moment) {
    return moment.map(PgTime::of).orElse(null);
  }

  static Alert alert(ResultSet row, int number) throws SQLException {
    return new Alert(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        new Alert.What(
            AlertKind.of(row.getString("kind")),
            row.getString("code"),
            row.getString("flow"),
            row.getString("step"),
            Optional.ofNullable(row.getObject("deployment_id", UUID.class)),
            row.getString("app"),
            row.getString("profile"),
            row.getString("text"),
            row.getString("link"),
            row.getBytes("fingerprint")),
        standing(row),
        new Alert.Sighting(
            row.getInt("first_version"), row.getInt("first_release"), Optional.empty(), 0),
        new Alert.Sighting(
            row.getInt("last_version"),
            row.getInt("last_release"),
            Optional.ofNullable(row.getObject("last_journey_id", UUID.class)),
            row.getInt("last_turn")),
        new Alert.Terms(
            Arrays.stream((Object[]) row.getArray("notifiers").getArray())
                .map(UUID.class::cast)
                .toList(),
            row.getInt("threshold")));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        Standing.State.of(row.getString("state")),
        PgTime.read(row, "first_seen_at"),
        PgTime.read(row, "last_seen_at"),
        PgTime.readIfAny(row, "opened_at"),
        PgTime.readIfAny(row, "recovered_at"),
        row.getLong("total"),
        row.getLong("counted"),
        PgTime.readIfAny(row, "window_until"));
  }
}
