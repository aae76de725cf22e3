package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.cli.Terminal;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What needs no server.
class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return Wayfare.run(
        new Terminal(
            new BufferedReader(Reader.nullReader()),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false),
        words);
  }

  @Test
  void theExamplesAreReadyToPublish() {
    for (var app : new String[] {"parcel-desk", "claim-intake"}) {
      assertThat(run("check", "../examples/" + app + ".yaml")).isZero();
    }
    assertThat(out.toString()).contains("Ready to publish.").doesNotContain("ERROR");
  }

  @Test
  void aBadDocumentIsToldWithEveryProblem(@TempDir Path folder) throws Exception {
    var file = folder.resolve("bad.yaml");
    Files.writeString(
        file,
        """
        wayfare: 1
        name: bad
        flows:
          one:
            channel: text
            start: nowhere
            steps:
              a: {type: say, text: "{{ nobody }}", next: gone}
        """);
    assertThat(run("check", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("nobody").contains("nowhere").contains("gone");
  }

  @Test
  void aMissingServerIsAnExitCode() {
    assertThat(run("apps", "--server", "http://127.0.0.1:1", "--token", "none")).isEqualTo(3);
    assertThat(err.toString()).contains("No server answers");
  }

  @Test
  void wrongWordsAreWrongUsage() {
    assertThat(run("publsh")).isEqualTo(2);
  }
}
