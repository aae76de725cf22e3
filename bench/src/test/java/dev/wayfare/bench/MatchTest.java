package dev.wayfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// All three for a moment: every reply is checked by the load itself, so a figure means that it was
/// right.
class MatchTest {
  @TempDir private Path folder;

  @Test
  void allThreeHoldConversationsAndTheReportNamesThem() throws Exception {
    var told = new ArrayList<String>();
    List<Match.Row> rows;
    List<PublishMatch.Row> published;
    try (var scratch = Scratch.in(folder)) {
      var match =
          Match.prepare(
              Programs.unpackaged(System.getProperty("java.class.path")),
              Path.of("turn-bench.yaml"),
              Duration.ofMillis(500),
              scratch);
      rows = match.play(new Match.Plan(List.of(2), Duration.ofSeconds(1), 1), told::add);
      published =
          PublishMatch.play(
              match.product(), Files.readString(Path.of("../" + PublishBench.EXAMPLE)), 2, scratch);
    }
    assertThat(told).hasSize(1);
    assertThat(folder.toFile().list()).isEmpty();
    var report = new JsonMapper().readTree(Report.json(rows, published));
    assertThat(report.path("turns")).hasSize(1);
    assertThat(report.path("publish").findValuesAsString("what"))
        .containsExactly("publish", "rollback");
    for (var release : report.path("publish")) {
      assertThat(release.path("times").asInt()).isEqualTo(2);
      assertThat(release.path("p50_ms").asDouble()).isPositive();
      assertThat(release.path("bare_switch_p50_ms").asDouble()).isPositive();
    }
    var turns = report.path("turns").path(0);
    assertThat(turns.propertyNames())
        .containsExactly(
            "connections",
            "turns_per_s",
            "limit_per_s",
            "bare_per_s",
            "ratio_to_limit",
            "ratio_to_bare",
            "p50_ms",
            "p99_ms");
    assertThat(turns.path("connections").asInt()).isEqualTo(2);
    for (var figure : List.of("turns_per_s", "limit_per_s", "bare_per_s", "p50_ms")) {
      assertThat(turns.path(figure).asDouble()).as(figure).isPositive();
    }
    assertThat(turns.path("p99_ms").asDouble())
        .isGreaterThanOrEqualTo(turns.path("p50_ms").asDouble());
  }
}
