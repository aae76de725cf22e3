package dev.wayfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A publish every second for a moment, with two processes under load: every reply names its
/// release and no journey gets two, or the run is spoiled.
class PublishBenchTest {
  /// `-Dwayfare.bench.seconds=30 -Dwayfare.bench.releases=20` for a longer look.
  private static final int SECONDS = Integer.getInteger("wayfare.bench.seconds", 6);

  private static final int RELEASES = Integer.getInteger("wayfare.bench.releases", 2);

  @TempDir private Path folder;

  @Test
  void whileItIsPublishedEverySecondNoTurnFailsAndEveryProcessComesAlong() throws Exception {
    PublishBench.Figures figures;
    try (var scratch = Scratch.in(folder)) {
      figures =
          PublishBench.play(
              Programs.unpackaged(System.getProperty("java.class.path")),
              Path.of(".."),
              new PublishBench.Plan(
                  RELEASES,
                  Duration.ofSeconds(SECONDS / 3),
                  Duration.ofSeconds(SECONDS / 3),
                  Duration.ofSeconds(SECONDS)),
              scratch);
    }
    System.out.println(PublishReport.table(figures));
    var report = new JsonMapper().readTree(PublishReport.json(figures));
    var run = report.path("switches").path(0);
    assertThat(run.path("turns").asInt()).isPositive();
    assertThat(run.path("publishes").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(run.path("processes")).hasSize(2);
    for (var process : run.path("processes")) {
      assertThat(process.path("switches").asInt()).isEqualTo(run.path("publishes").asInt() - 1);
      assertThat(process.path("answered_p50_ms").asDouble())
          .as("new journeys come to the new release")
          .isPositive();
    }
  }

  @Test
  void aReplyNamesItsRelease() {
    var document = Marked.document("      hi: {x: y}\n        text: \"Hi {{ name }}\"\n", 1);
    assertThat(document).contains("text: \"Hi {{ name }} [B]\"");
    assertThat(Marked.of("Hi Ada [B]", "Hi Ada")).isEqualTo("B");
    assertThat(Marked.of("Hi Ada [C]", "Hi Ada")).isEmpty();
    assertThat(Marked.of("Hi Ada", "Hi Ada")).isEmpty();
  }
}
