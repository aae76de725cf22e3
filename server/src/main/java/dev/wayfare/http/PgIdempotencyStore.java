package dev.wayfare.http;

import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.SealedBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Answers are kept sealed: one of them may show a new token, which is shown only once.
final class PgIdempotencyStore implements IdempotencyStore {

  private static final Duration KEPT = Duration.ofHours(24);

  /// A request that has not finished after this long was cut off; the next one may run.
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final String CLAIM =
      """
      insert into idempotency_key (caller, key, fingerprint, ticket, claimed_at)
      values (:caller, :key, :fingerprint, :ticket, :now)
      on conflict (caller, key) do update
         set fingerprint = excluded.fingerprint, ticket = excluded.ticket,
             claimed_at = excluded.claimed_at,
             status = null, content_type = null, location = null, etag = null, body = null
       where idempotency_key.claimed_at < :forgotten
          or (idempotency_key.status is null and idempotency_key.claimed_at < :cutOff)
      returning ticket""";

  private static final String READ =
      """
      select fingerprint, status, content_type, location, etag, body
        from idempotency_key
       where caller = :caller and key = :key""";

  private static final String FINISH =
      """
      update idempotency_key
         set status = :status, content_type = :contentType, location = :location, etag = :etag,
             body = :body
       where caller = :caller and key = :key and ticket = :ticket""";

  private static final String RELEASE =
      """
      delete from idempotency_key
       where caller = :caller and key = :key and ticket = :ticket""";

  private static final String FORGET = "delete from idempotency_key where claimed_at < :forgotten";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Ids ids;
  private final SealedBox box;

  PgIdempotencyStore(JdbcClient sql, InstantSource clock, Ids ids, SealedBox box) {
    this.sql = sql;
    this.clock = clock;
    this.ids = ids;
    this.box = box;
  }

  @Override
  public Claim claim(Named request) {
    var now = clock.instant();
    var ticket = ids.word(16);
    var won =
        sql.sql(CLAIM)
            .param("caller", request.caller())
            .param("key", request.key())
            .param("fingerprint", request.fingerprint())
            .param("ticket", ticket)
            .param("now", at(now))
            .param("forgotten", at(now.minus(KEPT)))
            .param("cutOff", at(now.minus(LEASE)))
            .query(String.class)
            .optional();
    if (won.isPresent()) {
      sql.sql(FORGET).param("forgotten", at(now.minus(KEPT))).update();
      return new Claim.First(ticket);
    }
    return sql.sql(READ)
        .param("caller", request.caller())
        .param("key", request.key())
        .query((row, _) -> found(row, request))
        .optional()
        .orElseGet(Claim.StillRunning::new); // released between the two statements
  }

  private Claim found(ResultSet row, Named request) throws SQLException {
    if (!request.fingerprint().equals(row.getString("fingerprint"))) {
      return new Claim.OtherRequest();
    }
    var status = row.getInt("status");
    if (row.wasNull()) {
      return new Claim.StillRunning();
    }
    return new Claim.Answered(
        new Answer(
            status,
            Optional.ofNullable(row.getString("content_type")),
            Optional.ofNullable(row.getString("location")),
            Optional.ofNullable(row.getString("etag")),
            box.openBytes(row.getBytes("body"), purpose(request))));
  }

  @Override
  public void finish(Named request, String ticket, Answer answer) {
    sql.sql(FINISH)
        .param("caller", request.caller())
        .param("key", request.key())
        .param("ticket", ticket)
        .param("status", answer.status())
        .param("contentType", answer.contentType().orElse(null))
        .param("location", answer.location().orElse(null))
        .param("etag", answer.etag().orElse(null))
        .param("body", box.seal(answer.body(), purpose(request)))
        .update();
  }

  @Override
  public void release(Named request, String ticket) {
    sql.sql(RELEASE)
        .param("caller", request.caller())
        .param("key", request.key())
        .param("ticket", ticket)
        .update();
  }

  private static String purpose(Named request) {
    return "idempotency/" + request.caller() + "/" + request.key();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
