package dev.wayfare.publish;

import dev.wayfare.db.PgTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far releases have come, in PostgreSQL, which holds that one of a deployment is on its way
/// and one is live.
final class PgProgressStore implements ProgressStore {

  private static final String OPEN =
      """
      insert into release_progress (release_id, deployment_id, kind, state, base_release_id,
                                    origin_release_id, wish, actor, leased_until, changed_at)
      values (:release, :deployment, :kind, :state, :base, :origin, cast(:wish as jsonb),
              cast(:actor as jsonb), :leasedUntil, :now)""";

  private static final String FIND =
      """
      select release_id, deployment_id, kind, state, base_release_id, origin_release_id, wish,
             actor, cancel_asked
        from release_progress where release_id = :release""";

  private static final String OPEN_IN =
      """
      select release_id from release_progress
       where deployment_id = :deployment and state in ('sealed', 'prepared', 'proven')""";

  private static final String MOVE =
      """
      update release_progress
         set state = :to, changed_at = :now, mark_hash = null
       where release_id = :release and state = :from
         and (cast(:to as text) <> 'live' or not cancel_asked)""";

  private static final String TAKE_LEFT =
      """
      update release_progress p
         set leased_until = :until
        from (select release_id from release_progress
               where state in ('sealed', 'prepared', 'proven')
                     and (leased_until is null or leased_until <= :now)
                  or state in ('live', 'superseded') and leased_until <= :now
               order by changed_at
               limit :most
                 for update skip locked) t
       where p.release_id = t.release_id
      returning p.release_id""";

  private static final String ASK_CANCEL =
      """
      update release_progress set cancel_asked = true
       where release_id = :release and state in ('sealed', 'prepared', 'proven')""";

  private static final String NOTE =
      """
      insert into release_step (release_id, number, at, step, outcome, code, place, text, way_out)
      select :release, coalesce(max(number), 0) + 1, :at, :step, :outcome, :code, :place, :text,
             :wayOut
        from release_step where release_id = :release""";

  private static final String NOTE_AND_RENEW =
      """
      with renewed as (
        update release_progress set leased_until = :until where release_id = :release)
      """
          + NOTE;

  /// Rings [LiveReleases#COMING] as well.
  private static final String MARK =
      """
      with marked as (
        update release_progress set mark_hash = :hash where release_id = :release returning 1)
      select count(pg_notify('wayfare', 'releases.coming ' || cast(:release as text)))
        from marked""";

  private static final String STEPS =
      """
      select at, step, outcome, code, place, text, way_out from release_step
       where release_id = :release order by number""";

  private final JdbcClient sql;

  PgProgressStore(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void open(Progress progress, Instant leasedUntil, Instant now) {
    sql.sql(OPEN)
        .param("release", progress.release())
        .param("deployment", progress.deployment())
        .param("kind", progress.kind().word())
        .param("state", progress.state().word())
        .param("base", progress.base().orElse(null), Types.OTHER)
        .param("origin", progress.origin().orElse(null), Types.OTHER)
        .param("wish", WishJson.write(progress.wish()))
        .param("actor", WishJson.actor(progress.actor()))
        .param("leasedUntil", PgTime.of(leasedUntil))
        .param("now", PgTime.of(now))
        .update();
  }

  @Override
  public Optional<Progress> find(UUID release) {
    return sql.sql(FIND).param("release", release).query(PgProgressStore::progress).optional();
  }

  @Override
  public Optional<UUID> openIn(UUID deployment) {
    return sql.sql(OPEN_IN).param("deployment", deployment).query(UUID.class).optional();
  }

  @Override
  public boolean move(UUID release, ReleaseState from, ReleaseState to, Instant now) {
    return sql.sql(MOVE)
            .param("release", release)
            .param("from", from.word())
            .param("to", to.word())
            .param("now", PgTime.of(now))
            .update()
        == 1;
  }

  @Override
  public void mark(UUID release, byte[] hash) {
    sql.sql(MARK).param("release", release).param("hash", hash).query(Long.class).single();
  }

  @Override
  public List<UUID> takeLeft(Instant now, Instant leasedUntil, int most) {
    return sql.sql(TAKE_LEFT)
        .param("now", PgTime.of(now))
        .param("until", PgTime.of(leasedUntil))
        .param("most", most)
        .query((row, _) -> row.getObject("release_id", UUID.class))
        .list();
  }

  @Override
  public void renew(UUID release, Instant leasedUntil) {
    sql.sql("update release_progress set leased_until = :until where release_id = :release")
        .param("release", release)
        .param("until", PgTime.of(leasedUntil))
        .update();
  }

  @Override
  public void rest(UUID release) {
    sql.sql("update release_progress set leased_until = null where release_id = :release")
        .param("release", release)
        .update();
  }

  @Override
  public boolean askCancel(UUID release) {
    return sql.sql(ASK_CANCEL).param("release", release).update() == 1;
  }

  @Override
  public void note(UUID release, ReleaseStep step) {
    noting(NOTE, release, step).update();
  }

  @Override
  public void note(UUID release, ReleaseStep step, Instant leasedUntil) {
    noting(NOTE_AND_RENEW, release, step).param("until", PgTime.of(leasedUntil)).update();
  }

  private JdbcClient.StatementSpec noting(String statement, UUID release, ReleaseStep step) {
    return sql.sql(statement)
        .param("release", release)
        .param("at", PgTime.of(step.at()))
        .param("step", step.stage().word())
        .param("outcome", step.outcome().word())
        .param("code", step.code())
        .param("place", step.place())
        .param("text", step.text())
        .param("wayOut", step.wayOut());
  }

  @Override
  public List<ReleaseStep> steps(UUID release) {
    return sql.sql(STEPS).param("release", release).query(PgProgressStore::step).list();
  }

  private static Progress progress(ResultSet row, int number) throws SQLException {
    return new Progress(
        row.getObject("release_id", UUID.class),
        row.getObject("deployment_id", UUID.class),
        ReleaseKind.of(row.getString("kind")),
        ReleaseState.of(row.getString("state")),
        Optional.ofNullable(row.getObject("base_release_id", UUID.class)),
        Optional.ofNullable(row.getObject("origin_release_id", UUID.class)),
        WishJson.read(row.getString("wish")),
        WishJson.actor(row.getString("actor")),
        row.getBoolean("cancel_asked"));
  }

  private static ReleaseStep step(ResultSet row, int number) throws SQLException {
    return new ReleaseStep(
        PgTime.read(row, "at"),
        ReleaseStep.Stage.of(row.getString("step")),
        ReleaseStep.Outcome.of(row.getString("outcome")),
        row.getString("code"),
        row.getString("place"),
        row.getString("text"),
        row.getString("way_out"));
  }
}
