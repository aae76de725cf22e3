package dev.wayfare.runtime;

import static dev.wayfare.runtime.PgTurnStatement.VALUES;

import dev.wayfare.db.PgTime;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.json.JourneyCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What programs' requests need, in PostgreSQL.
final class PgRequestStore implements RequestStore {
  private static final String LOOK =
      """
      select i.reply, i.open_until, j.deployment_id, j.release_id, j.state
        from (select ?::uuid as deployment, ?::text as key, ?::text as value) q
        left join inbox i on i.deployment_id = q.deployment and i.key = q.key
        left join journey j on j.deployment_id = q.deployment and j.standing = 'open' and %s
       order by j.last_at desc nulls last
       limit 1""";

  private static final String KEEP =
      """
      insert into inbox (deployment_id, key, at, reply) values (?, ?, ?, ?)
        on conflict (deployment_id, key) do update set reply = excluded.reply""";

  private final JdbcClient jdbc;
  private final JourneyCodec codec;

  PgRequestStore(JdbcClient jdbc, JourneyCodec codec) {
    this.jdbc = jdbc;
    this.codec = codec;
  }

  @Override
  public Sight look(UUID deployment, String key, Optional<Trigger.By> by, String value) {
    return jdbc.sql(LOOK.formatted(by.map(PgRequestStore::found).orElse("false")))
        .params(deployment, key, value)
        .query(
            (row, _) ->
                new Sight(
                    Optional.ofNullable(row.getString("reply")).map(PgRequestStore::texts),
                    PgTime.readIfAny(row, "open_until"),
                    row.getString("state") == null
                        ? Optional.empty()
                        : Optional.of(
                            new Stored(
                                row.getObject("deployment_id", UUID.class),
                                row.getObject("release_id", UUID.class),
                                codec.read(row.getString("state"))))))
        .single();
  }

  private static String found(Trigger.By by) {
    return switch (by) {
      case CONTACT_PHONE -> "j.phone = q.value and j.phone <> ''";
      case CONTACT_EMAIL -> "j.email = q.value and j.email <> ''";
      case JOURNEY_LINK -> "j.link = q.value";
    };
  }

  private static List<String> texts(String json) {
    return ((List<?>) VALUES.readValue(json)).stream().map(String.class::cast).toList();
  }

  @Override
  public void keep(UUID deployment, String key, List<String> answer, Instant now) {
    jdbc.sql(KEEP).params(deployment, key, PgTime.of(now), VALUES.writeValue(answer)).update();
  }
}
