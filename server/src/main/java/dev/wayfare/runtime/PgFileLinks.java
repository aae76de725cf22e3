package dev.wayfare.runtime;

import dev.wayfare.channel.web.FileDoor.LinkedFile;
import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.Fingerprint;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Links to files in PostgreSQL, each by its word's fingerprint.
final class PgFileLinks implements FileLinks {
  private static final String ADD =
      """
      insert into file_link (sha256, deployment_id, journey_id, upload_id, expires_at)
      select ?, deployment_id, journey_id, id, ? from upload
       where deployment_id = ? and journey_id = ? and id = ?""";

  private static final String FIND =
      """
      select u.name, u.type, u.content
        from file_link l
        join upload u on u.deployment_id = l.deployment_id and u.journey_id = l.journey_id
         and u.id = l.upload_id
       where l.sha256 = ? and l.expires_at > ?""";

  /// A journey that ended early keeps its files for as long as it would have lived.
  private final JdbcClient jdbc;

  PgFileLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean add(UUID deployment, UUID journey, UUID file, String word, Instant expires) {
    return jdbc.sql(ADD)
            .params(Fingerprint.bytes(word), PgTime.of(expires), deployment, journey, file)
            .update()
        == 1;
  }

  @Override
  public Optional<LinkedFile> find(String word, Instant now) {
    return jdbc.sql(FIND)
        .params(Fingerprint.bytes(word), PgTime.of(now))
        .query(
            (row, _) ->
                new LinkedFile(
                    row.getString("name"), row.getString("type"), row.getBytes("content")))
        .optional();
  }

  @Override
  public void remove(UUID deployment, UUID journey, UUID file) {
    jdbc.sql("delete from upload where deployment_id = ? and journey_id = ? and id = ?")
        .params(deployment, journey, file)
        .update();
  }

  @Override
  public int sweep(Instant now) {
    return jdbc.sql("delete from file_link where expires_at <= ?").param(PgTime.of(now)).update();
  }
}
