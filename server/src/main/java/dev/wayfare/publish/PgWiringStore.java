package dev.wayfare.publish;

import dev.wayfare.channel.Line;
import dev.wayfare.db.PgTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What publishes changed at carriers, in PostgreSQL.
final class PgWiringStore implements WiringStore {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

  private static final String REMEMBER =
      """
      insert into carrier_wiring (release_id, resource_id, line, deployment_id, before, wired_at)
      values (:release, :resource, :line, :deployment, cast(:before as jsonb), :now)
      on conflict do nothing""";

  private static final String BY =
      """
      select w.resource_id, r.address, w.line, w.before
        from carrier_wiring w join resource r on r.id = w.resource_id
       where w.release_id = :release
       order by r.address, w.line""";

  private static final String BEFORE =
      """
      select distinct on (r.address, w.line) w.resource_id, r.address, w.line, w.before
        from carrier_wiring w join resource r on r.id = w.resource_id
       where w.deployment_id = :deployment
       order by r.address, w.line, w.wired_at, w.release_id""";

  private static final String FORGET_LINE =
      """
      delete from carrier_wiring
       where deployment_id = :deployment and resource_id = :resource and line = :line""";

  private final JdbcClient sql;

  PgWiringStore(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void remember(
      UUID release,
      UUID deployment,
      UUID resource,
      Line line,
      Map<String, String> before,
      Instant now) {
    sql.sql(REMEMBER)
        .param("release", release)
        .param("resource", resource)
        .param("line", line.word())
        .param("deployment", deployment)
        .param("before", JSON.writeValueAsString(before))
        .param("now", PgTime.of(now))
        .update();
  }

  @Override
  public List<Changed> by(UUID release) {
    return sql.sql(BY).param("release", release).query(PgWiringStore::changed).list();
  }

  @Override
  public List<Changed> before(UUID deployment) {
    return sql.sql(BEFORE).param("deployment", deployment).query(PgWiringStore::changed).list();
  }

  @Override
  public void forget(UUID release) {
    sql.sql("delete from carrier_wiring where release_id = :release")
        .param("release", release)
        .update();
  }

  @Override
  public void forgetLine(UUID deployment, UUID resource, Line line) {
    sql.sql(FORGET_LINE)
        .param("deployment", deployment)
        .param("resource", resource)
        .param("line", line.word())
        .update();
  }

  @Override
  public void handOver(List<UUID> resources, UUID deployment) {
    if (!resources.isEmpty()) {
      sql.sql(
              "update carrier_wiring set deployment_id = :deployment where resource_id in (:resources)")
          .param("deployment", deployment)
          .param("resources", resources)
          .update();
    }
  }

  private static Changed changed(ResultSet row, int number) throws SQLException {
    return new Changed(
        row.getObject("resource_id", UUID.class),
        row.getString("address"),
        Line.valueOf(row.getString("line").toUpperCase(Locale.ROOT)),
        JSON.readValue(row.getString("before"), SETTINGS));
  }
}
