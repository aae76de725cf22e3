package dev.wayfare.runtime;

import static dev.wayfare.runtime.PgTurnStatement.texts;

import dev.wayfare.db.PgTime;
import dev.wayfare.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Journeys as operators look at them: never their words, those are in the trail.
final class PgJourneyViews {
  /// A journey in a list.
  record JourneyRow(
      UUID id,
      UUID deployment,
      UUID release,
      String standing,
      String beganOn,
      String phone,
      int turns,
      int texts,
      int errors,
      Instant began,
      Instant lastEvent,
      Instant expires) {}

  private final JdbcClient jdbc;

  PgJourneyViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<UUID> deployments(OrganizationId organization) {
    return jdbc.sql("select id from deployment where organization_id = ?")
        .param(organization.value())
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /// Newest first, from before a journey's id; ids sort by when the journey began.
  List<JourneyRow> newest(List<UUID> deployments, Optional<UUID> before, int most) {
    return jdbc.sql(
            """
            select * from journey
             where deployment_id = any (:deployments::text[]::uuid[])
               and (:before::uuid is null or id < :before::uuid)
             order by id desc limit :most""")
        .param("deployments", texts(deployments))
        .param("before", before.orElse(null))
        .param("most", most)
        .query(
            (row, _) ->
                new JourneyRow(
                    row.getObject("id", UUID.class),
                    row.getObject("deployment_id", UUID.class),
                    row.getObject("release_id", UUID.class),
                    row.getString("standing"),
                    row.getString("began_on"),
                    row.getString("phone"),
                    row.getInt("turn"),
                    row.getInt("texts"),
                    row.getInt("troubles"),
                    PgTime.read(row, "began_at"),
                    PgTime.read(row, "last_at"),
                    PgTime.read(row, "expires_at")))
        .list();
  }
}
