package dev.wayfare.runtime;

import static dev.wayfare.runtime.PgTurnStatement.TRAILS;
import static dev.wayfare.runtime.PgTurnStatement.VALUES;

import dev.wayfare.db.PgTime;
import dev.wayfare.flow.json.JourneyCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Journeys in PostgreSQL: a text costs one read and one statement.
final class PgJourneyStore implements JourneyStore {
  private static final String BY_PHONE =
      """
      select i.reply, i.open_until, o.phone is not null as opted_out, j.deployment_id,
          j.release_id, j.state
        from (select ?::uuid as deployment, ?::text as number, ?::text as phone, ?::text as key) q
        left join inbox i on i.deployment_id = q.deployment and i.key = q.key
        left join opt_out o
          on o.deployment_id = q.deployment and o.number = q.number and o.phone = q.phone
        left join journey j
          on j.deployment_id = q.deployment and j.phone = q.phone and j.standing = 'open'
            and j.phone <> ''""";

  private static final String BY_LINK =
      "select deployment_id, release_id, state from journey where link = ?";

  private static final String BY_ID =
      """
      select deployment_id, release_id, state from journey
       where deployment_id = ? and id = ?""";

  private static final String OPEN =
      """
      select deployment_id, release_id, state from journey
       where deployment_id = ? and id > ? and standing = 'open' order by id limit ?""";

  private static final String OPEN_BELOW =
      """
      select j.deployment_id, j.release_id, j.state from journey j
       where j.deployment_id = ? and j.id > ? and j.standing = 'open'
         and j.release_id in (select id from release where deployment_id = ? and number < ?)
       order by j.id limit ?""";

  private static final String OVERDUE =
      """
      select deployment_id, release_id, state from journey
       where standing = 'open' and expires_at <= ? order by expires_at limit ?""";

  /// Whoever stops hears nothing of what was to leave before, also when they come back.
  private static final String ANSWER =
      """
      with i as (insert into inbox (deployment_id, key, at, reply) values (?, ?, ?, ?)
                 on conflict do nothing returning 1),
        stopped as (insert into opt_out (deployment_id, number, phone, at)
                    select ?, ?, ?, ? from i where ? on conflict do nothing),
        silenced as (update outbox set state = 'dead', error = ? from i
                 where ? and deployment_id = ? and sender = ? and recipient = ?
                   and state = 'waiting'),
        back as (delete from opt_out using i
                 where deployment_id = ? and number = ? and phone = ? and ?)
      select count(*) from i""";

  private static final String TRAIL =
      """
      select turn, at, kind, release_id, entries from trail
       where deployment_id = ? and journey_id = ? order by turn""";

  private final JdbcClient jdbc;
  private final JourneyCodec codec;
  private final AskSeal seal;
  private final InstantSource clock;

  PgJourneyStore(JdbcClient jdbc, JourneyCodec codec, AskSeal seal, InstantSource clock) {
    this.clock = clock;
    this.jdbc = jdbc;
    this.codec = codec;
    this.seal = seal;
  }

  @Override
  public Sighting byPhone(UUID deployment, String number, String phone, String key) {
    return jdbc.sql(BY_PHONE)
        .params(deployment, number, phone, key)
        .query(
            (row, _) ->
                new Sighting(
                    Optional.ofNullable(row.getString("reply")).map(PgJourneyStore::texts),
                    PgTime.readIfAny(row, "open_until"),
                    row.getString("state") == null ? Optional.empty() : Optional.of(stored(row)),
                    row.getBoolean("opted_out")))
        .single();
  }

  @Override
  public Optional<Stored> byLink(String link) {
    return jdbc.sql(BY_LINK).param(link).query((row, _) -> stored(row)).optional();
  }

  @Override
  public Optional<Stored> byId(UUID deployment, UUID journey) {
    return jdbc.sql(BY_ID).params(deployment, journey).query((row, _) -> stored(row)).optional();
  }

  static List<String> texts(String json) {
    return ((List<?>) VALUES.readValue(json)).stream().map(String.class::cast).toList();
  }

  private Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getObject("deployment_id", UUID.class),
        row.getObject("release_id", UUID.class),
        codec.read(row.getString("state")));
  }

  @Override
  public boolean commit(Commit commit) {
    var statement = new PgTurnStatement(commit, codec, seal, clock.instant());
    try {
      return jdbc.sql(statement.sql()).params(statement.values()).query(Long.class).single() == 1;
    } catch (DuplicateKeyException somebodyWasFirst) {
      return false;
    }
  }

  @Override
  public boolean answer(
      UUID deployment,
      String number,
      String phone,
      Commit.Answered answered,
      Optional<Boolean> stops,
      Instant now) {
    return jdbc.sql(ANSWER)
            .params(
                deployment,
                answered.key(),
                PgTime.of(now),
                VALUES.writeValue(answered.texts()),
                deployment,
                number,
                phone,
                PgTime.of(now),
                stops.equals(Optional.of(true)),
                OutboxStore.STOPPED,
                stops.equals(Optional.of(true)),
                deployment,
                number,
                phone,
                deployment,
                number,
                phone,
                stops.equals(Optional.of(false)))
            .query(Long.class)
            .single()
        == 1;
  }

  @Override
  public void replyIsWhole(UUID deployment, String key) {
    jdbc.sql("update inbox set open_until = null where deployment_id = ? and key = ?")
        .params(deployment, key)
        .update();
  }

  @Override
  public Optional<List<String>> wholeReply(UUID deployment, String key) {
    return jdbc.sql(
            "select reply from inbox where deployment_id = ? and key = ? and open_until is null")
        .params(deployment, key)
        .query(String.class)
        .optional()
        .map(PgJourneyStore::texts);
  }

  @Override
  public List<Stored> open(UUID deployment, UUID after, int most) {
    return jdbc.sql(OPEN).params(deployment, after, most).query((row, _) -> stored(row)).list();
  }

  @Override
  public List<Stored> openBelow(UUID deployment, int number, UUID after, int most) {
    return jdbc.sql(OPEN_BELOW)
        .params(deployment, after, deployment, number, most)
        .query((row, _) -> stored(row))
        .list();
  }

  @Override
  public List<Stored> overdue(Instant now, int most) {
    return jdbc.sql(OVERDUE).params(PgTime.of(now), most).query((row, _) -> stored(row)).list();
  }

  @Override
  public int forgetAnswers(Instant before) {
    return jdbc.sql("delete from inbox where at < ?").param(PgTime.of(before)).update();
  }

  @Override
  public List<TrailTurn> trail(UUID deployment, UUID journey) {
    return jdbc.sql(TRAIL)
        .params(deployment, journey)
        .query(
            (row, _) ->
                new TrailTurn(
                    row.getInt("turn"),
                    PgTime.read(row, "at"),
                    row.getString("kind"),
                    row.getObject("release_id", UUID.class),
                    TRAILS.read(row.getString("entries"))))
        .list();
  }
}
