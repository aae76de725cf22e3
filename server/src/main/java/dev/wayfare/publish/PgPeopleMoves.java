package dev.wayfare.publish;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What is to be done with people in the middle, in PostgreSQL.
final class PgPeopleMoves implements PeopleMoves {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<PeopleMove.Kept>> KEPT = new TypeReference<>() {};

  private static final String COLUMNS =
      "id, deployment_id, below, policy, state, due_at, passes, taken, kept, done_at";

  private static final String REPLACE =
      """
      update people_move set state = 'replaced', done_at = :now
       where deployment_id = :deployment and state = 'waiting'""";

  private static final String PLAN =
      """
      insert into people_move (id, deployment_id, below, policy, state, due_at, planned_at)
      values (:id, :deployment, :below, cast(:policy as jsonb), 'waiting', :due, :now)""";

  private static final String TAKE =
      """
      update people_move set leased_until = :until
       where id in (select id from people_move
                     where state = 'waiting' and due_at <= :now
                       and (leased_until is null or leased_until <= :now)
                     order by due_at
                     limit :most
                       for update skip locked)
      returning %s"""
          .formatted(COLUMNS);

  private static final String RENEW =
      """
      update people_move set leased_until = :until, taken = taken + :taken
       where id = :id and state = 'waiting'""";

  private static final String AGAIN =
      """
      update people_move
         set passes = passes + 1, kept = cast(:kept as jsonb), due_at = :due, leased_until = null
       where id = :id and state = 'waiting'""";

  private static final String DONE =
      """
      update people_move
         set passes = passes + 1, kept = cast(:kept as jsonb), state = 'done', done_at = :now,
             leased_until = null
       where id = :id and state = 'waiting'""";

  private static final String OF =
      "select "
          + COLUMNS
          + " from people_move where deployment_id in (select id from deployment where profile_id = :profile)"
          + " order by planned_at desc limit :most";

  private final JdbcClient sql;
  private final Ids ids;

  PgPeopleMoves(JdbcClient sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  @Override
  public void plan(UUID deployment, int below, PeoplePolicy policy, Instant due, Instant now) {
    sql.sql(REPLACE).param("deployment", deployment).param("now", PgTime.of(now)).update();
    sql.sql(PLAN)
        .param("id", ids.next())
        .param("deployment", deployment)
        .param("below", below)
        .param("policy", JSON.writeValueAsString(PolicyJson.write(policy)))
        .param("due", PgTime.of(due))
        .param("now", PgTime.of(now))
        .update();
  }

  @Override
  public List<PeopleMove> take(Instant now, Instant leasedUntil, int most) {
    return sql.sql(TAKE)
        .param("now", PgTime.of(now))
        .param("until", PgTime.of(leasedUntil))
        .param("most", most)
        .query(PgPeopleMoves::move)
        .list();
  }

  @Override
  public void renew(PeopleMove move, Instant leasedUntil, int taken) {
    sql.sql(RENEW)
        .param("id", move.id())
        .param("until", PgTime.of(leasedUntil))
        .param("taken", taken)
        .update();
  }

  @Override
  public void again(PeopleMove move, List<PeopleMove.Kept> kept, Instant due) {
    sql.sql(AGAIN)
        .param("id", move.id())
        .param("kept", JSON.writeValueAsString(kept))
        .param("due", PgTime.of(due))
        .update();
  }

  @Override
  public void done(PeopleMove move, List<PeopleMove.Kept> kept, Instant now) {
    sql.sql(DONE)
        .param("id", move.id())
        .param("kept", JSON.writeValueAsString(kept))
        .param("now", PgTime.of(now))
        .update();
  }

  @Override
  public List<PeopleMove> of(UUID profile, int most) {
    return sql.sql(OF)
        .param("profile", profile)
        .param("most", most)
        .query(PgPeopleMoves::move)
        .list();
  }

  private static PeopleMove move(ResultSet row, int number) throws SQLException {
    return new PeopleMove(
        row.getObject("id", UUID.class),
        row.getObject("deployment_id", UUID.class),
        row.getInt("below"),
        PolicyJson.read(JSON.readTree(row.getString("policy"))),
        PeopleMove.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        PgTime.read(row, "due_at"),
        row.getInt("passes"),
        row.getInt("taken"),
        JSON.readValue(row.getString("kept"), KEPT),
        PgTime.readIfAny(row, "done_at"));
  }
}
