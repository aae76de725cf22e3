package dev.wayfare.runtime;

import static dev.wayfare.runtime.PgTurnStatement.texts;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Uploads in PostgreSQL.
final class PgUploadStore implements UploadStore {
  private static final int MOST_FILES = 100;
  private static final long MOST_BYTES = 200L * 1024 * 1024;

  private static final String KEEP =
      """
      insert into upload (deployment_id, journey_id, id, control, name, type, size, sha256, at,
          content)
      select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
       where (select count(*) < ? and coalesce(sum(size), 0) + ? <= ? from upload
               where deployment_id = ? and journey_id = ?)""";

  private final JdbcClient jdbc;

  PgUploadStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean keep(
      UUID deployment, UUID journey, UUID id, Facts facts, InputStream content, Instant now) {
    var bytes = all(content);
    return jdbc.sql(KEEP)
            .params(
                deployment,
                journey,
                id,
                facts.control(),
                facts.name(),
                facts.type(),
                (long) bytes.length,
                Fingerprint.bytes(bytes),
                PgTime.of(now),
                bytes,
                MOST_FILES,
                (long) bytes.length,
                MOST_BYTES,
                deployment,
                journey)
            .update()
        == 1;
  }

  private static byte[] all(InputStream content) {
    try {
      return content.readAllBytes();
    } catch (IOException cutOff) {
      throw new UncheckedIOException("The upload was cut off.", cutOff);
    }
  }

  @Override
  public Map<UUID, Facts> facts(UUID deployment, UUID journey, Collection<UUID> ids) {
    var facts = new HashMap<UUID, Facts>();
    jdbc.sql(
            """
            select id, control, name, type, size from upload
             where deployment_id = :deployment and journey_id = :journey and id = any (:ids::text[]::uuid[])""")
        .param("deployment", deployment)
        .param("journey", journey)
        .param("ids", texts(ids))
        .query(
            row -> {
              facts.put(
                  row.getObject("id", UUID.class),
                  new Facts(
                      row.getString("control"),
                      row.getString("name"),
                      row.getString("type"),
                      row.getLong("size")));
            });
    return facts;
  }

  @Override
  public Optional<byte[]> content(UUID deployment, UUID journey, UUID id) {
    return jdbc.sql(
            "select content from upload where deployment_id = ? and journey_id = ? and id = ?")
        .params(deployment, journey, id)
        .query((row, _) -> row.getBytes("content"))
        .optional();
  }
}
