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
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Links and sessions; a session slides on, written at most once an hour.
final class PgSessionStore implements SessionStore {

  private static final Duration COARSE = Duration.ofHours(1);

  private static final String ADD_LINK =
      """
      insert into sign_in_link (code_hash, organization_id, person_id, created_at, expires_at)
      values (:hash, :organization, :person, :at, :until)""";

  private static final String DROP_UNUSED =
      """
      delete from sign_in_link
       where organization_id = :organization and person_id = :person and used_at is null""";

  private static final String USABLE =
      """
      select l.organization_id, l.person_id, p.name
        from sign_in_link l join person p on p.id = l.person_id
       where l.code_hash = :hash and l.used_at is null and l.expires_at > :now""";

  private static final String USE =
      """
      with used as (
        update sign_in_link set used_at = :now
         where code_hash = :hash and used_at is null and expires_at > :now
        returning organization_id, person_id)
      update person p set signed_in_at = coalesce(p.signed_in_at, :now)
        from used
       where p.id = used.person_id
      returning used.organization_id, used.person_id, p.name""";

  private static final String ADD =
      """
      insert into session (id, token_hash, organization_id, person_id, browser, created_at,
                           seen_at, expires_at)
      values (:id, :hash, :organization, :person, :browser, :at, :at, :until)""";

  private static final String CALLER =
      """
      select s.id, s.organization_id, s.person_id, p.name, m.role, s.seen_at
        from session s
        join person p on p.id = s.person_id
        join membership m on m.organization_id = s.organization_id and m.person_id = s.person_id
       where s.token_hash = :hash and s.expires_at > :now""";

  private static final String SEEN =
      "update session set seen_at = :now, expires_at = :until where id = :id";

  private static final String OF_PERSON =
      """
      select id, browser, created_at, seen_at, expires_at
        from session
       where organization_id = :organization and person_id = :person and expires_at > :now
       order by id desc""";

  private static final String END =
      """
      delete from session
       where id = :id and organization_id = :organization and person_id = :person""";

  private record Seen(Caller caller, UUID session, Instant at) {}

  private final JdbcClient sql;

  PgSessionStore(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void addLink(
      byte[] hash, OrganizationId organization, PersonId person, Instant at, Instant until) {
    sql.sql(ADD_LINK)
        .param("hash", hash)
        .param("organization", organization.value())
        .param("person", person.value())
        .param("at", PgTime.of(at))
        .param("until", PgTime.of(until))
        .update();
  }

  @Override
  public void dropUnusedLinks(OrganizationId organization, PersonId person) {
    sql.sql(DROP_UNUSED)
        .param("organization", organization.value())
        .param("person", person.value())
        .update();
  }

  @Override
  public Optional<Member> usable(byte[] hash, Instant now) {
    return member(USABLE, hash, now);
  }

  @Override
  public Optional<Member> use(byte[] hash, Instant now) {
    return member(USE, hash, now);
  }

  private Optional<Member> member(String statement, byte[] hash, Instant now) {
    return sql.sql(statement)
        .param("hash", hash)
        .param("now", PgTime.of(now))
        .query(
            (row, _) ->
                new Member(
                    new OrganizationId(row.getObject("organization_id", UUID.class)),
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("name")))
        .optional();
  }

  @Override
  public void add(NewSession session, byte[] hash) {
    sql.sql(ADD)
        .param("id", session.id())
        .param("hash", hash)
        .param("organization", session.member().organization().value())
        .param("person", session.member().person().value())
        .param("browser", session.browser())
        .param("at", PgTime.of(session.at()))
        .param("until", PgTime.of(session.until()))
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
    seen.filter(it -> it.at().isBefore(now.minus(COARSE))).ifPresent(it -> slide(it, now));
    return seen.map(Seen::caller);
  }

  private void slide(Seen seen, Instant now) {
    sql.sql(SEEN)
        .param("id", seen.session())
        .param("now", PgTime.of(now))
        .param("until", PgTime.of(now.plus(SignIns.SESSION_LIFE)))
        .update();
  }

  private static Seen seen(ResultSet row) throws SQLException {
    var session = row.getObject("id", UUID.class);
    var person =
        new Caller.Who.Person(
            new PersonId(row.getObject("person_id", UUID.class)), row.getString("name"), session);
    var organization = new OrganizationId(row.getObject("organization_id", UUID.class));
    return new Seen(
        new Caller(person, organization, Role.of(row.getString("role"))),
        session,
        PgTime.read(row, "seen_at"));
  }

  @Override
  public List<Session> of(OrganizationId organization, PersonId person, Instant now) {
    return sql.sql(OF_PERSON)
        .param("organization", organization.value())
        .param("person", person.value())
        .param("now", PgTime.of(now))
        .query(
            (row, _) ->
                new Session(
                    row.getObject("id", UUID.class),
                    row.getString("browser"),
                    PgTime.read(row, "created_at"),
                    PgTime.read(row, "seen_at"),
                    PgTime.read(row, "expires_at")))
        .list();
  }

  @Override
  public boolean end(OrganizationId organization, PersonId person, UUID session) {
    return sql.sql(END)
            .param("id", session)
            .param("organization", organization.value())
            .param("person", person.value())
            .update()
        == 1;
  }
}
