package dev.wayfare.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// What the searches of the appointments take over many stored records.
@Command(
    name = "records",
    description = {
      "Runs the searches of examples/appointments.yaml over many stored bookings, beside the same",
      "searches written by hand, by turns on one connection."
    },
    mixinStandardHelpOptions = true)
final class RecordBench implements Callable<Integer> {
  @Option(
      names = "--records",
      defaultValue = "100000",
      description = "How many bookings are stored (default: ${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "How long each search is measured (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "10",
      description = "Seconds each search runs hot first (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    var home = Path.of(System.getProperty("wayfare.home", ".")).toAbsolutePath().normalize();
    try (var scratch = Scratch.in(Files.createDirectories(home.resolve("bench/target")))) {
      var rows =
          RecordMatch.play(
              home.resolve("examples/appointments.yaml"),
              records,
              Duration.ofSeconds(warmUp),
              Duration.ofSeconds(seconds),
              scratch);
      System.out.println(json ? json(rows) : table(rows));
      return 0;
    } catch (Contender.Spoiled spoiled) {
      System.err.println(spoiled.getMessage());
      return 1;
    }
  }

  static String json(List<RecordMatch.Row> rows) {
    return new JsonMapper()
        .writeValueAsString(Map.of("records", rows.stream().map(RecordBench::figures).toList()));
  }

  private static Map<String, Object> figures(RecordMatch.Row row) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("search", row.name());
    figures.put("times", row.times());
    figures.put("found", rounded((double) row.found() / row.times()));
    figures.put("p50_ms", rounded(row.product().p50()));
    figures.put("bare_p50_ms", rounded(row.bare().p50()));
    figures.put("ratio_p50", rounded(row.product().p50() / row.bare().p50()));
    figures.put("p99_ms", rounded(row.product().p99()));
    figures.put("bare_p99_ms", rounded(row.bare().p99()));
    figures.put("ratio_p99", rounded(row.product().p99() / row.bare().p99()));
    return figures;
  }

  static String table(List<RecordMatch.Row> rows) {
    var text =
        new StringBuilder(
            """
            | search | times | found | p50 ms | by hand | ratio | p99 ms | by hand | ratio |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|
            """);
    for (var row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %.1f | %.3f | %.3f | %.2f | %.3f | %.3f | %.2f |%n",
              row.name(),
              row.times(),
              (double) row.found() / row.times(),
              row.product().p50(),
              row.bare().p50(),
              row.product().p50() / row.bare().p50(),
              row.product().p99(),
              row.bare().p99(),
              row.product().p99() / row.bare().p99()));
    }
    return text.toString();
  }

  private static BigDecimal rounded(double figure) {
    return BigDecimal.valueOf(figure).setScale(3, RoundingMode.HALF_UP);
  }
}
