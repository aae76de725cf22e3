package dev.wayfare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.page.ControlType;
import dev.wayfare.flow.page.ControlTypes;
import dev.wayfare.flow.play.Journeys;
import dev.wayfare.flow.play.PlayedExamples;
import dev.wayfare.flow.play.Sightings;
import dev.wayfare.flow.play.Ways;
import dev.wayfare.flow.step.StepType;
import dev.wayfare.flow.step.StepTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every type of step and of control is played by a golden journey, shown by an example that runs,
/// documented, in the schema, and explained where its code stands; every kind of trigger begins
/// one.
class CatalogueTest {
  private static final String GOLDEN =
      "golden journey that passes through it: play it in a case of src/test/journeys";
  private static final String EXAMPLE =
      "example that reaches it when it is played: see `example` of the type";
  private static final String PAGE = "place of its own in docs/steps.md";
  private static final String SCHEMA = "place of its own in docs/app.schema.json";
  private static final String COMMENT = "doc comment above its class";

  private static final List<String> STEPS = StepTypes.ALL.stream().map(StepType::word).toList();
  private static final List<String> CONTROLS =
      ControlTypes.ALL.stream().map(ControlType::word).toList();
  private static final Sightings GOLDENS = Journeys.seen(Journeys.cases());

  @Test
  void everyTypeOfStepHasAllThatATypeNeeds() {
    assertThat(steps(GOLDENS).complaints(STEPS)).isEmpty();
  }

  @Test
  void everyTypeOfControlHasAllThatATypeNeeds() {
    assertThat(controls(GOLDENS).complaints(CONTROLS)).isEmpty();
  }

  @Test
  void everyExitOfEveryStepIsTakenInAGoldenJourney() {
    assertThat(new Catalogue("exit", Map.of(GOLDEN, GOLDENS.exits())).complaints(new Ways().all()))
        .isEmpty();
  }

  @Test
  void everyKindOfEffectComesOfAGoldenJourney() {
    assertThat(GOLDENS.effects()).containsExactly(Sightings.Kind.values());
  }

  @Test
  void everyKindOfTriggerBeginsAGoldenJourney() {
    assertThat(GOLDENS.doors()).containsExactly(Sightings.Door.values());
  }

  @Test
  void aTypeThatNobodyMadeLacksEverything() {
    assertThat(steps(GOLDENS).complaints(List.of("say", "juggle")))
        .containsExactly(
            "The step type `juggle` has no " + GOLDEN + ".",
            "The step type `juggle` has no " + EXAMPLE + ".",
            "The step type `juggle` has no " + PAGE + ".",
            "The step type `juggle` has no " + SCHEMA + ".",
            "The step type `juggle` has no " + COMMENT + ".");
    assertThat(controls(GOLDENS).complaints(List.of("heading", "slider"))).hasSize(5);
  }

  @Test
  void withoutItsGoldenJourneyATypeIsMissed() {
    var few =
        Journeys.seen(
            Journeys.cases().stream()
                .filter(path -> path.getFileName().toString().startsWith("parcel-desk"))
                .toList());
    assertThat(steps(few).complaints(STEPS))
        .contains("The step type `each` has no " + GOLDEN + ".")
        .doesNotContain("The step type `ask` has no " + GOLDEN + ".")
        .allMatch(complaint -> complaint.endsWith(GOLDEN + "."));
    assertThat(controls(few).complaints(CONTROLS))
        .contains("The control type `rating` has no " + GOLDEN + ".");
  }

  @TestFactory
  Stream<DynamicTest> theExampleOfAStepIsWalkedToItsLastStep() {
    return StepTypes.ALL.stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.word(),
                    () -> {
                      var app = PlayedExamples.of(type);
                      var seen = PlayedExamples.play(app);
                      assertThat(seen.entered())
                          .containsAll(
                              app.flows().get("example").steps().keySet().stream()
                                  .map(step -> "example/" + step)
                                  .toList());
                      assertThat(seen.effects()).doesNotContain(Sightings.Kind.INCIDENT);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> theExampleOfAControlIsFilledInAndSent() {
    return ControlTypes.ALL.stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.word(),
                    () -> {
                      var seen = PlayedExamples.play(PlayedExamples.of(type));
                      assertThat(seen.entered()).contains("example/done");
                      assertThat(seen.effects()).doesNotContain(Sightings.Kind.INCIDENT);
                    }));
  }

  private static Catalogue steps(Sightings goldens) {
    var played = new HashSet<String>();
    StepTypes.ALL.stream()
        .filter(type -> PlayedExamples.play(PlayedExamples.of(type)).steps().contains(type.word()))
        .forEach(type -> played.add(type.word()));
    return catalogue("step", goldens.steps(), played);
  }

  private static Catalogue controls(Sightings goldens) {
    var played = new HashSet<String>();
    ControlTypes.ALL.stream()
        .filter(
            type -> PlayedExamples.play(PlayedExamples.of(type)).controls().contains(type.word()))
        .forEach(type -> played.add(type.word()));
    return catalogue("control", goldens.controls(), played);
  }

  private static Catalogue catalogue(String noun, Set<String> golden, Set<String> played) {
    var found = new LinkedHashMap<String, Set<String>>();
    found.put(GOLDEN, golden);
    found.put(EXAMPLE, played);
    found.put(PAGE, onThePage(noun));
    found.put(SCHEMA, inTheSchema(noun));
    found.put(COMMENT, commented(noun.equals("step") ? "step" : "page"));
    return new Catalogue(noun + " type", found);
  }

  /// The types with a chapter in the part of the page that is about them.
  private static Set<String> onThePage(String noun) {
    var title = noun.equals("step") ? "# Step types\n" : "\n# Type of control\n";
    var after = text(Path.of("../docs/steps.md")).split(Pattern.quote(title), 2)[1];
    return Pattern.compile("(?m)^## `(.+)`$")
        .matcher(after.split("\n# ", 2)[0])
        .results()
        .map(chapter -> chapter.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> inTheSchema(String noun) {
    var definitions = json(Path.of("../docs/app.schema.json")).get("$defs").propertyNames();
    return definitions.stream()
        .filter(name -> name.startsWith(noun + "."))
        .map(name -> name.substring(noun.length() + 1))
        .collect(Collectors.toSet());
  }

  /// The words of the types whose class has a comment that says what it is.
  private static Set<String> commented(String folder) {
    var type =
        Pattern.compile(
            "(?s)\\n///[^\\n]+\\n(?:@[^\\n]+\\n)*public record .*? new (?:Step|Control)Type\\(\\s*\"(\\w+)\"");
    return sources(Path.of("src/main/java/dev/wayfare/flow").resolve(folder)).stream()
        .flatMap(source -> type.matcher(source).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Collection<String> sources(Path folder) {
    try (var files = Files.list(folder)) {
      return files.map(CatalogueTest::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Path file) {
    return JsonMapper.builder().build().readTree(text(file));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
