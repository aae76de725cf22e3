package dev.wayfare.app;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.Fingerprint;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.SealedBox;
import dev.wayfare.kernel.Secret;
import dev.wayfare.resource.ResourceUses;
import dev.wayfare.resource.Use;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/// Profiles with their bindings and values in PostgreSQL.
final class PgProfileStore implements ResourceUses {
  private static final int FINGERPRINT_LENGTH = 12;

  private static final String LIST =
      """
      select id, app_id, name, environment_id, locale, time_zone, journey_days, link_length,
             retention_days, expired_title, expired_text, revision
        from profile where app_id = :app
       order by position, id""";

  private static final String BINDINGS =
      """
      select b.profile_id, b.slot, b.resource_id, b.account_id
        from slot_binding b join profile p on p.id = b.profile_id
       where p.app_id = :app""";

  private static final String VALUES =
      """
      select v.profile_id, v.name, v.value, v.secret_id, s.fingerprint
        from profile_value v
        join profile p on p.id = v.profile_id
        left join profile_secret s on s.id = v.secret_id
       where p.app_id = :app""";

  private static final String ADD =
      """
      insert into profile (id, app_id, name, environment_id, position, locale, time_zone,
                           journey_days, link_length, retention_days, expired_title,
                           expired_text, revision, created_at)
      select :id, :app, :name, :environment, coalesce(max(position), 0) + 1, :locale, :timeZone,
             :journeyDays, :linkLength, :retentionDays, :expiredTitle, :expiredText, 1, :now
        from profile where app_id = :app""";

  private static final String MOVE =
      """
      update profile set revision = revision + 1
       where id = :id and (cast(:seen as integer) is null or revision = :seen)""";

  private static final String RENAME =
      "update profile set name = :name where id = :id and name <> :name";

  private static final String SETTINGS =
      """
      update profile
         set environment_id = :environment, locale = :locale, time_zone = :timeZone,
             journey_days = :journeyDays, link_length = :linkLength,
             retention_days = :retentionDays, expired_title = :expiredTitle,
             expired_text = :expiredText
       where id = :id""";

  private static final String BIND =
      """
      insert into slot_binding (profile_id, slot, resource_id, account_id)
      values (:profile, :slot, :resource, :account)
      on conflict (profile_id, slot)
      do update set resource_id = excluded.resource_id, account_id = excluded.account_id""";

  private static final String UNBIND =
      "delete from slot_binding where profile_id = :profile and slot = :slot";

  private static final String SET =
      """
      insert into profile_value (profile_id, name, value, secret_id)
      values (:profile, :name, cast(:value as jsonb), :secret)
      on conflict (profile_id, name)
      do update set value = excluded.value, secret_id = excluded.secret_id""";

  private static final String UNSET =
      "delete from profile_value where profile_id = :profile and name = :name";

  private static final String ADD_SECRET =
      """
      insert into profile_secret (id, profile_id, name, sealed, fingerprint, created_at)
      values (:id, :profile, :name, :sealed, :fingerprint, :now)""";

  private static final String SECRETS =
      "select id, profile_id, name, sealed from profile_secret where id in (:ids)";

  private static final String USES =
      """
      select a.name as app, p.name as profile, b.slot
        from slot_binding b
        join profile p on p.id = b.profile_id
        join app a on a.id = p.app_id
       where b.resource_id = :used or b.account_id = :used
       order by a.name, p.position""";

  private final JdbcClient sql;
  private final SealedBox box;
  private final JsonMapper json;
  private final Ids ids;
  private final InstantSource clock;

