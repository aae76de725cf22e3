package dev.wayfare.flow.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.check.Checks;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.engine.Surroundings;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.json.JourneyCodec;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.play.RandomApp;
import dev.wayfare.flow.play.RandomPerson;
import dev.wayfare.flow.step.Run;
import dev.wayfare.flow.step.StepTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/// Whatever a builder did to an app and wherever somebody is in it, they are moved, soon or not at
/// all, with reasons; who was moved meets no step, flow or variable that is not there.
///
/// `-Dwayfare.random.apps=5000` moves more, `-Dwayfare.random.seed=…` from another seed on.
class RandomMovesTest {
  private static final long SEED = Long.getLong("wayfare.random.seed", 20261127L);
  private static final int APPS = Integer.getInteger("wayfare.random.apps", 50);
  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
  private static final List<Object> VALUES =
      List.of("", "12", "a word", "true", "2026-11-23T09:30:00Z", 3d, true, NOW);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final YamlDocuments documents = new YamlDocuments(new CelLanguage(), StepTypes.ALL);
  private final JourneyCodec journeys = new JourneyCodec();
  private final Map<String, Integer> seen = new TreeMap<>();

  @Test
  @Timeout(600)
  void whoIsMovedGoesOnInTheNewApp() {
    for (var seed = SEED; seed < SEED + APPS; seed++) {
      var random = new Random(seed);
      var document = RandomApp.document(random);
      extras(document, random);
      try {
        play(document, random);
      } catch (Throwable failure) {
        throw new AssertionError("seed " + seed + ": " + failure, failure);
      }
    }
    System.out.println("RandomMoves: " + seen);
    if (APPS >= 50) {
      assertThat(seen.keySet())
          .contains("Moved", "NotNow", "Refused", "KEPT", "BEGINS_AGAIN", "ELSEWHERE")
          .contains("TIMER_DROPPED", "VARIABLE_DROPPED", "restarted");
    }
  }

  /// Variables that nobody uses, so that a builder may do with them what they like.
  @SuppressWarnings("unchecked")
  private static void extras(Map<String, Object> document, Random random) {
    var variables = (Map<String, Object>) document.get("variables");
    for (var i = 0; i < 4; i++) {
      variables.put("extra_" + i, List.of("text", "any", "number").get(random.nextInt(3)));
    }
  }

  private Optional<App> app(Object document) {
    var reading = documents.read(JSON.writeValueAsString(document));
    var problems = new ArrayList<>(reading.problems());
    reading.app().ifPresent(app -> problems.addAll(new Checks().check(app)));
    return reading.app().filter(_ -> !Problem.anyError(problems));
  }

  /// Plays, and whenever somebody stands somewhere a builder now and then changes that very step.
  private void play(Map<String, Object> document, Random random) {
    var old = app(document);
    if (old.isEmpty()) {
      count("unsound");
      return;
    }
    for (var people = 0; people < 3; people++) {
      play(document, old.get(), random);
    }
  }

  private void play(Map<String, Object> document, App old, Random random) {
    var person = new RandomPerson(random);
    var journey = begun(old, random);
    var at = NOW;
    for (var i = 0; i < 8 && journey.standing() == Standing.OPEN; i++) {
      at = act(old, journey, person, at);
      journey = last.journey();
      var frames = journey.stacks().values().stream().flatMap(List::stream).toList();
      if (!frames.isEmpty() && random.nextInt(3) > 0) {
        var frame = frames.get(random.nextInt(frames.size()));
        var edited = app(Edits.sound(document, frame.flow(), frame.step(), random));
        if (edited.isPresent()) {
          move(journey, old, edited.get(), map(old, edited.get(), random), random, at);
        } else {
          count("unsound edit");
        }
      }
    }
  }

  private MoveMap map(App old, App now, Random random) {
    var map =
        random.nextBoolean()
            ? MoveMap.of(Changes.between(documents.shape(), old, now))
            : MoveMap.NONE;
    assertThat(map.wrong(old, now)).isEmpty();
    return map;
  }

  private static Journey begun(App old, Random random) {
    var empty =
        Journey.begin(
            new UUID(7, 7),
            "link",
            Contact.byPhone("+12025550142"),
            Map.of(),
            NOW,
            NOW.plus(Duration.ofDays(30)));
    var held = new LinkedHashMap<String, Object>();
    for (var i = 0; i < 4; i++) {
      var value = VALUES.get(random.nextInt(VALUES.size()));
      var variable = old.variables().get("extra_" + i);
      if (random.nextInt(3) == 0 && Values.fits(variable.type(), value)) {
        held.put(variable.name(), value);
      }
    }
    return new Journey(
        empty.id(),
        empty.link(),
        empty.contact(),
        held,
        empty.stacks(),
        empty.timers(),
        empty.asked(),
        empty.unheard(),
        empty.call(),
        empty.secrets(),
        empty.start(),
        empty.standing(),
        empty.began(),
        empty.expires(),
        empty.turn());
  }

  private Turn last = new Turn(begunNowhere(), List.of(), List.of());

  private static Journey begunNowhere() {
    return Journey.begin(new UUID(0, 0), "", Contact.UNKNOWN, Map.of(), NOW, NOW);
  }

  private Instant act(App app, Journey journey, RandomPerson person, Instant now) {
    var engine = new Engine(app, new Surroundings(Map.of(), "https://example.com/u/"));
    var act = person.act(journey, page(engine, journey, now), now);
    last = engine.advance(journey, act.input(), act.at());
    return act.at();
  }

