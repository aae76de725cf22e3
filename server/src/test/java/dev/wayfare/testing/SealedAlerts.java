package dev.wayfare.testing;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whom the releases tell that are sealed from now on, whatever the publisher chose.
public final class SealedAlerts {
  private SealedAlerts() {}

  /// `alerts` as a manifest writes them; `{}` tells nobody.
  public static void rules(DataSource database, String alerts) {
    var sql = JdbcClient.create(database);
    sql.sql(
            """
            create or replace function alerts_before() returns trigger language plpgsql as $$
              begin
                new.manifest := jsonb_set(new.manifest::jsonb, '{alerts}', '%s')::text;
                return new;
              end $$"""
                .formatted(alerts.replace("'", "''")))
        .update();
    sql.sql(
            """
            create or replace trigger alerts_before before insert on release
              for each row execute function alerts_before()""")
        .update();
  }

  /// One rule for application errors and one for log lines.
  public static String both(String notifiers, String level, int threshold) {
    var rule =
        """
        {"notifiers": [%s], "level": "%s", "threshold": %d}"""
            .formatted(notifiers, level, threshold);
    return "{\"on_application_error\": %s, \"on_log_error\": %s}".formatted(rule, rule);
  }
}
