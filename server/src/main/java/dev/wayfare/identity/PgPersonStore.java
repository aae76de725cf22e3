package dev.wayfare.identity;

import dev.wayfare.db.PgTime;
import dev.wayfare.http.Role;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Organizations, people and memberships.
final class PgPersonStore implements PersonStore {

  private static final String ORGANIZATION = "select id, name from organization where id = :id";

  private static final String FIRST_ORGANIZATION =
      "select id, name from organization order by created_at, id limit 1";

  private static final String ADD_ORGANIZATION =
      "insert into organization (id, name, created_at) values (:id, :name, :at)";

  private static final String LOCK = "select id from organization where id = :id for update";

  private static final String LOCK_FIRST_OWNER =
      "select 1 from pg_advisory_xact_lock(hashtext('wayfare.first_owner'))";

  private static final String ADD_PERSON =
      "insert into person (id, name, email, created_at) values (:id, :name, :email, :at)";

  private static final String JOIN =
      """
      insert into membership (organization_id, person_id, role, created_at)
      values (:organization, :person, :role, :at)
      on conflict do nothing""";

  private static final String PEOPLE =
      """
      select p.id, p.name, p.email, m.role, m.created_at, p.signed_in_at
        from membership m join person p on p.id = m.person_id
       where m.organization_id = :organization
      """;

  private static final String LIST =
      PEOPLE
          + """
               and (cast(:after as uuid) is null or p.id > :after)
             order by p.id
             limit :most""";

  private static final String FIND = PEOPLE + " and p.id = :person";

  private static final String ADMINS =
      """
      select person_id from membership
       where organization_id = :organization and role = 'admin'
       order by created_at, person_id""";

  private static final String CHANGE_ROLE =
      """
      update membership set role = :role
       where organization_id = :organization and person_id = :person""";

  private static final String REMOVE =
      "delete from membership where organization_id = :organization and person_id = :person";

  private final JdbcClient sql;

  PgPersonStore(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void add(Organization organization, Instant at) {
    sql.sql(ADD_ORGANIZATION)
        .param("id", organization.id().value())
        .param("name", organization.name())
        .param("at", PgTime.of(at))
        .update();
  }

  @Override
  public Optional<Organization> organization(OrganizationId id) {
    return sql.sql(ORGANIZATION)
        .param("id", id.value())
        .query((row, _) -> organization(row))
        .optional();
  }

  @Override
  public Optional<Organization> firstOrganization() {
    return sql.sql(FIRST_ORGANIZATION).query((row, _) -> organization(row)).optional();
  }

  private static Organization organization(ResultSet row) throws SQLException {
    return new Organization(
        new OrganizationId(row.getObject("id", UUID.class)), row.getString("name"));
  }

  @Override
  public void rename(OrganizationId organization, String name) {
    sql.sql("update organization set name = :name where id = :id")
        .param("id", organization.value())
        .param("name", name)
        .update();
  }

  @Override
  public void lock(OrganizationId organization) {
    sql.sql(LOCK).param("id", organization.value()).query(UUID.class).list();
  }

  @Override
  public void lockFirstOwner() {
    sql.sql(LOCK_FIRST_OWNER).query(Integer.class).single();
  }

  @Override
  public boolean anybodyEverSignedIn() {
    return sql.sql("select exists (select from person where signed_in_at is not null)")
        .query(Boolean.class)
        .single();
  }

  @Override
  public Optional<PersonId> byEmail(String email) {
    return sql.sql("select id from person where lower(email) = lower(:email)")
        .param("email", email)
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  @Override
  public void add(PersonId person, String name, Optional<String> email, Instant at) {
    sql.sql(ADD_PERSON)
        .param("id", person.value())
        .param("name", name)
        .param("email", email.orElse(null))
        .param("at", PgTime.of(at))
        .update();
  }

  @Override
  public boolean join(OrganizationId organization, PersonId person, Role role, Instant at) {
    return sql.sql(JOIN)
            .param("organization", organization.value())
            .param("person", person.value())
            .param("role", role.word())
            .param("at", PgTime.of(at))
            .update()
        == 1;
  }

  @Override
  public List<Person> list(OrganizationId organization, Optional<UUID> after, int most) {
    return sql.sql(LIST)
        .param("organization", organization.value())
        .param("after", after.orElse(null))
        .param("most", most)
        .query((row, _) -> person(row))
        .list();
  }

  @Override
  public Optional<Person> find(OrganizationId organization, PersonId person) {
    return sql.sql(FIND)
        .param("organization", organization.value())
        .param("person", person.value())
        .query((row, _) -> person(row))
        .optional();
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("name"),
        Optional.ofNullable(row.getString("email")),
        Role.of(row.getString("role")),
        PgTime.read(row, "created_at"),
        PgTime.readIfAny(row, "signed_in_at"));
  }

  @Override
  public List<PersonId> admins(OrganizationId organization) {
    return sql.sql(ADMINS)
        .param("organization", organization.value())
        .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
        .list();
  }

  @Override
  public void changeRole(OrganizationId organization, PersonId person, Role role) {
    sql.sql(CHANGE_ROLE)
        .param("organization", organization.value())
        .param("person", person.value())
        .param("role", role.word())
        .update();
  }

  @Override
  public void remove(OrganizationId organization, PersonId person) {
    sql.sql(REMOVE)
        .param("organization", organization.value())
        .param("person", person.value())
        .update();
  }
}
