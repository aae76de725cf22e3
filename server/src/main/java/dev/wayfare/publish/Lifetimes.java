package dev.wayfare.publish;

import dev.wayfare.app.Profile;
import dev.wayfare.flow.App;
import dev.wayfare.flow.Severity;
import dev.wayfare.flow.step.Extend;
import dev.wayfare.flow.step.SetTimer;
import dev.wayfare.flow.step.Step;
import dev.wayfare.flow.step.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Whether what an app waits for comes while its journeys live: they expire after the days that the
/// profile gives them. An app that extends its journeys knows what it does.
final class Lifetimes {
  private Lifetimes() {}

  static List<Finding> findings(App app, Profile profile) {
    var days = profile.settings().journeyDays();
    var life = Duration.ofDays(days);
    if (steps(app).stream().anyMatch(it -> it.step instanceof Extend)) {
      return List.of();
    }
    return steps(app).stream()
        .filter(it -> longest(it.step).filter(length -> length.compareTo(life) >= 0).isPresent())
        .map(
            it ->
                new Finding(
                    Finding.Code.JOURNEY_TOO_SHORT.name(),
                    Severity.WARNING,
                    it.place,
                    "This comes after %s, and journeys under %s live %d days: it never comes."
                        .formatted(words(longest(it.step).orElseThrow()), profile.name(), days),
                    "Give journeys more days in the profile's settings, let less time pass, or"
                        + " extend the journey before."))
        .toList();
  }

  private record Placed(String place, Step step) {}

  private static List<Placed> steps(App app) {
    return app.flows().values().stream()
        .flatMap(
            flow ->
                flow.steps().entrySet().stream()
                    .map(
                        it ->
                            new Placed(
                                "flows/" + flow.name() + "/steps/" + it.getKey(), it.getValue())))
        .toList();
  }

  private static Optional<Duration> longest(Step step) {
    return switch (step) {
      case Wait wait -> wait.length();
      case SetTimer timer -> timer.after();
      default -> Optional.empty();
    };
  }

  private static String words(Duration length) {
    return length.toDays() + " days";
  }
}
