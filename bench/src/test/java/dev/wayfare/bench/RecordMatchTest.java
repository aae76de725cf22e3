package dev.wayfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// All searches for a moment: each is checked to find as much as the one by hand.
class RecordMatchTest {
  @TempDir private Path folder;

  @Test
  void everySearchFindsWhatTheOneByHandFinds() throws Exception {
    List<RecordMatch.Row> rows;
    try (var scratch = Scratch.in(folder)) {
      rows =
          RecordMatch.play(
              Path.of("../examples/appointments.yaml"),
              9_000,
              Duration.ofMillis(100),
              Duration.ofMillis(300),
              scratch);
    }
    assertThat(rows)
        .extracting(RecordMatch.Row::name)
        .containsExactly("visits of a day", "next visit of a phone", "one visit");
    assertThat(rows.getFirst().found()).isEqualTo(9 * rows.getFirst().times());
    assertThat(rows.getLast().found()).isEqualTo(rows.getLast().times());
    var report = new JsonMapper().readTree(RecordBench.json(rows)).path("records");
    assertThat(report).hasSize(3);
    assertThat(report.path(0).path("p99_ms").asDouble())
        .isGreaterThanOrEqualTo(report.path(0).path("p50_ms").asDouble());
    assertThat(RecordBench.table(rows)).contains("| one visit |");
  }
}
