package dev.wayfare.identity;

import dev.wayfare.db.PgTime;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Role;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tokens; when one was last used is written at most every ten minutes.
final class PgTokenStore implements TokenStore {

  private static final Duration COARSE = Duration.ofMinutes(10);

  private static final String ADD =
      """
      insert into api_token (id, organization_id, token_hash, name, role, scopes,
                             environment_id, made_by, created_at, expires_at)
      values (:id, :organization, :hash, :name, :role, :scopes,
              :environment, :madeBy, :createdAt, :expiresAt)""";

  private static final String CALLER =
      """
      select t.id, t.organization_id, t.name, t.role, t.scopes, t.environment_id, t.used_at, m.role as maker_role
        from api_token t
        left join membership m on m.organization_id = t.organization_id and m.person_id = t.made_by
       where t.token_hash = :hash
         and t.revoked_at is null
         and (t.expires_at is null or t.expires_at > :now)
         and (t.made_by is null or m.person_id is not null)""";

  private static final String USED = "update api_token set used_at = :now where id = :id";

  private static final String COLUMNS =
      """
      select id, name, role, scopes, environment_id, made_by, created_at, expires_at, used_at
        from api_token
       where organization_id = :organization and revoked_at is null
      """;

  private static final String LIST =
      COLUMNS
          + """
               and (cast(:after as uuid) is null or id > :after)
             order by id
             limit :most""";

  private static final String OF_SERVER =
      COLUMNS + " and name = :name and made_by is null order by id";

  private static final String FIND = COLUMNS + " and id = :id";

  private static final String ENVIRONMENT =
      """
      select id from environment
       where organization_id = :organization
         and (cast(id as text) = :written or lower(name) = lower(:written))""";

  private static final String REVOKE =
      """
      update api_token set revoked_at = :now
       where organization_id = :organization and id = :id and revoked_at is null""";

  private record Seen(Caller caller, UUID token, Optional<Instant> at) {}

  private final JdbcClient sql;

  PgTokenStore(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void add(Token token, OrganizationId organization, byte[] hash) {
    sql.sql(ADD)
        .param("id", token.id())
        .param("organization", organization.value())
        .param("hash", hash)
        .param("name", token.name())
        .param("role", token.role().word())
        .param("scopes", token.scopes().toArray(String[]::new))
        .param("environment", token.environment().orElse(null))
        .param("madeBy", token.madeBy().map(PersonId::value).orElse(null))
        .param("createdAt", PgTime.of(token.createdAt()))
        .param("expiresAt", token.expiresAt().map(PgTime::of).orElse(null))
        .update();
  }

  @Override
  public Optional<Caller> caller(byte[] hash, Instant now) {
    var seen =
        sql.sql(CALLER)
            .param("hash", hash)
            .param("now", PgTime.of(now))
            .query((row, _) -> seen(row))
            .optional();
    seen.filter(it -> it.at().isEmpty() || it.at().get().isBefore(now.minus(COARSE)))
        .ifPresent(
            it -> sql.sql(USED).param("id", it.token()).param("now", PgTime.of(now)).update());
    return seen.map(Seen::caller);
  }

  private static Seen seen(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var role = Role.of(row.getString("role"));
    var maker = row.getString("maker_role");
    return new Seen(
        new Caller(
            new Caller.Who.Token(
                id, row.getString("name"), Set.copyOf(scopes(row)), environment(row)),
            new OrganizationId(row.getObject("organization_id", UUID.class)),
            maker == null ? role : role.atMost(Role.of(maker))),
        id,
        PgTime.readIfAny(row, "used_at"));
  }

  @Override
  public List<Token> list(OrganizationId organization, Optional<UUID> after, int most) {
    return sql.sql(LIST)
        .param("organization", organization.value())
        .param("after", after.orElse(null))
        .param("most", most)
        .query((row, _) -> token(row))
        .list();
  }

  @Override
  public List<Token> ofServer(OrganizationId organization, String name) {
    return sql.sql(OF_SERVER)
        .param("organization", organization.value())
        .param("name", name)
        .query((row, _) -> token(row))
        .list();
  }

  @Override
  public Optional<Token> find(OrganizationId organization, UUID token) {
    return sql.sql(FIND)
        .param("organization", organization.value())
        .param("id", token)
        .query((row, _) -> token(row))
        .optional();
  }

  @Override
  public boolean revoke(OrganizationId organization, UUID token, Instant now) {
    return sql.sql(REVOKE)
            .param("organization", organization.value())
            .param("id", token)
            .param("now", PgTime.of(now))
            .update()
        == 1;
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Role.of(row.getString("role")),
        scopes(row),
        environment(row),
        Optional.ofNullable(row.getObject("made_by", UUID.class)).map(PersonId::new),
        PgTime.read(row, "created_at"),
        PgTime.readIfAny(row, "expires_at"),
        PgTime.readIfAny(row, "used_at"));
  }

  @Override
  public Optional<UUID> environment(OrganizationId organization, String written) {
    return sql.sql(ENVIRONMENT)
        .param("organization", organization.value())
        .param("written", written)
        .query(UUID.class)
        .optional();
  }

  private static Optional<UUID> environment(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("environment_id", UUID.class));
  }

  private static List<String> scopes(ResultSet row) throws SQLException {
    return List.of((String[]) row.getArray("scopes").getArray());
  }
}
