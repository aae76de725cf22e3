package dev.wayfare.resource;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Environments in PostgreSQL.
final class PgEnvironmentStore {

  private static final String LIST =
      """
      select id, name, position from environment
       where organization_id = :organization
       order by position, id""";

  private static final String ADD =
      """
      insert into environment (id, organization_id, name, position, created_at)
      select :id, :organization, :name, coalesce(max(position), 0) + 1, :now
        from environment where organization_id = :organization
      returning id, name, position""";

  private static final String MAKE_READY =
      """
      insert into environment (id, organization_id, name, position, created_at)
      values (:id, :organization, :name, :position, :now)
      on conflict do nothing""";

  private static final String ADD_SIMULATOR =
      """
      insert into connected_account
        (id, organization_id, environment_id, kind, name, settings, created_at)
      select :id, organization_id, id, 'simulator', 'Simulator', '{}', :now
        from environment where id = :environment
      on conflict do nothing""";

  private final JdbcClient sql;
  private final Ids ids;
  private final InstantSource clock;

  PgEnvironmentStore(JdbcClient sql, Ids ids, InstantSource clock) {
    this.sql = sql;
    this.ids = ids;
    this.clock = clock;
  }

  List<Environment> list(OrganizationId organization) {
    return sql.sql(LIST)
        .param("organization", organization.value())
        .query(
            (row, _) ->
                new Environment(
                    row.getObject("id", UUID.class), row.getString("name"), row.getInt("position")))
        .list();
  }

  /// Two processes may do this at the same moment: the names decide, and both find the same.
  void makeReady(OrganizationId organization, List<String> names) {
    for (var i = 0; i < names.size(); i++) {
      var id = ids.next();
      var made =
          sql.sql(MAKE_READY)
              .param("id", id)
              .param("organization", organization.value())
              .param("name", names.get(i))
              .param("position", i + 1)
              .param("now", PgTime.of(clock.instant()))
              .update();
      if (made == 1) {
        addSimulator(id);
      }
    }
  }

  Environment add(OrganizationId organization, String name) {
    var made =
        sql.sql(ADD)
            .param("id", ids.next())
            .param("organization", organization.value())
            .param("name", name)
            .param("now", PgTime.of(clock.instant()))
            .query(
                (row, _) ->
                    new Environment(row.getObject("id", UUID.class), name, row.getInt("position")))
            .single();
    addSimulator(made.id());
    return made;
  }

  private void addSimulator(UUID environment) {
    sql.sql(ADD_SIMULATOR)
        .param("id", ids.next())
        .param("environment", environment)
        .param("now", PgTime.of(clock.instant()))
        .update();
  }
}