  private static Optional<PageView> page(Engine engine, Journey journey, Instant now) {
    try {
      return engine.page(journey, now);
    } catch (ExpressionFailed _) {
      return Optional.empty();
    }
  }

  private void move(Journey journey, App old, App now, MoveMap map, Random random, Instant at) {
    var moving = Mover.move(journey, old, now, map);
    assertThat(Mover.move(journey, old, now, map)).isEqualTo(moving);
    count(moving.getClass().getSimpleName());
    switch (moving) {
      case Moving.Moved moved -> {
        moved.notes().forEach(note -> count(note.what().name()));
        fits(moved.journey(), now);
        timers(journey, moved);
        goesOn(moved, now, random, at);
      }
      case Moving.NotNow(var reasons) -> told(reasons);
      case Moving.Refused(var reasons) -> told(reasons);
    }
    if (Restart.of(journey, old, now, map) instanceof Moving.Moved anew) {
      count("restarted");
      fits(anew.journey(), now);
      goesOn(anew, now, random, at);
    }
  }

  private static void told(List<Moving.Reason> reasons) {
    assertThat(reasons).isNotEmpty();
    assertThat(reasons).allMatch(reason -> !reason.text().isBlank());
  }

  /// Nothing in it is unknown to the app, and it is stored as it is.
  private void fits(Journey journey, App app) {
    assertThat(journeys.read(journeys.write(journey))).isEqualTo(journey);
    journey.variables().forEach((name, value) -> fits(app.variables().get(name).type(), value));
    assertThat(app.variables().keySet()).containsAll(journey.secrets());
    journey
        .stacks()
        .forEach(
            (_, frames) -> {
              for (var i = 0; i < frames.size(); i++) {
                fits(frames, i, app);
              }
            });
    for (var timer : journey.timers().values()) {
      switch (timer) {
        case Timer.Wake(_, var line, var depth, var step) ->
            assertThat(journey.stack(line).get(depth - 1).step()).isEqualTo(step);
        case Timer.Run run -> assertThat(app.flows()).containsKey(run.flow());
        case Timer.Call call -> assertThat(app.flows()).containsKey(call.flow());
        case Timer.Text _ -> {}
      }
    }
    for (var asked : journey.asked().values()) {
      assertThat(journey.stack(asked.channel()).get(asked.depth() - 1).step())
          .isEqualTo(asked.step());
    }
  }

  private static void fits(Type type, Object value) {
    assertThat(Values.fits(type, value)).isTrue();
  }

  private static void fits(List<Frame> frames, int index, App app) {
    var frame = frames.get(index);
    var flow = app.flows().get(frame.flow());
    assertThat(flow.steps()).containsKey(frame.step());
    frame.variables().forEach((name, value) -> fits(flow, name, value));
    assertThat(frame.variables().keySet()).containsAll(frame.secrets());
    assertThat(frame.memos().keySet())
        .allMatch(memo -> memo.startsWith("_") || flow.steps().containsKey(memo));
    if (frame.called()) {
      var below = frames.get(index - 1);
      assertThat(app.flows().get(below.flow()).steps().get(below.step()))
          .isInstanceOfSatisfying(Run.class, run -> assertThat(run.flow()).isEqualTo(frame.flow()));
    }
  }

  private static void fits(Flow flow, String name, Object value) {
    if (!name.equals("error")) {
      var own = flow.inputs().getOrDefault(name, flow.variables().get(name));
      assertThat(own).as(name).isNotNull();
      fits(own.type(), value);
    }
  }

  /// The effects tell a store all that became of the timers.
  private static void timers(Journey before, Moving.Moved moved) {
    var stored = new TreeMap<String, Instant>();
    before.timers().forEach((name, timer) -> stored.put(name, timer.at()));
    for (var effect : moved.effects()) {
      if (effect instanceof Effect.SetTimer(var name, var at)) {
        stored.put(name, at);
      } else if (effect instanceof Effect.DropTimer(var name)) {
        stored.remove(name);
      }
    }
    var now = new TreeMap<String, Instant>();
    moved.journey().timers().forEach((name, timer) -> now.put(name, timer.at()));
    assertThat(stored).isEqualTo(now);
  }

  private void goesOn(Moving.Moved moved, App now, Random random, Instant at) {
    var engine = new Engine(now, new Surroundings(Map.of(), "https://example.com/u/"));
    last = moved.with(engine.advance(moved.journey(), new Input.Moved(Optional.of("Hello")), at));
    promised(last);
    var person = new RandomPerson(random);
    var then = at;
    for (var i = 0; i < 4 && last.journey().standing() == Standing.OPEN; i++) {
      then = act(now, last.journey(), person, then);
      promised(last);
    }
  }

  private static void promised(Turn turn) {
    for (var line : turn.trail()) {
      if (line.what().equals("failed")) {
        promised(line.data().get("code").toString(), line.data().get("message").toString());
      }
    }
    for (var effect : turn.effects()) {
      if (effect instanceof Effect.Incident(var trouble)) {
        promised(trouble.code(), trouble.message());
      }
    }
  }

  private static void promised(String code, String message) {
    assertThat(code).isNotIn(Trouble.STEP_GONE, Trouble.FLOW_GONE);
    assertThat(message).doesNotContain(" was expected", " takes ", "has problems");
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }
}
