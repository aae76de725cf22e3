package dev.wayfare.runtime;

import static dev.wayfare.runtime.PgTurnStatement.texts;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Journeys as operators look at them: never their words, those are in the trail.
final class PgJourneyViews {
  /// A journey in a list. `messages` counts texts in both directions, `callSeconds` what its calls
  /// lasted; `standsAt` is the step where it stands, or was left when its time was over.
  record JourneyRow(
      UUID id,
      UUID deployment,
      String app,
      String appTitle,
      String profile,
      UUID release,
      int releaseNumber,
      int version,
      String standing,
      String beganOn,
      String phone,
      String email,
      String standsAt,
      int turns,
      int messages,
      int callSeconds,
      int errors,
      Instant began,
      Instant lastEvent,
      Instant expires) {}

  /// The newest of every deployment are found by its key, and then the newest of those.
  private static final String NEWEST =
      """
      select j.*, a.name as app, a.title as app_title, p.name as profile,
          coalesce(r.number, 0) as release_number, coalesce(r.version, 0) as version,
          (select coalesce(sum(seconds), 0) from call c
            where c.deployment_id = j.deployment_id and c.journey_id = j.id) as call_seconds
        from (select each.* from unnest(:deployments::text[]::uuid[]) as d(id)
               cross join lateral (
                 select deployment_id, id, release_id, standing, began_on, phone, email, stands_at,
                     turn, texts, troubles, began_at, last_at, expires_at
                   from journey where deployment_id = d.id %s
                  order by id desc limit :most) each
               order by each.id desc limit :most) j
        join deployment d on d.id = j.deployment_id
        join app a on a.id = d.app_id
        join profile p on p.id = d.profile_id
        left join release r on r.id = j.release_id
       order by j.id desc""";

  private final JdbcClient jdbc;

  PgJourneyViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<UUID> deployments(OrganizationId organization) {
    return deployments(organization, Optional.empty(), Optional.empty());
  }

  /// Those of one app and of profiles with this name, where one is named.
  List<UUID> deployments(
      OrganizationId organization, Optional<String> app, Optional<String> profile) {
    return jdbc.sql(
            """
            select d.id from deployment d
              join app a on a.id = d.app_id
              join profile p on p.id = d.profile_id
             where d.organization_id = :organization
               and (:app::text is null or a.name = :app::text)
               and (:profile::text is null or lower(p.name) = lower(:profile::text))""")
        .param("organization", organization.value())
        .param("app", app.orElse(null))
        .param("profile", profile.orElse(null))
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /// Newest first, from before a journey's id; ids sort by when the journey began.
  List<JourneyRow> newest(
      List<UUID> deployments, JourneyFilter filter, Optional<UUID> before, int most) {
    var values = new HashMap<String, Object>();
    values.put("deployments", texts(deployments));
    values.put("most", most);
    return jdbc.sql(NEWEST.formatted(conditions(filter, before, values)))
        .params(values)
        .query((row, _) -> journey(row))
        .list();
  }

  private static String conditions(
      JourneyFilter filter, Optional<UUID> before, Map<String, Object> values) {
    var where = new StringBuilder();
    before.ifPresent(it -> and(where, values, "id < :before", "before", it));
    filter.release().ifPresent(it -> and(where, values, "release_id = :release", "release", it));
    if (!filter.begunOn().isEmpty()) {
      and(where, values, "began_on = any (:kinds::text[])", "kinds", texts(filter.begunOn()));
    }
    filter.standing().ifPresent(it -> and(where, values, "standing = :standing", "standing", it));
    filter.contact().ifPresent(it -> contact(it, where, values));
    if (filter.errors()) {
      where.append(" and troubles > 0");
    }
    filter.from().ifPresent(it -> and(where, values, "began_at >= :from", "from", PgTime.of(it)));
    filter.until().ifPresent(it -> and(where, values, "began_at < :until", "until", PgTime.of(it)));
    filter.from().ifPresent(it -> and(where, values, "id >= :first", "first", around(it, -1)));
    filter.until().ifPresent(it -> and(where, values, "id < :last", "last", around(it, 1)));
    return where.toString();
  }

  private static void contact(
      JourneyFilter.Contact contact, StringBuilder where, Map<String, Object> values) {
    switch (contact) {
      case JourneyFilter.Contact.Id(var id) -> and(where, values, "id = :one", "one", id);
      case JourneyFilter.Contact.NumberBegins(var digits) ->
          and(where, values, "phone <> '' and phone like :phone", "phone", digits + "%");
      case JourneyFilter.Contact.NumberHas(var digits) ->
          and(where, values, "phone like :phone", "phone", "%" + digits + "%");
      case JourneyFilter.Contact.Email(var part) ->
          and(where, values, "email <> '' and strpos(email, :email) > 0", "email", part);
    }
  }

  /// An id as one has it that is made at this time, some minutes before or after: ids begin with
  /// their time, so a range of days is found without looking at what is newer.
  private static UUID around(Instant time, int minutes) {
    var millis = Math.clamp(time.toEpochMilli() + minutes * 60_000L, 0, (1L << 47) - 1);
    return new UUID(millis << 16, 0);
  }

  private static void and(
      StringBuilder where, Map<String, Object> values, String condition, String name, Object it) {
    where.append(" and ").append(condition);
    values.put(name, it);
  }

  private static JourneyRow journey(ResultSet row) throws SQLException {
    return new JourneyRow(
        row.getObject("id", UUID.class),
        row.getObject("deployment_id", UUID.class),
        row.getString("app"),
        row.getString("app_title"),
        row.getString("profile"),
        row.getObject("release_id", UUID.class),
        row.getInt("release_number"),
        row.getInt("version"),
        row.getString("standing"),
        row.getString("began_on"),
        row.getString("phone"),
        row.getString("email"),
        row.getString("stands_at"),
        row.getInt("turn"),
        row.getInt("texts"),
        row.getInt("call_seconds"),
        row.getInt("troubles"),
        PgTime.read(row, "began_at"),
        PgTime.read(row, "last_at"),
        PgTime.read(row, "expires_at"));
  }
}
