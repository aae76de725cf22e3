package dev.wayfare.resource;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.SealedBox;
import dev.wayfare.kernel.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Connected accounts in PostgreSQL, their secrets sealed.
final class PgAccountStore {

  private static final String COLUMNS =
      """
      select id, environment_id, kind, name, settings, sealed is not null as secret_set, created_at
        from connected_account
      """;

  private static final String LIST =
      COLUMNS
          + """
             where organization_id = :organization
               and (cast(:environment as uuid) is null or environment_id = :environment)
             order by id""";

  private static final String FIND =
      COLUMNS + " where organization_id = :organization and id = :id";

  private static final String ADD =
      """
      insert into connected_account
        (id, organization_id, environment_id, kind, name, settings, sealed, created_at)
      values
        (:id, :organization, :environment, :kind, :name, cast(:settings as jsonb), :sealed, :at)""";

  private static final String CHANGE =
      """
      update connected_account
         set name = :name, settings = cast(:settings as jsonb), sealed = coalesce(:sealed, sealed)
       where organization_id = :organization and id = :id""";

  private static final String REMOVE =
      "delete from connected_account where organization_id = :organization and id = :id";

  private static final String ADDRESSES =
      "select address from resource where account_id = :account order by address";
  private static final String OPEN =
      "select settings, sealed from connected_account where id = :id and kind = :kind";
  private static final String BY_NAME =
      COLUMNS
          + """
             where organization_id = :organization and environment_id = :environment
               and lower(name) = lower(:name)""";

  /// Where a number was registered more than once, the account of the live one counts, then that of
  /// the last one.
  private static final String CARRIERS =
      """
      select distinct on (r.address) r.address, a.id, a.organization_id, a.kind, a.settings, a.sealed
        from resource r
        join connected_account a on a.id = r.account_id
        left join live_resource l on l.resource_id = r.id
       where r.kind = 'phone_number'
       order by r.address, l.resource_id is null, r.id desc""";

  private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

  private final JdbcClient sql;
  private final SealedBox box;
  private final JsonMapper json;

  PgAccountStore(JdbcClient sql, SealedBox box, JsonMapper json) {
    this.sql = sql;
    this.box = box;
    this.json = json;
  }

  List<ConnectedAccount> list(OrganizationId organization, Optional<UUID> environment) {
    return sql.sql(LIST)
        .param("organization", organization.value())
        .param("environment", environment.orElse(null), Types.OTHER)
        .query(this::account)
        .list();
  }

  Optional<ConnectedAccount> find(OrganizationId organization, UUID id) {
    return sql.sql(FIND)
        .param("organization", organization.value())
        .param("id", id)
        .query(this::account)
        .optional();
  }

  void add(OrganizationId organization, ConnectedAccount account, Optional<Secret> secret) {
    sql.sql(ADD)
        .param("id", account.id())
        .param("organization", organization.value())
        .param("environment", account.environment())
        .param("kind", account.kind().word())
        .param("name", account.name())
        .param("settings", json.writeValueAsString(account.settings()))
        .param("sealed", sealed(account.id(), secret), Types.BINARY)
        .param("at", PgTime.of(account.createdAt()))
        .update();
  }

  /// Without a secret the old one stays.
  void change(OrganizationId organization, ConnectedAccount account, Optional<Secret> secret) {
    sql.sql(CHANGE)
        .param("id", account.id())
        .param("organization", organization.value())
        .param("name", account.name())
        .param("settings", json.writeValueAsString(account.settings()))
        .param("sealed", sealed(account.id(), secret), Types.BINARY)
        .update();
  }

  boolean remove(OrganizationId organization, UUID id) {
    return sql.sql(REMOVE).param("organization", organization.value()).param("id", id).update()
        == 1;
  }

  Optional<ConnectedAccount> byName(OrganizationId organization, UUID environment, String name) {
    return sql.sql(BY_NAME)
        .param("organization", organization.value())
        .param("environment", environment)
        .param("name", name)
        .query(this::account)
        .optional();
  }

  /// Empty as well when it is of another kind.
  Optional<OpenAccount> open(UUID id, AccountKind kind) {
    return sql.sql(OPEN)
        .param("id", id)
        .param("kind", kind.word())
        .query(
            (row, _) ->
                new OpenAccount(
                    id,
                    json.readValue(row.getString("settings"), SETTINGS),
                    Optional.ofNullable(row.getBytes("sealed"))
                        .map(bytes -> box.open(bytes, ConnectedAccount.purpose(id)))))
        .optional();
  }

  /// The numbers and email addresses that belong to an account.
  List<String> addressesOf(UUID account) {
    return sql.sql(ADDRESSES).param("account", account).query((row, _) -> row.getString(1)).list();
  }

  /// The account behind every phone number of this server.
  Map<PhoneNumber, CarrierAccount> carriers() {
    var carriers = new HashMap<PhoneNumber, CarrierAccount>();
    sql.sql(CARRIERS)
        .query(
            row -> {
              carriers.put(new PhoneNumber(row.getString("address")), carrier(row));
            });
    return Map.copyOf(carriers);
  }

  private CarrierAccount carrier(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var sealed = Optional.ofNullable(row.getBytes("sealed"));
    return new CarrierAccount(
        id,
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getString("kind"),
        json.readValue(row.getString("settings"), SETTINGS),
        sealed.map(bytes -> box.open(bytes, ConnectedAccount.purpose(id)).reveal()).orElse(""));
  }

  private byte @Nullable [] sealed(UUID id, Optional<Secret> secret) {
    return secret.map(it -> box.seal(it, ConnectedAccount.purpose(id))).orElse(null);
  }

  private ConnectedAccount account(ResultSet row, int number) throws SQLException {
    return new ConnectedAccount(
        row.getObject("id", UUID.class),
        row.getObject("environment_id", UUID.class),
        AccountKind.of(row.getString("kind")),
        row.getString("name"),
        json.readValue(row.getString("settings"), SETTINGS),
        row.getBoolean("secret_set"),
        PgTime.read(row, "created_at"));
  }
}