  PgProfileStore(JdbcClient sql, SealedBox box, JsonMapper json, Ids ids, InstantSource clock) {
    this.sql = sql;
    this.box = box;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /// All profiles of an app, in their order.
  List<Profile> list(UUID app) {
    var bindings = new HashMap<UUID, Map<String, Binding>>();
    sql.sql(BINDINGS)
        .param("app", app)
        .query(
            row -> {
              bindings
                  .computeIfAbsent(row.getObject("profile_id", UUID.class), _ -> new HashMap<>())
                  .put(row.getString("slot"), binding(row));
            });
    var values = new HashMap<UUID, Map<String, ProfileValue>>();
    sql.sql(VALUES)
        .param("app", app)
        .query(
            row -> {
              values
                  .computeIfAbsent(row.getObject("profile_id", UUID.class), _ -> new HashMap<>())
                  .put(row.getString("name"), value(row));
            });
    return sql.sql(LIST).param("app", app).query((row, _) -> profile(row, bindings, values)).list();
  }

  UUID add(UUID app, String name, UUID environment, ProfileSettings settings) {
    var id = ids.next();
    settings(sql.sql(ADD), settings)
        .param("id", id)
        .param("app", app)
        .param("name", name)
        .param("environment", environment)
        .param("now", PgTime.of(clock.instant()))
        .update();
    return id;
  }

  /// Counts a change; false when the profile is not at the revision that was seen.
  boolean move(UUID profile, Optional<Integer> seen) {
    return sql.sql(MOVE)
            .param("id", profile)
            .param("seen", seen.orElse(null), Types.INTEGER)
            .update()
        == 1;
  }

  void rename(UUID profile, String name) {
    sql.sql(RENAME).param("id", profile).param("name", name).update();
  }

  void change(UUID profile, UUID environment, ProfileSettings settings) {
    settings(sql.sql(SETTINGS), settings)
        .param("id", profile)
        .param("environment", environment)
        .update();
  }

  private static StatementSpec settings(StatementSpec statement, ProfileSettings settings) {
    return statement
        .param("locale", settings.locale())
        .param("timeZone", settings.timeZone())
        .param("journeyDays", settings.journeyDays())
        .param("linkLength", settings.linkLength())
        .param("retentionDays", settings.retentionDays())
        .param("expiredTitle", settings.expiredPage().title())
        .param("expiredText", settings.expiredPage().text());
  }

  void bind(UUID profile, String slot, Binding binding) {
    var resource = binding instanceof Binding.To(var id) ? Optional.of(id) : Optional.empty();
    var account = binding instanceof Binding.By(var id) ? Optional.of(id) : Optional.empty();
    sql.sql(BIND)
        .param("profile", profile)
        .param("slot", slot)
        .param("resource", resource.orElse(null), Types.OTHER)
        .param("account", account.orElse(null), Types.OTHER)
        .update();
  }

  void unbind(UUID profile, String slot) {
    sql.sql(UNBIND).param("profile", profile).param("slot", slot).update();
  }

  void set(UUID profile, String name, Object value) {
    set(profile, name, Optional.of(json.writeValueAsString(value)), Optional.empty());
  }

  /// Keeps a secret under a new id, with a fingerprint that cannot be worked out without that id.
  void hide(UUID profile, String name, Secret secret) {
    var id = ids.next();
    sql.sql(ADD_SECRET)
        .param("id", id)
        .param("profile", profile)
        .param("name", name)
        .param("sealed", box.seal(secret, purpose(profile, name)))
        .param(
            "fingerprint",
            Fingerprint.hex(id + "/" + secret.reveal()).substring(0, FINGERPRINT_LENGTH))
        .param("now", PgTime.of(clock.instant()))
        .update();
    set(profile, name, Optional.empty(), Optional.of(id));
  }

  void unset(UUID profile, String name) {
    sql.sql(UNSET).param("profile", profile).param("name", name).update();
  }

  Map<UUID, Secret> secrets(Collection<UUID> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    var secrets = new HashMap<UUID, Secret>();
    sql.sql(SECRETS)
        .param("ids", wanted)
        .query(
            row -> {
              var purpose = purpose(row.getObject("profile_id", UUID.class), row.getString("name"));
              secrets.put(
                  row.getObject("id", UUID.class), box.open(row.getBytes("sealed"), purpose));
            });
    return Map.copyOf(secrets);
  }

  @Override
  public List<Use> of(UUID used) {
    return sql.sql(USES)
        .param("used", used)
        .query(
            (row, _) ->
                new Use(
                    row.getString("app"),
                    row.getString("profile"),
                    row.getString("slot"),
                    Use.Kind.BOUND))
        .list();
  }

  private static String purpose(UUID profile, String name) {
    return "profile/" + profile + "/" + name;
  }

  private void set(UUID profile, String name, Optional<String> value, Optional<UUID> secret) {
    sql.sql(SET)
        .param("profile", profile)
        .param("name", name)
        .param("value", value.orElse(null), Types.VARCHAR)
        .param("secret", secret.orElse(null), Types.OTHER)
        .update();
  }

  private static Binding binding(ResultSet row) throws SQLException {
    var account = Optional.ofNullable(row.getObject("account_id", UUID.class));
    return Optional.ofNullable(row.getObject("resource_id", UUID.class))
        .<Binding>map(Binding.To::new)
        .or(() -> account.map(Binding.By::new))
        .orElseGet(Binding.Default::new);
  }

  private ProfileValue value(ResultSet row) throws SQLException {
    var secret = row.getObject("secret_id", UUID.class);
    return secret == null
        ? new ProfileValue.Plain(json.readValue(row.getString("value"), Object.class))
        : new ProfileValue.Hidden(secret, row.getString("fingerprint"));
  }

  private static Profile profile(
      ResultSet row,
      Map<UUID, Map<String, Binding>> bindings,
      Map<UUID, Map<String, ProfileValue>> values)
      throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Profile(
        id,
        row.getObject("app_id", UUID.class),
        row.getString("name"),
        row.getObject("environment_id", UUID.class),
        new ProfileSettings(
            row.getString("locale"),
            row.getString("time_zone"),
            row.getInt("journey_days"),
            row.getInt("link_length"),
            row.getInt("retention_days"),
            new ProfileSettings.ExpiredPage(
                row.getString("expired_title"), row.getString("expired_text"))),
        row.getInt("revision"),
        bindings.getOrDefault(id, Map.of()),
        values.getOrDefault(id, Map.of()));
  }
}
