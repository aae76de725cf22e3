package dev.wayfare.publish;

import dev.wayfare.app.NamedApp;
import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.resource.ResourceUses;
import dev.wayfare.resource.Use;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Versions, releases and what is live, in PostgreSQL, which holds the promises: one live release
/// in a deployment, one deployment for a resource, nothing sealed ever changed.
final class PgReleaseStore implements ReleaseStore, ResourceUses {
  static final int LINK_LENGTH = 21;

  private static final String ADD_DEPLOYMENT =
      """
      insert into deployment (id, organization_id, app_id, profile_id)
      values (:id, :organization, :app, :profile)
      on conflict (profile_id) do nothing""";

  private static final String DEPLOYMENT =
      "select id, live_release_id, live_since from deployment where profile_id = :profile";

  /// The rows are locked until the commit: a save, a change of settings and another publish wait.
  private static final String LOCK =
      """
      select d.live_release_id, a.revision as draft_revision, p.revision as profile_revision
        from deployment d
        join app a on a.id = d.app_id
        join profile p on p.id = d.profile_id
       where d.id = :deployment
         for no key update of d, a, p""";

  private static final String ADD_VERSION =
      """
      insert into version (app_id, number, hash, document, sealed_at)
      select :app, coalesce(max(number), 0) + 1, :hash, :document, :now
        from version where app_id = :app
      on conflict (app_id, hash) do nothing""";

  private static final String VERSION_NUMBER =
      "select number from version where app_id = :app and hash = :hash";

  private static final String ADD_LINK =
      """
      insert into starting_link (id, deployment_id, trigger_name)
      values (:id, :deployment, :trigger)
      on conflict (deployment_id, trigger_name) do nothing""";

  private static final String LINK =
      """
      select id from starting_link
       where deployment_id = :deployment and trigger_name = :trigger""";

  private static final String ADD =
      """
      insert into release (id, deployment_id, app_id, number, version, manifest, hash, note,
                           draft_revision, published_at, published_by)
      select :id, :deployment, :app, coalesce(max(number), 0) + 1, :version, :manifest, :hash,
             :note, :revision, :at, :by
        from release where deployment_id = :deployment""";

  private static final String FREE = "delete from live_resource where deployment_id = :deployment";

  private static final String CLAIM =
      """
      insert into live_resource (resource_id, address, deployment_id, slots)
      values (:resource, :address, :deployment, array[:slots])""";

  private static final String TAKE =
      """
      delete from live_resource l using deployment d
       where d.id = l.deployment_id and l.address in (:addresses)
         and d.organization_id = :organization and d.id <> :deployment
      returning l.resource_id""";

  private static final String FREE_SHARED =
      "delete from live_shared where deployment_id = :deployment";

  private static final String SHARE =
      """
      insert into live_shared (deployment_id, slot, account_id, resource_id)
      values (:deployment, :slot, :account, :resource)""";

  private static final String POINT =
      """
      update deployment
         set live_release_id = :release,
             live_since = case when cast(:release as uuid) is null then null
                               else cast(:now as timestamptz) end
       where id = :deployment""";

  private static final String HELD =
      """
      select l.address, l.deployment_id, array_to_string(l.slots, ', ') as slot, d.organization_id, a.name as app,
             p.name as profile
        from live_resource l
        join deployment d on d.id = l.deployment_id
        join app a on a.id = d.app_id
        join profile p on p.id = d.profile_id
      """;

  private static final String USED =
      """
      select a.name as app, p.name as profile, l.slot
        from (select deployment_id, array_to_string(slots, ', ') as slot from live_resource
               where resource_id = :used
              union all
              select deployment_id, slot from live_shared
               where resource_id = :used or account_id = :used) l
        join deployment d on d.id = l.deployment_id
        join app a on a.id = d.app_id
        join profile p on p.id = d.profile_id
       order by a.name, p.position, l.slot""";

  private static final String RELEASE =
      """
      select r.id, r.deployment_id, d.profile_id, r.number, r.version, r.hash, r.note,
             r.draft_revision, r.published_at, r.published_by,
             d.live_release_id is not distinct from r.id as live,
             g.kind, g.state, o.number as origin, b.version as base_version
        from release r
        join deployment d on d.id = r.deployment_id
        join release_progress g on g.release_id = r.id
        left join release o on o.id = g.origin_release_id
        left join release b on b.id = g.base_release_id
      """;

