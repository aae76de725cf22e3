package dev.wayfare.record;

import dev.wayfare.db.PgTime;
import dev.wayfare.flow.RecordType;
import dev.wayfare.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ConcurrentLruCache;

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

  private static final String SHELF =
      """
      select id, name, environment_id, revision, shape from record_shelf
      """;

  private static final String OWN = SHELF + "where deployment_id = :deployment and name = :name";

  private static final String SHARED =
      SHELF
          + """
             where deployment_id is null and organization_id = :organization
               and environment_id = :environment and name = :name""";

  private static final String OF_DEPLOYMENT =
      SHELF
          + """
             where deployment_id = :deployment
                or (deployment_id is null and organization_id = :organization)
             order by name, id""";

  private static final String ADD =
      """
      insert into record_shelf
        (id, organization_id, deployment_id, environment_id, name, shape, created_at)
      values (:id, :organization,
              case when :shared then null else cast(:deployment as uuid) end,
              case when :shared then cast(:environment as uuid) end,
              :name, :shape, :now)
      on conflict do nothing""";

  private static final int REMEMBERED = 1_000;

  private final JdbcClient sql;
  private final Ids ids;
  private final ConcurrentLruCache<String, Shape> shapes =
      new ConcurrentLruCache<>(REMEMBERED, ShapeText::read);
  private final Map<Name, Shelf> remembered = Collections.synchronizedMap(new Latest());

  /// Where a type's records stand: `owner` is the deployment, or the environment that shares them.
  private record Name(UUID owner, String type) {
    static Name of(RecordPlace place, RecordType type) {
      return new Name(type.shared() ? place.environment() : place.deployment(), type.name());
    }
  }

  private static final class Latest extends LinkedHashMap<Name, Shelf> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Name, Shelf> eldest) {
      return size() > REMEMBERED;
    }
  }

  PgShelves(JdbcClient sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /// Where records of this type stand: the app's own, or those of the environment.
  Optional<Shelf> find(RecordPlace place, RecordType type, Lock lock) {
    return (type.shared()
            ? sql.sql(SHARED + lock.sql)
                .param("organization", place.organization())
                .param("environment", place.environment())
            : sql.sql(OWN + lock.sql).param("deployment", place.deployment()))
        .param("name", type.name())
        .query(this::shelf)
        .optional();
  }

  /// The shelf as this process saw it last; its revision tells whether that is still so.
  Optional<Shelf> remembered(RecordPlace place, RecordType type) {
    return Optional.ofNullable(remembered.get(Name.of(place, type)));
  }

  void remember(RecordPlace place, RecordType type, Shelf shelf) {
    remembered.put(Name.of(place, type), shelf);
  }

  /// The shelf, made now if there is none.
  Shelf open(RecordPlace place, RecordType type, Lock lock, Instant now) {
    return find(place, type, lock)
        .orElseGet(
            () -> {
              add(place, type, Shape.NONE.with(place.deployment(), type), now);
              return find(place, type, lock).orElseThrow();
            });
  }

  private void add(RecordPlace place, RecordType type, Shape shape, Instant now) {
    sql.sql(ADD)
        .param("id", ids.next())
        .param("organization", place.organization())
        .param("deployment", place.deployment())
        .param("environment", place.environment())
        .param("shared", type.shared())
        .param("name", type.name())
        .param("shape", ShapeText.write(shape))
        .param("now", PgTime.of(now))
        .update();
  }

  /// The shelf as it is now.
  Shelf locked(UUID id, Lock lock) {
    return sql.sql(SHELF + "where id = :id" + lock.sql).param("id", id).query(this::shelf).single();
  }

  void reshape(Shelf shelf) {
    sql.sql("update record_shelf set shape = :shape, revision = revision + 1 where id = :id")
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
        .query(this::shelf)
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

  private Shelf shelf(ResultSet row, int number) throws SQLException {
    return new Shelf(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Optional.ofNullable(row.getObject("environment_id", UUID.class)),
        row.getInt("revision"),
        shapes.get(row.getString("shape")));
  }
}
