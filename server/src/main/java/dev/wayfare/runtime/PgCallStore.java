package dev.wayfare.runtime;

import static dev.wayfare.runtime.PgTurnStatement.texts;

import dev.wayfare.db.PgTime;
import dev.wayfare.flow.json.JourneyCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Calls in PostgreSQL. Those to be placed are taken with `for update skip locked` and a lease: the
/// lease is the due time moved on.
final class PgCallStore implements CallStore {
  private static final String KNOWN =
      """
      select c.deployment_id, c.id, c.carrier, c.provider_id, c.state as call_state, c.followed,
             i.reply, i.open_until, j.release_id, j.state
        from call c
        join journey j on j.deployment_id = c.deployment_id and j.id = c.journey_id
        left join inbox i on i.deployment_id = c.deployment_id and i.key = ?
       where""";

  private static final String TAKE =
      """
      update call set due_at = :lease, tries = call.tries + 1
        from (select deployment_id, id from call
               where state = 'waiting' and due_at <= :now
               order by due_at limit :most
               for update skip locked) due
       where call.deployment_id = due.deployment_id and call.id = due.id
      returning call.deployment_id, call.id, caller, called, ring_seconds, detect_machine, tries,
        followed and exists (select 1 from journey j
                 where j.deployment_id = call.deployment_id and j.id = call.journey_id
                   and j.standing = 'open') as wanted""";

  private static final String OF_JOURNEY =
      """
      select c.* from journey j
        left join call c on c.deployment_id = j.deployment_id and c.journey_id = j.id
       where j.deployment_id = any (:deployments::text[]::uuid[]) and j.id = :journey
       order by c.id""";

  private final JdbcClient jdbc;
  private final JourneyCodec codec;

  PgCallStore(JdbcClient jdbc, JourneyCodec codec) {
    this.jdbc = jdbc;
    this.codec = codec;
  }

  @Override
  public Optional<Known> byProvider(
      String carrier, String providerId, Optional<UUID> placed, String key) {
    var provider = " (c.carrier = ? and c.provider_id = ?)";
    return placed
        .map(
            id ->
                jdbc.sql(KNOWN + provider + " or (c.id = ? and c.direction = 'out')")
                    .params(key, carrier, providerId, id))
        .orElseGet(() -> jdbc.sql(KNOWN + provider).params(key, carrier, providerId))
        .query((row, _) -> known(row))
        .optional();
  }

  @Override
  public Optional<Known> byId(UUID deployment, UUID call) {
    return jdbc.sql(KNOWN + " c.deployment_id = ? and c.id = ?")
        .params("", deployment, call)
        .query((row, _) -> known(row))
        .optional();
  }

  private Known known(ResultSet row) throws SQLException {
    var deployment = row.getObject("deployment_id", UUID.class);
    return new Known(
        new Call(
            deployment,
            row.getObject("id", UUID.class),
            Optional.ofNullable(row.getString("carrier")),
            Optional.ofNullable(row.getString("provider_id")),
            State.valueOf(row.getString("call_state").toUpperCase(Locale.ROOT)),
            row.getBoolean("followed")),
        new Stored(
            deployment,
            row.getObject("release_id", UUID.class),
            codec.read(row.getString("state"))),
        Optional.ofNullable(row.getString("reply")).map(PgJourneyStore::texts),
        PgTime.readIfAny(row, "open_until"));
  }

  @Override
  public List<Waiting> take(Instant now, Instant leaseUntil, int most) {
    return jdbc.sql(TAKE)
        .param("now", PgTime.of(now))
        .param("lease", PgTime.of(leaseUntil))
        .param("most", most)
        .query(
            (row, _) ->
                new Waiting(
                    row.getObject("deployment_id", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getString("caller"),
                    row.getString("called"),
                    Duration.ofSeconds(row.getInt("ring_seconds")),
                    row.getBoolean("detect_machine"),
                    row.getInt("tries"),
                    row.getBoolean("wanted")))
        .list();
  }

  @Override
  public void ringing(Waiting call, String carrier, String providerId) {
    jdbc.sql(
            """
            update call set state = 'ringing', carrier = ?, provider_id = ?, error = null
             where deployment_id = ? and id = ? and state = 'waiting'""")
        .params(carrier, providerId, call.deployment(), call.id())
        .update();
  }

  @Override
  public void again(Waiting call, Instant due, String why) {
    jdbc.sql("update call set due_at = ?, error = ? where deployment_id = ? and id = ?")
        .params(PgTime.of(due), why, call.deployment(), call.id())
        .update();
  }

  @Override
  public void end(
      UUID deployment, UUID call, String ending, Optional<Duration> length, Instant now) {
    jdbc.sql(
            """
            update call set state = 'ended', followed = false, ended_at = ?,
                seconds = nullif(?, -1), ending = ?
             where deployment_id = ? and id = ? and state <> 'ended'""")
        .params(
            PgTime.of(now),
            length.map(it -> Math.toIntExact(it.toSeconds())).orElse(-1),
            ending,
            deployment,
            call)
        .update();
  }

  @Override
  public List<Place> lost(Instant before, int most) {
    return jdbc.sql(
            """
            select deployment_id, id from call
             where state in ('ringing', 'going') and began_at <= ? order by began_at limit ?""")
        .params(PgTime.of(before), most)
        .query(
            (row, _) ->
                new Place(
                    row.getObject("deployment_id", UUID.class), row.getObject("id", UUID.class)))
        .list();
  }

  @Override
  public Optional<List<View>> ofJourney(List<UUID> deployments, UUID journey) {
    var rows =
        jdbc.sql(OF_JOURNEY)
            .param("deployments", texts(deployments))
            .param("journey", journey)
            .query(
                (row, _) ->
                    row.getString("id") == null ? Optional.<View>empty() : Optional.of(view(row)))
            .list();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(rows.stream().flatMap(Optional::stream).toList());
  }

  private static View view(ResultSet row) throws SQLException {
    return new View(
        row.getObject("id", UUID.class),
        row.getString("direction"),
        row.getString("caller"),
        row.getString("called"),
        row.getString("state"),
        PgTime.read(row, "began_at"),
        PgTime.readIfAny(row, "answered_at"),
        PgTime.readIfAny(row, "ended_at"),
        Optional.ofNullable(row.getObject("seconds", Integer.class)),
        Optional.ofNullable(row.getString("ending")));
  }
}