  private static final String FIND =
      RELEASE + " where d.organization_id = :organization and r.id = :id";

  private static final String LIST =
      RELEASE
          + """
             where d.profile_id = :profile and r.number < :before
             order by r.number desc
             limit :most""";

  private static final String VERSIONS =
      """
      select number, hash, sealed_at from version
       where app_id = :app and number < :before
       order by number desc
       limit :most""";

  private final JdbcClient sql;
  private final Ids ids;

  PgReleaseStore(JdbcClient sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  @Override
  public Deployment deployment(NamedApp app, UUID profile) {
    return findDeployment(profile)
        .orElseGet(
            () -> {
              sql.sql(ADD_DEPLOYMENT)
                  .param("id", ids.next())
                  .param("organization", app.organization().value())
                  .param("app", app.id())
                  .param("profile", profile)
                  .update();
              return findDeployment(profile).orElseThrow();
            });
  }

  @Override
  public Optional<Deployment> findDeployment(UUID profile) {
    return sql.sql(DEPLOYMENT)
        .param("profile", profile)
        .query(
            (row, _) ->
                new Deployment(
                    row.getObject("id", UUID.class),
                    Optional.ofNullable(row.getObject("live_release_id", UUID.class)),
                    PgTime.readIfAny(row, "live_since")))
        .optional();
  }

  @Override
  public Standing lock(UUID deployment) {
    return sql.sql(LOCK)
        .param("deployment", deployment)
        .query(
            (row, _) ->
                new Standing(
                    Optional.ofNullable(row.getObject("live_release_id", UUID.class)),
                    row.getInt("draft_revision"),
                    row.getInt("profile_revision")))
        .single();
  }

  @Override
  public int version(UUID app, String hash, String document, Instant now) {
    sql.sql(ADD_VERSION)
        .param("app", app)
        .param("hash", hash)
        .param("document", document)
        .param("now", PgTime.of(now))
        .update();
    return sql.sql(VERSION_NUMBER)
        .param("app", app)
        .param("hash", hash)
        .query(Integer.class)
        .single();
  }

  @Override
  public String startingLink(UUID deployment, String trigger) {
    sql.sql(ADD_LINK)
        .param("id", ids.word(LINK_LENGTH))
        .param("deployment", deployment)
        .param("trigger", trigger)
        .update();
    return sql.sql(LINK)
        .param("deployment", deployment)
        .param("trigger", trigger)
        .query(String.class)
        .single();
  }

  @Override
  public UUID add(UUID deployment, Sealing sealing) {
    var id = ids.next();
    sql.sql(ADD)
        .param("id", id)
        .param("deployment", deployment)
        .param("app", sealing.app())
        .param("version", sealing.version())
        .param("manifest", sealing.manifest())
        .param("hash", sealing.hash())
        .param("note", sealing.note())
        .param("revision", sealing.revision())
        .param("at", PgTime.of(sealing.at()))
        .param("by", sealing.by())
        .update();
    return id;
  }

  /// In the order of the addresses, so that two switches never wait for each other in a ring.
  @Override
  public void claim(UUID deployment, Map<String, Bound> bindings) {
    sql.sql(FREE).param("deployment", deployment).update();
    sql.sql(FREE_SHARED).param("deployment", deployment).update();
    var slots = new TreeMap<String, List<String>>();
    bindings.forEach(
        (slot, bound) ->
            bound
                .resource()
                .ifPresent(
                    _ -> slots.computeIfAbsent(bound.address(), _ -> new ArrayList<>()).add(slot)));
    slots.forEach(
        (address, names) ->
            sql.sql(CLAIM)
                .param(
                    "resource",
                    Objects.requireNonNull(bindings.get(names.getFirst())).resource().orElseThrow())
                .param("address", address)
                .param("deployment", deployment)
                .param("slots", names.stream().sorted().toList())
                .update());
    bindings.forEach(
        (slot, bound) -> bound.shared().ifPresent(shared -> share(deployment, slot, shared)));
  }

  private void share(UUID deployment, String slot, Bound.Shared shared) {
    sql.sql(SHARE)
        .param("deployment", deployment)
        .param("slot", slot)
        .param("account", shared.account().orElse(null), Types.OTHER)
        .param("resource", shared.resource().orElse(null), Types.OTHER)
        .update();
  }

  @Override
  public List<UUID> take(
      OrganizationId organization, UUID deployment, Collection<String> addresses) {
    return addresses.isEmpty()
        ? List.of()
        : sql.sql(TAKE)
            .param("addresses", addresses)
            .param("organization", organization.value())
            .param("deployment", deployment)
            .query((row, _) -> row.getObject("resource_id", UUID.class))
            .list();
  }

  @Override
  public Set<String> held(UUID deployment) {
    return sql.sql("select address from live_resource where deployment_id = :deployment")
        .param("deployment", deployment)
        .query((row, _) -> row.getString("address"))
        .set();
  }

  @Override
  public void pointTo(UUID deployment, Optional<UUID> release, Instant now) {
    sql.sql(POINT)
        .param("deployment", deployment)
        .param("release", release.orElse(null), Types.OTHER)
        .param("now", PgTime.of(now))
        .update();
  }

  @Override
  public List<Holder> holders(Collection<String> addresses) {
    return addresses.isEmpty()
        ? List.of()
        : sql.sql(HELD + " where l.address in (:addresses)")
            .param("addresses", addresses)
            .query(PgReleaseStore::holder)
            .list();
  }

  @Override
  public List<Use> of(UUID used) {
    return sql.sql(USED)
        .param("used", used)
        .query(
            (row, _) ->
                new Use(
                    row.getString("app"),
                    row.getString("profile"),
                    row.getString("slot"),
                    Use.Kind.LIVE))
        .list();
  }

  @Override
  public Optional<Release> release(OrganizationId organization, UUID id) {
    return sql.sql(FIND)
        .param("organization", organization.value())
        .param("id", id)
        .query(PgReleaseStore::release)
        .optional();
  }

  @Override
  public Optional<Release> release(UUID id) {
    return sql.sql(RELEASE + " where r.id = :id")
        .param("id", id)
        .query(PgReleaseStore::release)
        .optional();
  }

  @Override
  public Optional<Release> releaseOf(NamedApp app, UUID id) {
    return sql.sql(RELEASE + " where d.app_id = :app and r.id = :id")
        .param("app", app.id())
        .param("id", id)
        .query(PgReleaseStore::release)
        .optional();
  }

  @Override
  public List<Release> releases(UUID profile, int before, int most) {
    return sql.sql(LIST)
        .param("profile", profile)
        .param("before", before)
        .param("most", most)
        .query(PgReleaseStore::release)
        .list();
  }

  @Override
  public Optional<String> manifest(UUID release) {
    return sql.sql("select manifest from release where id = :id")
        .param("id", release)
        .query(String.class)
        .optional();
  }

  @Override
  public List<Version> versions(UUID app, int before, int most) {
    return sql.sql(VERSIONS)
        .param("app", app)
        .param("before", before)
        .param("most", most)
        .query(
            (row, _) ->
                new Version(
                    row.getInt("number"), row.getString("hash"), PgTime.read(row, "sealed_at")))
        .list();
  }

  @Override
  public Optional<String> document(UUID app, int version) {
    return sql.sql("select document from version where app_id = :app and number = :number")
        .param("app", app)
        .param("number", version)
        .query(String.class)
        .optional();
  }

  private static Holder holder(ResultSet row, int number) throws SQLException {
    return new Holder(
        row.getString("address"),
        row.getObject("deployment_id", UUID.class),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getString("app"),
        row.getString("profile"),
        row.getString("slot"));
  }

  private static Release release(ResultSet row, int number) throws SQLException {
    return new Release(
        row.getObject("id", UUID.class),
        row.getObject("deployment_id", UUID.class),
        row.getObject("profile_id", UUID.class),
        row.getInt("number"),
        row.getInt("version"),
        row.getString("hash"),
        row.getString("note"),
        row.getInt("draft_revision"),
        PgTime.read(row, "published_at"),
        row.getString("published_by"),
        row.getBoolean("live"),
        ReleaseKind.of(row.getString("kind")),
        ReleaseState.of(row.getString("state")),
        number(row, "origin"),
        number(row, "base_version"));
  }

  private static Optional<Integer> number(ResultSet row, String column) throws SQLException {
    var number = row.getInt(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
  }
}
