package dev.wayfare.runtime;

import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Turn;
import dev.wayfare.publish.AlertRules;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a turn has to tell those who watch over its app, as far as its release has a rule for it:
/// which failure or log line, and at which step. Never a message: there may be a customer's words
/// in it.
record Alarm(String kind, String code, String flow, String step) {
  static final String APPLICATION_ERROR = "application_error";
  private static final String LOG_ERROR = "log_error";

  /// Each with how often it occurred in the turn. A release without rules costs a look and no
  /// more.
  static Map<Alarm, Integer> of(AlertRules rules, Turn turn) {
    if (rules.onApplicationError().isEmpty() && rules.onLogError().isEmpty()) {
      return Map.of();
    }
    var alarms = new LinkedHashMap<Alarm, Integer>();
    rules.onApplicationError().ifPresent(_ -> incidents(turn, alarms));
    rules.onLogError().ifPresent(rule -> logged(turn, rule.level(), alarms));
    return alarms;
  }

  private static void incidents(Turn turn, Map<Alarm, Integer> alarms) {
    for (var effect : turn.effects()) {
      if (effect instanceof Effect.Incident(var trouble)) {
        var alarm = new Alarm(APPLICATION_ERROR, trouble.code(), trouble.flow(), trouble.step());
        alarms.merge(alarm, 1, Integer::sum);
      }
    }
  }

  /// The trail says at which step a line was written; the effect does not.
  private static void logged(Turn turn, AlertRules.Level least, Map<Alarm, Integer> alarms) {
    for (var entry : turn.trail()) {
      if (entry.what().equals("logged")
          && reaches(String.valueOf(entry.data().get("level")), least)) {
        var code = String.valueOf(entry.data().get("code"));
        alarms.merge(new Alarm(LOG_ERROR, code, entry.flow(), entry.step()), 1, Integer::sum);
      }
    }
  }

  private static boolean reaches(String level, AlertRules.Level least) {
    return AlertRules.Level.valueOf(level).compareTo(least) >= 0;
  }
}
