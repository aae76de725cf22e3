package dev.wayfare.publish;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.publish.RoutingTable.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the routing table is made of, in PostgreSQL.
final class PgRoutingStore {

  private static final String CHANGE = "select coalesce(max(change), 0) from routing";

  /// The number and the rows in one statement: they are of the same moment.
  private static final String ROWS =
      """
      select n.change, d.id as deployment, d.live_release_id as release,
             d.organization_id as organization, a.name as app, a.title, p.name as profile,
             e.name as environment, d.live_since,
             array(select l.address from live_resource l where l.deployment_id = d.id) as held
        from (select coalesce(max(change), 0) as change from routing) n
        left join (deployment d
                   join app a on a.id = d.app_id
                   join profile p on p.id = d.profile_id
                   join environment e on e.id = p.environment_id)
          on d.live_release_id is not null
       order by a.name, p.name""";

  private static final String MANIFESTS = "select id, manifest from release where id in (:ids)";

  /// The newest release of the deployment that this generated link was made for.
  private static final String LINKED =
      """
      select r.id
        from starting_link l
        join release r on r.deployment_id = l.deployment_id
       where l.id = :word
       order by r.number desc
       limit 1""";

  /// The newest release of a deployment whose settings name this route: live once, and not now.
  private static final String ROUTED =
      """
      select r.id
        from resource o
        join slot_binding b on b.resource_id = o.id
        join deployment d on d.profile_id = b.profile_id
        join release r on r.deployment_id = d.id
       where o.kind = 'route' and o.address = :address
         and (o.domain_id is null
              or exists (select 1 from domain v
                          where v.resource_id = o.domain_id and v.state = 'verified'))
       order by r.published_at desc, r.number desc
       limit 1""";

  private static final String SEALED =
      """
      select r.id, r.number, r.deployment_id, r.version, r.manifest, d.organization_id, r.app_id,
             a.name as app, p.name as profile
        from release r
        join deployment d on d.id = r.deployment_id
        join app a on a.id = r.app_id
        join profile p on p.id = d.profile_id
       where r.id = :id""";

  private final JdbcClient sql;

  PgRoutingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Channels that only answer with a message, also those whose time is over.
  Map<UUID, Map<Pause.Channel, Pause>> pauses() {
    return new PgPauses(sql).all();
  }

  record Rows(long change, List<Row> rows) {}

  /// A release as it is kept.
  record Kept(
      UUID id,
      int number,
      UUID deployment,
      UUID organization,
      UUID app,
      String appName,
      String profile,
      int version,
      Manifest manifest) {}

  long change() {
    return sql.sql(CHANGE).query(Long.class).single();
  }

  Rows rows() {
    var rows = new ArrayList<Row>();
    var change = new long[1];
    sql.sql(ROWS)
        .query(
            row -> {
              change[0] = row.getLong("change");
              var deployment = row.getObject("deployment", UUID.class);
              if (deployment != null) {
                rows.add(
                    new Row(
                        deployment,
                        row.getObject("release", UUID.class),
                        new OrganizationId(row.getObject("organization", UUID.class)),
                        row.getString("app"),
                        row.getString("title"),
                        row.getString("profile"),
                        row.getString("environment"),
                        PgTime.read(row, "live_since"),
                        Set.of((String[]) row.getArray("held").getArray())));
              }
            });
    return new Rows(change[0], List.copyOf(rows));
  }

  Map<UUID, Manifest> manifests(Collection<UUID> releases) {
    var manifests = new HashMap<UUID, Manifest>();
    if (!releases.isEmpty()) {
      sql.sql(MANIFESTS)
          .param("ids", releases)
          .query(
              row -> {
                manifests.put(
                    row.getObject("id", UUID.class), ManifestJson.read(row.getString("manifest")));
              });
    }
    return manifests;
  }

  Optional<UUID> lastByLink(String word) {
    return sql.sql(LINKED).param("word", word).query(UUID.class).optional();
  }

  Optional<UUID> lastByRoute(String address) {
    return sql.sql(ROUTED).param("address", address).query(UUID.class).optional();
  }

  Optional<UUID> marked(byte[] hash) {
    return sql.sql("select release_id from release_progress where mark_hash = :hash")
        .param("hash", hash)
        .query(UUID.class)
        .optional();
  }

  Optional<Kept> release(UUID id) {
    return sql.sql(SEALED)
        .param("id", id)
        .query(
            (row, _) ->
                new Kept(
                    id,
                    row.getInt("number"),
                    row.getObject("deployment_id", UUID.class),
                    row.getObject("organization_id", UUID.class),
                    row.getObject("app_id", UUID.class),
                    row.getString("app"),
                    row.getString("profile"),
                    row.getInt("version"),
                    ManifestJson.read(row.getString("manifest"))))
        .optional();
  }
}
