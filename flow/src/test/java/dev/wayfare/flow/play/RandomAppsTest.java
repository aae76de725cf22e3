package dev.wayfare.flow.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.check.Checks;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.engine.Surroundings;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.json.JourneyCodec;
import dev.wayfare.flow.json.TrailCodec;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.page.ControlTypes;
import dev.wayfare.flow.page.ControlView;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.step.StepTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/// Whatever app somebody writes and whatever a person does with it, every turn ends, waits or errs
/// within its budgets; the same again gives the same; and what is stored between two turns changes
/// nothing.
///
/// `-Dwayfare.random.apps=5000` plays more, `-Dwayfare.random.seed=…` from another seed on; a
/// failure names its seed and shows its document.
class RandomAppsTest {
  private static final long SEED = Long.getLong("wayfare.random.seed", 20261123L);
  private static final int APPS = Integer.getInteger("wayfare.random.apps", 200);
  private static final int ACTS = 16;
  private static final int MOST_STEPS = 1_000;
  private static final int LONGEST_JOURNEY = 2_000_000;
  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final YamlDocuments documents = new YamlDocuments(new CelLanguage(), StepTypes.ALL);
  private final Checks checks = new Checks();
  private final JourneyCodec journeys = new JourneyCodec();
  private final TrailCodec trails = new TrailCodec();
  private final Set<String> steps = new TreeSet<>();
  private final Set<String> controls = new TreeSet<>();
  private int clean;
  private int turns;
  private int incidents;

  @Test
  @Timeout(600)
  void everyTurnOfAnyAppEndsWaitsOrErrsAndIsTheSameAgain() {
    for (long seed = SEED; seed < SEED + APPS; seed++) {
      var random = new Random(seed);
      var document = RandomApp.document(random);
      var source =
          JSON.writeValueAsString(
              random.nextInt(5) == 0 ? Damage.done(document, random) : document);
      try {
        app(source, random);
      } catch (Throwable failure) {
        throw new AssertionError(
            "seed %d: %s%n%s"
                .formatted(
                    seed,
                    failure,
                    JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(JSON.readTree(source))),
            failure);
      }
    }
    System.out.printf(
        "RandomApps: %d apps, %d without errors, %d turns, %d incidents%n  steps %s%n  controls %s%n",
        APPS, clean, turns, incidents, steps, controls);
    if (APPS >= 200) {
      assertThat(steps).containsAll(StepTypes.ALL.stream().map(type -> type.word()).toList());
      assertThat(controls).containsAll(ControlTypes.ALL.stream().map(type -> type.word()).toList());
      assertThat(clean).isGreaterThan(APPS / 4);
    }
  }

  private void app(String source, Random random) {
    var reading = documents.read(source);
    if (reading.app().isEmpty()) {
      return;
    }
    var app = reading.app().get();
    var problems = new ArrayList<>(reading.problems());
    problems.addAll(checks.check(app));
    var sound = !Problem.anyError(problems);
    clean += sound ? 1 : 0;
    var contact = random.nextInt(4) == 0 ? Contact.UNKNOWN : Contact.byPhone("+12025550142");
    var acts = new ArrayList<RandomPerson.Act>();
    var first = first(app, contact, new RandomPerson(random), acts, sound);
    var again = random.nextInt(10) == 0 ? documents.read(source).app().orElseThrow() : app;
    assertThat(replayed(again, contact, acts, false)).isEqualTo(first);
    assertThat(replayed(again, contact, acts, true)).isEqualTo(first);
  }

  private static Journey begun(Contact contact) {
    return Journey.begin(
        new UUID(7, 7),
        "link",
        contact,
        Values.object("by", "chance"),
        NOW,
        NOW.plus(Duration.ofDays(30)));
  }

  private static Engine engine(App app) {
    return new Engine(app, new Surroundings(Map.of(), "https://example.com/u/"));
  }

  /// Plays while the person makes up their mind, and keeps what they did.
  private List<String> first(
      App app, Contact contact, RandomPerson person, List<RandomPerson.Act> acts, boolean sound) {
    var engine = engine(app);
    var journey = begun(contact);
    var now = NOW;
    var told = new ArrayList<String>();
    for (int i = 0; i < ACTS && journey.standing() == Standing.OPEN; i++) {
      var act = person.act(journey, page(engine, journey, now), now);
      acts.add(act);
      now = act.at();
      var turn = engine.advance(journey, act.input(), now);
      judge(app, turn, sound);
      journey = turn.journey();
      told.add(told(turn) + page(engine, journey, now));
      turns++;
    }
    return told;
  }

  private List<String> replayed(
      App app, Contact contact, List<RandomPerson.Act> acts, boolean stored) {
    var engine = engine(app);
    var journey = begun(contact);
    var told = new ArrayList<String>();
    for (var act : acts) {
      var turn = engine.advance(stored ? stored(journey) : journey, act.input(), act.at());
      journey = stored ? stored(turn.journey()) : turn.journey();
      assertThat(trails.read(trails.write(turn.trail()))).isEqualTo(turn.trail());
      told.add(told(turn) + page(engine, journey, act.at()));
    }
    return told;
  }

  private Journey stored(Journey journey) {
    var back = journeys.read(journeys.write(journey));
    assertThat(back).isEqualTo(journey);
    assertThat(journeys.write(back)).isEqualTo(journeys.write(journey));
    return back;
  }

  private String told(Turn turn) {
    return journeys.write(turn.journey()) + trails.write(turn.trail()) + turn.effects();
  }

  private Optional<PageView> page(Engine engine, Journey journey, Instant now) {
    try {
      var page = engine.page(journey, now);
      page.ifPresent(shown -> shown.controls().forEach(this::seen));
      return page;
    } catch (ExpressionFailed _) {
      return Optional.empty();
    }
  }

  private void seen(ControlView control) {
    controls.add(control.type());
    control.children().forEach(this::seen);
  }

  private void judge(App app, Turn turn, boolean sound) {
    var entered = 0;
    for (var line : turn.trail()) {
      if (line.what().equals("entered")) {
        entered++;
        steps.add(StepTypes.of(app.flows().get(line.flow()).steps().get(line.step())).word());
      }
      if (line.what().equals("failed") && sound) {
        promised(line.data().get("code").toString(), line.data().get("message").toString());
      }
    }
    assertThat(entered).isLessThanOrEqualTo(MOST_STEPS + 1);
    assertThat(turn.effects()).hasSizeLessThan(4 * MOST_STEPS);
    assertThat(turn.effects().stream().filter(RandomAppsTest::spent).count()).isLessThan(2);
    assertThat(journeys.write(turn.journey())).hasSizeLessThan(LONGEST_JOURNEY);
    for (var effect : turn.effects()) {
      if (effect instanceof Effect.Incident(var trouble)) {
        incidents++;
        if (sound) {
          promised(trouble.code(), trouble.message());
        }
      }
    }
  }

  private static boolean spent(Effect effect) {
    return effect instanceof Effect.Incident(var why)
        && why.message().startsWith("more than " + MOST_STEPS);
  }

  /// What the checks let through never leads nowhere and never meets a value of another type.
  private static void promised(String code, String message) {
    assertThat(code).isNotIn(Trouble.STEP_GONE, Trouble.FLOW_GONE);
    assertThat(message).doesNotContain(" was expected", " takes ", "has problems");
  }
}
