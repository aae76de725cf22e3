package dev.wayfare.runtime;

import dev.wayfare.db.PgTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What was tried too often: texts that did not leave, timers whose turn failed, and what the world
/// outside was asked. They stay until somebody sends them on their way again.
final class PgDeadLetters {

  /// A text as an operator sees it: not its words.
  record DeadText(
      UUID deployment,
      UUID id,
      UUID journey,
      String from,
      String to,
      String state,
      Optional<String> delivery,
      Optional<String> error,
      int tries,
      Instant madeAt) {}

  /// An ask as an operator sees it: not what was asked.
  record DeadAsk(
      UUID journey,
      String key,
      String kind,
      Instant madeAt,
      Instant deadAt,
      int tries,
      String error) {}

  record DeadTimer(UUID journey, String name, Instant setFor, Instant deadAt, String error) {}

  private static final String OF = " where deployment_id = any (:deployments::text[]::uuid[]) ";

  private final JdbcClient jdbc;

  PgDeadLetters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest first, from before a text's id.
  List<DeadText> texts(List<UUID> deployments, Optional<UUID> before, int most) {
    return of(
            deployments,
            """
            select deployment_id, id, journey_id, sender, recipient, state, delivery, error, tries, made_at
              from outbox"""
                + OF
                + """
                and state = 'dead' and (:before::uuid is null or id < :before::uuid)
                order by id desc limit :most""")
        .param("before", before.orElse(null))
        .param("most", most)
        .query(
            (row, _) ->
                new DeadText(
                    row.getObject("deployment_id", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getObject("journey_id", UUID.class),
                    row.getString("sender"),
                    row.getString("recipient"),
                    row.getString("state"),
                    Optional.ofNullable(row.getString("delivery")),
                    Optional.ofNullable(row.getString("error")),
                    row.getInt("tries"),
                    PgTime.read(row, "made_at")))
        .list();
  }

  List<DeadTimer> timers(List<UUID> deployments, int most) {
    return of(
            deployments,
            "select journey_id, name, set_for, dead_at, coalesce(error, '') as error from timer"
                + OF
                + "and dead_at is not null order by dead_at desc limit :most")
        .param("most", most)
        .query(
            (row, _) ->
                new DeadTimer(
                    row.getObject("journey_id", UUID.class),
                    row.getString("name"),
                    PgTime.read(row, "set_for"),
                    PgTime.read(row, "dead_at"),
                    row.getString("error")))
        .list();
  }

  /// Newest first.
  List<DeadAsk> asks(List<UUID> deployments, int most) {
    return of(
            deployments,
            """
            select journey_id, key, kind, made_at, dead_at, tries, coalesce(error, '') as error
              from ask"""
                + OF
                + "and dead_at is not null order by dead_at desc limit :most")
        .param("most", most)
        .query(
            (row, _) ->
                new DeadAsk(
                    row.getObject("journey_id", UUID.class),
                    row.getString("key"),
                    row.getString("kind"),
                    PgTime.read(row, "made_at"),
                    PgTime.read(row, "dead_at"),
                    row.getInt("tries"),
                    row.getString("error")))
        .list();
  }

  /// False: there is no dead text of this id.
  boolean sendAgain(List<UUID> deployments, UUID text, Instant now) {
    return revived(
        "update outbox set state = 'waiting', due_at = :now, tries = 0",
        "and state = 'dead' and id = :id",
        deployments,
        Map.of("id", text, "now", PgTime.of(now)));
  }

  /// False: this journey has no dead timer of this name.
  boolean fireAgain(List<UUID> deployments, UUID journey, String name, Instant now) {
    return revived(
        "update timer set dead_at = null, due_at = :now, tries = 0",
        "and dead_at is not null and journey_id = :journey and name = :name",
        deployments,
        Map.of("journey", journey, "name", name, "now", PgTime.of(now)));
  }

  /// False: this journey has no dead ask of this key.
  boolean askAgain(List<UUID> deployments, UUID journey, String key, Instant now) {
    return revived(
        "update ask set dead_at = null, due_at = :now, tries = 0",
        "and dead_at is not null and journey_id = :journey and key = :key",
        deployments,
        Map.of("journey", journey, "key", key, "now", PgTime.of(now)));
  }

  private boolean revived(
      String update, String which, List<UUID> deployments, Map<String, ?> values) {
    return of(deployments, update + OF + which).params(values).update() == 1;
  }

  private StatementSpec of(List<UUID> deployments, String sql) {
    return jdbc.sql(sql).param("deployments", PgTurnStatement.texts(deployments));
  }
}
