package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What needs no server.
class CommandLineTest {
  private static final String BAD =
      """
      wayfare: 1
      name: bad
      flows:
        one:
          channel: text
          start: nowhere
          steps:
            a: {type: say, text: "{{ nobody }}", next: gone}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"parcel-desk", "claim-intake", "appointments"})
  void theExamplesAreReadyToPublish(String app) {
    var run = CommandLineRun.of("check", "../examples/" + app + ".yaml");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Ready to publish.").doesNotContain("ERROR");
  }

  @Test
  void aBadDocumentIsToldWithEveryProblem(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("bad.yaml"), BAD).toString();
    var run = CommandLineRun.of("check", file);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("nobody").contains("nowhere").contains("gone");
  }

  @Test
  void aProgramGetsTheProblemsAsJson(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("bad.yaml"), BAD).toString();
    var run = CommandLineRun.of("check", file, "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().path("ready").asBoolean(true)).isFalse();
    assertThat(run.json().path("problems"))
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.path("code").asString()).isNotEmpty();
              assertThat(problem.path("place").asString()).isNotEmpty();
              assertThat(problem.path("text").asString()).isNotEmpty();
            });
  }

  @Test
  void aMissingServerIsAnExitCode() {
    var run = CommandLineRun.of("apps", "--server", "http://127.0.0.1:1", "--token", "none");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("No server answers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8787", "http://", "ht tp://x", "ftp://x", ""})
  void anAddressThatIsNoneIsWrongUsage(String address) {
    var run = CommandLineRun.of("apps", "--server", address, "--token", "none");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("\"" + address + "\"").contains("http://localhost:8787");
  }

  @Test
  void aTokenThatIsNoneIsWrongUsageAndIsNotRepeated() {
    var run = CommandLineRun.of("apps", "--server", "http://127.0.0.1:1", "--token", "wf_a\nb");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("token").doesNotContain("wf_a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"publsh", "apps --limit=none", "play"})
  void wrongWordsAreWrongUsage(String words) {
    assertThat(CommandLineRun.of(words.split(" ")).code()).isEqualTo(2);
  }

  @Test
  void aBackupOfNothingMakesNothing(@TempDir Path folder) {
    var data = folder.resolve("none");
    var file = folder.resolve("backup");
    var run = CommandLineRun.of("backup", file.toString(), "--data", data.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("There is no database in " + data);
    assertThat(data).doesNotExist();
    assertThat(file).doesNotExist();
  }

  @Test
  void aRestoreFromAFileThatIsNotThereMakesNothing(@TempDir Path folder) {
    var data = folder.resolve("none");
    var run = CommandLineRun.of("restore", folder + "/gone", "--data", data.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("gone");
    assertThat(data).doesNotExist();
  }

  @Test
  void everyCommandIsInTheHelp() {
    assertThat(CommandLineRun.of("--help").out())
        .contains("apps", "push", "check", "publish", "releases", "unpublish", "journeys", "text")
        .contains("play", "backup", "restore", "doctor", "sign-in-link", "up", "demo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "rollback", "text", "play", "up", "demo", "sign-in-link"})
  void everyCommandExplainsItself(String command) {
    var run = CommandLineRun.of(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Usage:", command, "--help");
  }
}
