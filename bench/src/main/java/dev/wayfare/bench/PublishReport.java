package dev.wayfare.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The figures of releases, for programs and for people.
final class PublishReport {
  private PublishReport() {}

  static String json(PublishBench.Figures figures) {
    var report = new LinkedHashMap<String, Object>();
    report.put("publish", releases(figures.releases()));
    report.put("switches", List.of(switches(figures.switches())));
    return new JsonMapper().writeValueAsString(report);
  }

  static List<Map<String, Object>> releases(List<PublishMatch.Row> rows) {
    return rows.stream().map(PublishReport::release).toList();
  }

  private static Map<String, Object> release(PublishMatch.Row row) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("what", row.what());
    figures.put("times", row.times());
    figures.put("p50_ms", rounded(row.p50()));
    figures.put("p99_ms", rounded(row.p99()));
    figures.put("goal_p50_ms", rounded(row.goalP50()));
    figures.put("bare_switch_p50_ms", rounded(row.switchP50()));
    figures.put("message_p50_ms", rounded(row.messageP50()));
    return figures;
  }

  private static Map<String, Object> switches(SwitchMatch.Row row) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("seconds", rounded(row.seconds()));
    figures.put("capacity_per_s", rounded(row.capacity()));
    figures.put("turns_per_s", rounded(row.perSecond()));
    figures.put("turns", row.turns());
    figures.put("failed_turns", 0);
    figures.put("publishes", row.publishes());
    put(figures, "turn", row.turn());
    put(figures, "publish", row.publish());
    put(figures, "switch", row.transaction());
    figures.put("processes", row.processes().stream().map(PublishReport::process).toList());
    return figures;
  }

  private static Map<String, Object> process(SwitchMatch.Process row) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("process", row.name());
    figures.put("switches", row.switches());
    put(figures, "stale", row.stale());
    put(figures, "answered", row.answered());
    return figures;
  }

  private static void put(Map<String, Object> figures, String what, Millis millis) {
    figures.put(what + "_p50_ms", rounded(millis.p50()));
    figures.put(what + "_p99_ms", rounded(millis.p99()));
    figures.put(what + "_most_ms", rounded(millis.most()));
  }

  static String table(PublishBench.Figures figures) {
    return table(figures.releases()) + table(figures.switches());
  }

  static String table(List<PublishMatch.Row> rows) {
    var text =
        new StringBuilder(
            """
            | | times | p50 ms | p99 ms | goal p50 | bare switch p50 | a text p50 |
            |---|--:|--:|--:|--:|--:|--:|
            """);
    for (var row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.1f | %.1f | %.0f | %.2f | %.2f |%n",
              row.what(),
              row.times(),
              row.p50(),
              row.p99(),
              row.goalP50(),
              row.switchP50(),
              row.messageP50()));
    }
    return text.toString();
  }

  private static String table(SwitchMatch.Row row) {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                """

                %d publishes in %.0f s, %,d turns (%,.0f a second of %,.0f possible; p50 %.2f, p99 %.1f ms), none failed,
                each from one release. A publish took p50 %.0f, p99 %.0f ms, the switch's transaction %.1f and %.1f. From its commit:

                | process | switches | old until p50 ms | p99 | most | new from p50 ms | p99 | most |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """,
                row.publishes(),
                row.seconds(),
                row.turns(),
                row.perSecond(),
                row.capacity(),
                row.turn().p50(),
                row.turn().p99(),
                row.publish().p50(),
                row.publish().p99(),
                row.transaction().p50(),
                row.transaction().p99()));
    for (var each : row.processes()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
              each.name(),
              each.switches(),
              each.stale().p50(),
              each.stale().p99(),
              each.stale().most(),
              each.answered().p50(),
              each.answered().p99(),
              each.answered().most()));
    }
    return text.toString();
  }

  private static BigDecimal rounded(double figure) {
    return BigDecimal.valueOf(Double.isNaN(figure) ? 0 : figure).setScale(3, RoundingMode.HALF_UP);
  }
}
