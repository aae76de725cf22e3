package dev.wayfare.runtime;

import static dev.wayfare.runtime.PgTurnStatement.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What was tried too often: texts that did not leave and timers whose turn failed. They stay until
/// somebody sends them on their way again.
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
                    instant(row, "made_at")))
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
                    instant(row, "set_for"),
                    instant(row, "dead_at"),
                    row.getString("error")))
        .list();
  }

  /// False: there is no dead text of this id.
  boolean sendAgain(List<UUID> deployments, UUID text, Instant now) {
    return revived(
        "update outbox set state = 'waiting', due_at = :now, tries = 0",
        "and state = 'dead' and id = :id",
        deployments,
        Map.of("id", text, "now", time(now)));
  }

  /// False: this journey has no dead timer of this name.
  boolean fireAgain(List<UUID> deployments, UUID journey, String name, Instant now) {
    return revived(
        "update timer set dead_at = null, due_at = :now, tries = 0",
        "and dead_at is not null and journey_id = :journey and name = :name",
        deployments,
        Map.of("journey", journey, "name", name, "now", time(now)));
  }

  private boolean revived(
      String update, String which, List<UUID> deployments, Map<String, ?> values) {
    return of(deployments, update + OF + which).params(values).update() == 1;
  }

  private StatementSpec of(List<UUID> deployments, String sql) {
    return jdbc.sql(sql).param("deployments", PgTurnStatement.texts(deployments));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
