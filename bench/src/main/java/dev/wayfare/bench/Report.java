package dev.wayfare.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The figures, for programs and for people.
final class Report {
  private Report() {}

  static String json(List<Match.Row> rows, List<PublishMatch.Row> published) {
    var report = new LinkedHashMap<String, Object>();
    report.put("turns", rows.stream().map(Report::turns).toList());
    report.put("cpu", rows.stream().map(Report::cpu).toList());
    report.put("publish", PublishReport.releases(published));
    return new JsonMapper().writeValueAsString(report);
  }

  private static Map<String, Object> turns(Match.Row row) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("connections", row.connections());
    figures.put("turns_per_s", rounded(row.product().perSecond(), 1));
    figures.put("limit_per_s", rounded(row.limit().perSecond(), 1));
    figures.put("bare_per_s", rounded(row.bare().perSecond(), 1));
    figures.put("ratio_to_limit", rounded(row.toLimit(), 3));
    figures.put("ratio_to_bare", rounded(row.toBare(), 3));
    figures.put("p50_ms", rounded(row.product().p50(), 3));
    figures.put("p99_ms", rounded(row.product().p99(), 3));
    return figures;
  }

  private static Map<String, Object> cpu(Match.Row row) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("connections", row.connections());
    figures.put("server_ms_per_turn", rounded(row.product().serverCpu(), 3));
    figures.put("database_ms_per_turn", rounded(row.product().databaseCpu(), 3));
    figures.put("bare_server_ms_per_turn", rounded(row.bare().serverCpu(), 3));
    figures.put("bare_database_ms_per_turn", rounded(row.bare().databaseCpu(), 3));
    figures.put("client_ms_per_turn", rounded(row.product().clientCpu(), 3));
    return figures;
  }

  static String table(List<Match.Row> rows) {
    var text =
        new StringBuilder(
            """
            | connections | turns/s | PostgreSQL's limit | bare server | of the limit | of bare | p50 ms | p99 ms |
            |--:|--:|--:|--:|--:|--:|--:|--:|
            """);
    for (var row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %d | %,.0f | %,.0f | %,.0f | %.2f | %.2f | %.2f | %.1f |%n",
              row.connections(),
              row.product().perSecond(),
              row.limit().perSecond(),
              row.bare().perSecond(),
              row.toLimit(),
              row.toBare(),
              row.product().p50(),
              row.product().p99()));
    }
    text.append(
        """

        Processor time in ms a turn:

        | connections | server | database | bare server | its database | client |
        |--:|--:|--:|--:|--:|--:|
        """);
    for (var row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %d | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
              row.connections(),
              row.product().serverCpu(),
              row.product().databaseCpu(),
              row.bare().serverCpu(),
              row.bare().databaseCpu(),
              row.product().clientCpu()));
    }
    return text.toString();
  }

  private static BigDecimal rounded(double figure, int places) {
    return BigDecimal.valueOf(figure).setScale(places, RoundingMode.HALF_UP);
  }
}
