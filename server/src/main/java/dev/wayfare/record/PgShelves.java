package dev.wayfare.record;

import dev.wayfare.db.PgTime;
import dev.wayfare.flow.RecordType;
import dev.wayfare.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The shelves. Whoever writes records holds a shelf's row in share until the commit; whoever
/// changes its shape waits for them, and they for it.
final class PgShelves {
  enum Lock {
    NONE(""),
    TO_WRITE(" for key share"),
    TO_RESHAPE(" for update");

    private final String sql;

    Lock(String sql) {
      this.sql = sql;
    }
  }

  private static final String OWN =
      """
      select id, name, deployment_id, shape from record_shelf
       where deployment_id = :deployment and name = :name""";

  private static final String SHARED =
      """
      select id, name, deployment_id, shape from record_shelf
       where deployment_id is null and organization_id = :organization and name = :name""";

  private static final String OF_DEPLOYMENT =
      """
      select id, name, deployment_id, shape from record_shelf
       where deployment_id = :deployment
          or (deployment_id is null and organization_id = :organization)
       order by name, id""";

  private static final String ADD =
      """
      insert into record_shelf (id, organization_id, deployment_id, name, shape, created_at)
      values (:id, :organization, case when :shared then null else cast(:deployment as uuid) end,
              :name, :shape, :now)
      on conflict do nothing""";

  private final JdbcClient sql;
  private final Ids ids;

  PgShelves(JdbcClient sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  Optional<Shelf> find(UUID organization, UUID deployment, String name, boolean shared, Lock lock) {
    return (shared
            ? sql.sql(SHARED + lock.sql).param("organization", organization)
            : sql.sql(OWN + lock.sql).param("deployment", deployment))
        .param("name", name)
        .query(PgShelves::shelf)
        .optional();
  }

  /// The shelf, made now if there is none.
  Shelf open(UUID organization, UUID deployment, RecordType type, Lock lock, Instant now) {
    return find(organization, deployment, type.name(), type.shared(), lock)
        .orElseGet(
            () -> {
              add(organization, deployment, type, Shape.NONE.with(deployment, type), now);
              return find(organization, deployment, type.name(), type.shared(), lock).orElseThrow();
            });
  }

  private void add(UUID organization, UUID deployment, RecordType type, Shape shape, Instant now) {
    sql.sql(ADD)
        .param("id", ids.next())
        .param("organization", organization)
        .param("deployment", deployment)
        .param("shared", type.shared())
        .param("name", type.name())
        .param("shape", ShapeText.write(shape))
        .param("now", PgTime.of(now))
        .update();
  }

  /// The shelf as it is now, for somebody who writes.
  Shelf locked(UUID id) {
    return sql.sql(
            "select id, name, deployment_id, shape from record_shelf where id = :id for key share")
        .param("id", id)
        .query(PgShelves::shelf)
        .single();
  }

  void reshape(Shelf shelf) {
    sql.sql("update record_shelf set shape = :shape where id = :id")
        .param("shape", ShapeText.write(shelf.shape()))
        .param("id", shelf.id())
        .update();
  }

  /// All that this deployment declares or declared.
  List<Shelf> of(UUID organization, UUID deployment) {
    return sql
        .sql(OF_DEPLOYMENT)
        .param("organization", organization)
        .param("deployment", deployment)
        .query(PgShelves::shelf)
        .list()
        .stream()
        .filter(shelf -> shelf.shape().declared().containsKey(deployment))
        .toList();
  }

  Optional<UUID> deployment(UUID profile) {
    return sql.sql("select id from deployment where profile_id = :profile")
        .param("profile", profile)
        .query(UUID.class)
        .optional();
  }

  private static Shelf shelf(ResultSet row, int number) throws SQLException {
    return new Shelf(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getObject("deployment_id") == null,
        ShapeText.read(row.getString("shape")));
  }
}
