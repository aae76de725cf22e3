package dev.wayfare.alert;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.SealedBox;
import dev.wayfare.kernel.Secret;
import dev.wayfare.publish.NotifierNames;
import dev.wayfare.resource.IdOrName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Notifiers in PostgreSQL, their secrets sealed.
final class PgNotifierStore implements NotifierNames {
  private static final String COLUMNS =
      """
      select id, organization_id, kind, name, settings, resource_id, receives, created_at, failures,
             shut_until, coalesce(error, '') as error
        from notifier
      """;

  private static final String ONE = " where organization_id = :organization and id = :id";

  private static final String ADD =
      """
      insert into notifier
        (id, organization_id, kind, name, settings, resource_id, sealed, receives, created_at)
      values
        (:id, :organization, :kind, :name, cast(:settings as jsonb), :resource, :sealed,
         :receives::text[], :at)""";

  /// What was changed is tried at once, whatever came before.
  private static final String CHANGE =
      """
      update notifier
         set name = :name, settings = cast(:settings as jsonb), resource_id = :resource,
             sealed = coalesce(:sealed, sealed), receives = :receives::text[],
             failures = 0, shut_until = null, error = null
       where organization_id = :organization and id = :id""";

  private final JdbcClient sql;
  private final SealedBox box;
  private final JsonMapper json;

  PgNotifierStore(JdbcClient sql, SealedBox box, JsonMapper json) {
    this.sql = sql;
    this.box = box;
    this.json = json;
  }

  private record Written(String url, List<String> recipients) {}

  List<Notifier> list(OrganizationId organization) {
    return sql.sql(COLUMNS + " where organization_id = :organization order by id")
        .param("organization", organization.value())
        .query(this::notifier)
        .list();
  }

  Optional<Notifier> find(OrganizationId organization, UUID id) {
    return sql.sql(COLUMNS + ONE)
        .param("organization", organization.value())
        .param("id", id)
        .query(this::notifier)
        .optional();
  }

  @Override
  public Optional<UUID> find(OrganizationId organization, String idOrName) {
    var which = IdOrName.of(idOrName);
    return which
        .id()
        .flatMap(id -> find(organization, id))
        .map(Notifier::id)
        .or(
            () ->
                sql.sql(
                        """
                        select id from notifier
                         where organization_id = :organization and lower(name) = lower(:name)""")
                    .param("organization", organization.value())
                    .param("name", idOrName)
                    .query(UUID.class)
                    .optional());
  }

  /// Those of them that this organization has.
  List<UUID> existing(OrganizationId organization, Collection<UUID> ids) {
    return sql.sql(
            """
            select id from notifier
             where organization_id = :organization and id = any (:ids::text[]::uuid[]) order by id""")
        .param("organization", organization.value())
        .param("ids", texts(ids))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Those that get alerts of this kind.
  List<UUID> receiving(OrganizationId organization, AlertKind kind) {
    return sql.sql(
            """
            select id from notifier
             where organization_id = :organization and :kind = any (receives) order by id""")
        .param("organization", organization.value())
        .param("kind", kind.word())
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Those that write from this email address, by name.
  List<String> writingFrom(UUID resource) {
    return sql.sql("select name from notifier where resource_id = ? order by name")
        .param(resource)
        .query((row, _) -> row.getString(1))
        .list();
  }

  void add(Notifier notifier, Optional<Secret> secret) {
    params(sql.sql(ADD), notifier, secret)
        .param("kind", notifier.kind().word())
        .param("at", PgTime.of(notifier.createdAt()))
        .update();
  }

  /// Without a secret the old one stays.
  void change(Notifier notifier, Optional<Secret> secret) {
    params(sql.sql(CHANGE), notifier, secret).update();
  }

  void remove(OrganizationId organization, UUID id) {
    sql.sql("delete from notifier" + ONE)
        .param("organization", organization.value())
        .param("id", id)
        .update();
  }

  Optional<Notifier.Open> open(UUID id) {
    return sql.sql(COLUMNS.replace("select id", "select sealed, id") + " where id = ?")
        .param(id)
        .query((row, number) -> new Notifier.Open(notifier(row, number), secret(row)))
        .optional();
  }

  /// As it is now, and until the transaction ends.
  Optional<Breaker> lock(UUID id) {
    return sql.sql("select failures, shut_until from notifier where id = ? for update")
        .param(id)
        .query((row, _) -> breaker(row))
        .optional();
  }

  void keep(UUID id, Breaker breaker, String error) {
    sql.sql(
            """
            update notifier set failures = :failures, shut_until = :until::timestamptz,
                error = nullif(:error, '')
             where id = :id""")
        .param("id", id)
        .param("failures", breaker.failures())
        .param("until", breaker.shutUntil().map(PgTime::of).orElse(null))
        .param("error", error)
        .update();
  }

  private JdbcClient.StatementSpec params(
      JdbcClient.StatementSpec spec, Notifier notifier, Optional<Secret> secret) {
    var settings = notifier.settings();
    return spec.param("id", notifier.id())
        .param("organization", notifier.organization().value())
        .param("name", notifier.name())
        .param(
            "settings", json.writeValueAsString(new Written(settings.url(), settings.recipients())))
        .param("resource", settings.sender().orElse(null), Types.OTHER)
        .param("sealed", sealed(notifier.id(), secret), Types.BINARY)
        .param(
            "receives",
            notifier.receives().stream().map(AlertKind::word).sorted().toArray(String[]::new));
  }

  private byte @Nullable [] sealed(UUID id, Optional<Secret> secret) {
    return secret.map(it -> box.seal(it, Notifier.purpose(id))).orElse(null);
  }

  private Secret secret(ResultSet row) throws SQLException {
    var sealed = row.getBytes("sealed");
    return sealed == null
        ? Secret.of("")
        : box.open(sealed, Notifier.purpose(row.getObject("id", UUID.class)));
  }

  private Notifier notifier(ResultSet row, int number) throws SQLException {
    var written = json.readValue(row.getString("settings"), Written.class);
    return new Notifier(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        NotifierKind.of(row.getString("kind")),
        row.getString("name"),
        new Notifier.Settings(
            written.url(),
            written.recipients(),
            Optional.ofNullable(row.getObject("resource_id", UUID.class))),
        kinds((String[]) row.getArray("receives").getArray()),
        PgTime.read(row, "created_at"),
        breaker(row),
        row.getString("error"));
  }

  private static Breaker breaker(ResultSet row) throws SQLException {
    return new Breaker(row.getInt("failures"), PgTime.readIfAny(row, "shut_until"));
  }

  private static Set<AlertKind> kinds(String[] words) {
    return Arrays.stream(words).map(AlertKind::of).collect(Collectors.toSet());
  }

  static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }
}
