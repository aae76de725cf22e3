package dev.wayfare.flow.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.GoldenFile;
import dev.wayfare.flow.Severity;
import dev.wayfare.flow.check.Checks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays every case of `src/test/journeys` and compares all that was said, shown and done.
/// `-Dwayfare.goldens=rewrite` writes what came of them instead.
class GoldenJourneysTest {

  static List<Path> cases() {
    return Journeys.cases();
  }

  static List<String> apps() {
    return Journeys.apps();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theJourneyGoesAsItIsWritten(Path path) {
    var file = new GoldenFile(path);
    var app = Journeys.app(path.getFileName().toString().split("\\.", -1)[0]);
    file.says(GoldenCase.read(file).played(app));
  }

  @ParameterizedTest
  @MethodSource("apps")
  void theAppThatIsPlayedHasNoErrors(String app) {
    assertThat(new Checks().check(Journeys.app(app)))
        .filteredOn(problem -> problem.severity() == Severity.ERROR)
        .isEmpty();
  }
}
