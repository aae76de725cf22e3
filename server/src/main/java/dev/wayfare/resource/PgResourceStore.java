package dev.wayfare.resource;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Resources in PostgreSQL.
final class PgResourceStore {

  private static final String COLUMNS =
      """
      select id, environment_id, kind, name, address, display_name, account_id, domain_id, texts, voice,
             created_at
        from resource
      """;

  private static final String LIST =
      COLUMNS
          + """
             where organization_id = :organization
               and (cast(:environment as uuid) is null or environment_id = :environment)
               and (cast(:after as uuid) is null or id > :after)
             order by id
             limit :most""";

  private static final String FIND =
      COLUMNS + " where organization_id = :organization and id = :id";

  private static final String BY_ADDRESS =
      COLUMNS
          + """
             where organization_id = :organization and environment_id = :environment
               and lower(address) = lower(:address)""";

  private static final String DOMAIN =
      COLUMNS + " where organization_id = :organization and kind = 'domain' and address = :host";

  private static final String ADD =
      """
      insert into resource (id, organization_id, environment_id, kind, name, address, display_name,
                            account_id, domain_id, texts, voice, created_at)
      values (:id, :organization, :environment, :kind, :name, :address, :displayName, :account,
              :domain, :texts, :voice, :at)""";

  private static final String RENAME =
      "update resource set name = :name where organization_id = :organization and id = :id";

  private static final String REMOVE =
      "delete from resource where organization_id = :organization and id = :id";

  private static final String ONE_SIMULATOR =
      "select pg_advisory_xact_lock(hashtext('simulator numbers'))";

  private static final String KNOWN = "select count(*) from resource where address = :address";

  /// The hundred numbers kept for fiction, then ten thousand longer ones.
  private static final String FREE =
      """
      with candidate as (
        select n as place, '+155501' || lpad(n::text, 2, '0') as address
          from generate_series(0, 99) n
        union all
        select 100 + n, '+155501' || lpad(n::text, 4, '0')
          from generate_series(0, 9999) n)
      select address from candidate
       where not exists (select 1 from resource where resource.address = candidate.address)
       order by place
       limit 1""";

  private final JdbcClient sql;

  PgResourceStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Resource> list(
      OrganizationId organization, Optional<UUID> environment, Optional<UUID> after, int most) {
    return sql.sql(LIST)
        .param("organization", organization.value())
        .param("environment", environment.orElse(null), Types.OTHER)
        .param("after", after.orElse(null), Types.OTHER)
        .param("most", most)
        .query(PgResourceStore::resource)
        .list();
  }

  Optional<Resource> find(OrganizationId organization, UUID id) {
    return sql.sql(FIND)
        .param("organization", organization.value())
        .param("id", id)
        .query(PgResourceStore::resource)
        .optional();
  }

  Optional<Resource> byAddress(OrganizationId organization, UUID environment, String address) {
    return sql.sql(BY_ADDRESS)
        .param("organization", organization.value())
        .param("environment", environment)
        .param("address", address)
        .query(PgResourceStore::resource)
        .optional();
  }

  Optional<Resource> domain(OrganizationId organization, String host) {
    return sql.sql(DOMAIN)
        .param("organization", organization.value())
        .param("host", host)
        .query(PgResourceStore::resource)
        .optional();
  }

  void add(OrganizationId organization, Resource resource) {
    var statement =
        sql.sql(ADD)
            .param("id", resource.id())
            .param("organization", organization.value())
            .param("environment", resource.environment())
            .param("name", resource.name())
            .param("address", resource.address())
            .param("at", PgTime.of(resource.createdAt()));
    switch (resource) {
      case Resource.Phone number ->
          statement
              .param("kind", "phone_number")
              .param("displayName", "")
              .param("account", number.account())
              .param("domain", null, Types.OTHER)
              .param("texts", number.capabilities().contains(Capability.TEXT))
              .param("voice", number.capabilities().contains(Capability.VOICE))
              .update();
      case Resource.Email email ->
          statement
              .param("kind", "email_address")
              .param("displayName", email.displayName())
              .param("account", email.account())
              .param("domain", null, Types.OTHER)
              .param("texts", false)
              .param("voice", false)
              .update();
      case Resource.Domain _ ->
          statement
              .param("kind", "domain")
              .param("displayName", "")
              .param("account", null, Types.OTHER)
              .param("domain", null, Types.OTHER)
              .param("texts", false)
              .param("voice", false)
              .update();
      case Resource.Route route ->
          statement
              .param("kind", "route")
              .param("displayName", "")
              .param("account", null, Types.OTHER)
              .param("domain", route.domain().map(Resource.Route.On::id).orElse(null), Types.OTHER)
              .param("texts", false)
              .param("voice", false)
              .update();
    }
  }

  boolean rename(OrganizationId organization, UUID id, String name) {
    return sql.sql(RENAME)
            .param("organization", organization.value())
            .param("id", id)
            .param("name", name)
            .update()
        == 1;
  }

  boolean remove(OrganizationId organization, UUID id) {
    return sql.sql(REMOVE).param("organization", organization.value()).param("id", id).update()
        == 1;
  }

  /// Until the transaction ends nobody else makes a simulator number.
  void lockSimulator() {
    sql.sql(ONE_SIMULATOR).query((_, _) -> true).single();
  }

  Optional<PhoneNumber> freeSimulatorNumber() {
    return sql.sql(FREE).query(String.class).optional().map(PhoneNumber::new);
  }

  boolean known(PhoneNumber number) {
    return sql.sql(KNOWN).param("address", number.e164()).query(Long.class).single() > 0;
  }

  private static Resource resource(ResultSet row, int rowNumber) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var environment = row.getObject("environment_id", UUID.class);
    var name = row.getString("name");
    var address = row.getString("address");
    var at = PgTime.read(row, "created_at");
    return switch (row.getString("kind")) {
      case "domain" -> new Resource.Domain(id, environment, name, address, at);
      case "route" -> {
        var path = address.indexOf(Resource.Route.PATH);
        yield new Resource.Route(
            id,
            environment,
            name,
            Optional.ofNullable(row.getObject("domain_id", UUID.class))
                .map(domain -> new Resource.Route.On(domain, address.substring(0, path))),
            address.substring(path + Resource.Route.PATH.length()),
            at);
      }
      case "email_address" ->
          new Resource.Email(
              id,
              environment,
              name,
              address,
              row.getString("display_name"),
              row.getObject("account_id", UUID.class),
              at);
      default ->
          new Resource.Phone(
              id,
              environment,
              name,
              new PhoneNumber(address),
              capabilities(row),
              row.getObject("account_id", UUID.class),
              at);
    };
  }

  private static EnumSet<Capability> capabilities(ResultSet row) throws SQLException {
    var can = EnumSet.noneOf(Capability.class);
    if (row.getBoolean("texts")) {
      can.add(Capability.TEXT);
    }
    if (row.getBoolean("voice")) {
      can.add(Capability.VOICE);
    }
    return can;
  }
}
