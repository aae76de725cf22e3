package dev.wayfare.runtime;

import dev.wayfare.db.PgTime;
import java.util.List;
import java.util.Map;

/// How alarms are written down: in the statement of what they are about, so that neither is there
/// without the other. Whoever watches takes them away.
final class PgAlarms {
  private static final String INTO =
      """
      insert into alert_event
          (deployment_id, kind, code, flow, step, times, release_id, journey_id, turn, at)
      """;

  private PgAlarms() {}

  /// The part of a turn's statement; nothing where the turn has no alarm.
  static void write(Commit commit, PgCallParts.Statement statement) {
    if (commit.alarms().isEmpty()) {
      return;
    }
    var alarms = List.copyOf(commit.alarms().entrySet());
    statement.add(
        ", al as ("
            + INTO
            + """
              select ?, u.kind, u.code, u.flow, u.step, u.times, ?, ?, ?, ?
              from j, unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]::int[])
                as u(kind, code, flow, step, times))
            """,
        commit.deployment(),
        commit.release(),
        commit.turn().journey().id(),
        commit.turn().journey().turn(),
        PgTime.of(commit.at()),
        alarms.stream().map(it -> it.getKey().kind()).toArray(String[]::new),
        alarms.stream().map(it -> it.getKey().code()).toArray(String[]::new),
        alarms.stream().map(it -> it.getKey().flow()).toArray(String[]::new),
        alarms.stream().map(it -> it.getKey().step()).toArray(String[]::new),
        PgTurnStatement.texts(alarms.stream().map(Map.Entry::getValue).toList()));
  }

  /// A statement that gives something up and says so: `update` takes its own values, and the last
  /// one is the moment.
  static String withDeadLetter(String update, String code) {
    return "with dead as ("
        + update
        + " returning deployment_id, journey_id) "
        + INTO
        + """
          select d.deployment_id, '%s', '%s', '', '', 1, j.release_id, j.id, j.turn, ?
            from dead d
            join journey j on j.deployment_id = d.deployment_id and j.id = d.journey_id"""
            .formatted(Alarm.APPLICATION_ERROR, code);
  }

  /// The same for what has no journey.
  static String withDeadRun(String update, String code) {
    return "with dead as ("
        + update
        + " returning deployment_id, release_id) "
        + INTO
        + "select deployment_id, '%s', '%s', '', '', 1, release_id, null, 0, ? from dead"
            .formatted(Alarm.APPLICATION_ERROR, code);
  }
}
