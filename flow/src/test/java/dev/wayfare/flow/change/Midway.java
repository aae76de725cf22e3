package dev.wayfare.flow.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.check.Checks;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.engine.Surroundings;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.JourneyCodec;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.step.StepTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Somebody in the middle of a journey while a new version is published: what they hear before and
/// after.
final class Midway {
  private static final YamlDocuments DOCUMENTS =
      new YamlDocuments(new CelLanguage(), StepTypes.ALL);
  private static final JourneyCodec CODEC = new JourneyCodec();

  private App app;
  private Engine engine;
  private Journey journey;
  private Instant now = Instant.parse("2026-11-23T09:30:00Z");
  private List<String> heard = List.of();
  private List<Moving.Note> notes = List.of();
  private List<Effect> effects = List.of();

  Midway(String source) {
    app = app(source);
    engine = engine(app);
    journey =
        Journey.begin(
            new UUID(1, 1),
            "link",
            Contact.byPhone("+12025550142"),
            Map.of(),
            now,
            now.plus(Duration.ofDays(30)));
  }

  static App app(String source) {
    var reading = DOCUMENTS.read(source);
    var app = reading.app().orElseThrow();
    var problems = new ArrayList<>(reading.problems());
    problems.addAll(new Checks().check(app));
    assertThat(problems).noneMatch(problem -> Problem.anyError(List.of(problem)));
    return app;
  }

  private static Engine engine(App app) {
    return new Engine(app, new Surroundings(Map.of(), "https://example.com/u/"));
  }

  Midway texts(String body) {
    return takes(new Input.Text(body));
  }

  Midway visits(String trigger) {
    return takes(new Input.Visited(trigger, Map.of()));
  }

  Midway calls(String trigger) {
    return takes(new Input.Called(trigger));
  }

  Midway says(String words) {
    return takes(new Input.Spoken(words, ""));
  }

  Midway sends(Map<String, List<String>> fields) {
    var token = engine.page(journey, now).map(PageView::token).orElse("");
    return takes(new Input.Submitted(token, fields, Optional.empty()));
  }

  /// Lets the timer that is due first fire.
  Midway waits() {
    var timers = journey.timers();
    var due =
        timers.keySet().stream().min(Comparator.comparing(it -> timers.get(it).at())).orElseThrow();
    now = timers.get(due).at();
    return takes(new Input.TimerFired(due, now));
  }

  Midway takes(Input input) {
    remember(engine.advance(journey, input, now));
    return this;
  }

  private void remember(Turn turn) {
    journey = CODEC.read(CODEC.write(turn.journey()));
    effects = turn.effects();
    var words = new ArrayList<String>();
    for (var effect : turn.effects()) {
      switch (effect) {
        case Effect.SendText(_, var body, _) -> words.add(body);
        case Effect.Voice(var verb) -> words.add(words(verb));
        case Effect.Incident(var trouble) -> words.add("! " + trouble.code());
        case Effect.SetTimer _,
            Effect.DropTimer _,
            Effect.Log _,
            Effect.Metric _,
            Effect.PlaceCall _,
            Effect.Ask _,
            Effect.WebMoved _ -> {}
      }
    }
    heard = words;
  }

  private static String words(Verb verb) {
    return switch (verb) {
      case Verb.Speak(var text, _, _) -> text;
      case Verb.Listen(var prompts, _) -> words(prompts.getFirst()) + " …";
      case Verb.HangUp() -> "(hangs up)";
      case Verb.Hold _ -> "(holds)";
      case Verb.Play(var url, _) -> url;
      case Verb.Forward(var to, _) -> "→ " + to;
    };
  }

  // the publish

  Moving moving(String source, Map<String, String> map) {
    return Mover.move(journey, app, app(source), new MoveMap(map));
  }

  /// Moves to this version, and lets the engine go on there.
  Midway moves(String source, Map<String, String> map) {
    return goesOn(source, moving(source, map), Optional.empty());
  }

  Midway moves(String source) {
    return moves(source, Map.of());
  }

  Midway restarts(String source, String words) {
    var moving = Restart.of(journey, app, app(source), MoveMap.NONE);
    return goesOn(source, moving, Optional.of(words));
  }

  private Midway goesOn(String source, Moving moving, Optional<String> words) {
    assertThat(moving).isInstanceOf(Moving.Moved.class);
    var moved = (Moving.Moved) moving;
    app = app(source);
    engine = engine(app);
    notes = moved.notes();
    var before = CODEC.read(CODEC.write(moved.journey()));
    assertThat(before).isEqualTo(moved.journey());
    remember(moved.with(engine.advance(before, new Input.Moved(words), now)));
    return this;
  }

  // what is seen

  List<String> heard() {
    return heard;
  }

  List<String> notes() {
    return notes.stream()
        .map(note -> note.channel().word() + " " + note.what() + ": " + note.text())
        .toList();
  }

  List<Effect> effects() {
    return effects;
  }

  Journey journey() {
    return journey;
  }

  Optional<PageView> page() {
    return engine.page(journey, now);
  }

  List<String> stands() {
    return Stand.of(journey).stream()
        .map(stand -> stand.channel().word() + " " + stand.flow() + "/" + stand.step())
        .toList();
  }
}
