package dev.wayfare.alert;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What turns have noted and others have raised, until it is counted.
final class PgEventStore {
  private static final String TAKE =
      """
      with taken as (
        delete from alert_event e using (
            select deployment_id, id from alert_event order by id limit :most) first
          where e.deployment_id = first.deployment_id and e.id = first.id
        returning e.*)
      select * from taken order by id""";

  private static final String RAISE =
      """
      insert into alert_raised
          (organization_id, kind, mark, deployment_id, text, link, over, at)
        values (:organization, :kind, :mark, :deployment, :text, :link, :over, :at)""";

  private static final String TAKE_RAISED =
      """
      with taken as (
        delete from alert_raised r using (
            select organization_id, id from alert_raised order by id limit :most) first
          where r.organization_id = first.organization_id and r.id = first.id
        returning r.*)
      select t.*, coalesce(a.name, '') as app, coalesce(p.name, '') as profile
        from taken t
        left join deployment d
          on d.id = t.deployment_id and d.organization_id = t.organization_id
        left join app a on a.id = d.app_id
        left join profile p on p.id = d.profile_id
       order by t.id""";

  private static final String DEPLOYMENT =
      """
      select d.id from deployment d
        join app a on a.id = d.app_id
        join profile p on p.id = d.profile_id
       where d.organization_id = :organization and a.name = :app and p.name = :profile""";

  private final JdbcClient sql;

  PgEventStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Noted by a turn, or when something of a journey was given up.
  record Event(
      UUID deployment,
      AlertKind kind,
      String code,
      String flow,
      String step,
      int times,
      UUID release,
      Optional<UUID> journey,
      int turn,
      Instant at) {}

  /// Raised, or said to be over, with what its deployment is called.
  record Raise(Raised raised, boolean over, String app, String profile, Instant at) {}

  List<Event> take(int most) {
    return sql.sql(TAKE)
        .param("most", most)
        .query(
            (row, _) ->
                new Event(
                    row.getObject("deployment_id", UUID.class),
                    AlertKind.of(row.getString("kind")),
                    row.getString("code"),
                    row.getString("flow"),
                    row.getString("step"),
                    row.getInt("times"),
                    row.getObject("release_id", UUID.class),
                    Optional.ofNullable(row.getObject("journey_id", UUID.class)),
                    row.getInt("turn"),
                    PgTime.read(row, "at")))
        .list();
  }

  void add(Raised raised, boolean over, Instant at) {
    sql.sql(RAISE)
        .param("organization", raised.organization().value())
        .param("kind", raised.kind().word())
        .param("mark", raised.mark())
        .param("deployment", raised.deployment().orElse(null), Types.OTHER)
        .param("text", raised.text())
        .param("link", raised.link())
        .param("over", over)
        .param("at", PgTime.of(at))
        .update();
  }

  List<Raise> takeRaised(int most) {
    return sql.sql(TAKE_RAISED)
        .param("most", most)
        .query(
            (row, _) ->
                new Raise(
                    new Raised(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        AlertKind.of(row.getString("kind")),
                        row.getString("mark"),
                        Optional.ofNullable(row.getObject("deployment_id", UUID.class)),
                        row.getString("text"),
                        row.getString("link")),
                    row.getBoolean("over"),
                    row.getString("app"),
                    row.getString("profile"),
                    PgTime.read(row, "at")))
        .list();
  }

  /// Where an app stands under a profile, by their names.
  Optional<UUID> deployment(OrganizationId organization, String app, String profile) {
    return sql.sql(DEPLOYMENT)
        .param("organization", organization.value())
        .param("app", app)
        .param("profile", profile)
        .query(UUID.class)
        .optional();
  }
}
