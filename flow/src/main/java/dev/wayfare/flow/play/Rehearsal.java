package dev.wayfare.flow.play;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.engine.Surroundings;
import dev.wayfare.flow.page.PageView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One journey of an app, played in memory. Time stands still until somebody moves it.
public final class Rehearsal {
  private static final String LINKS = "https://example.com/u/";

  private final Engine engine;
  private Journey journey;
  private Instant now;

  public Rehearsal(App app, Map<String, Object> profile, Contact contact, Instant begins) {
    engine = new Engine(app, new Surroundings(profile, LINKS));
    now = begins;
    journey =
        Journey.begin(
            new UUID(0, 1), "rehearsal", contact, Map.of(), now, now.plus(Duration.ofDays(30)));
  }

  /// What a profile gives where it says nothing: the values' own defaults.
  public static Map<String, Object> defaults(App app) {
    var values = new java.util.LinkedHashMap<String, Object>();
    app.profileValues().forEach((name, value) -> values.put(name, value.first()));
    return values;
  }

  public Turn text(String body) {
    return advance(new Input.Text(body));
  }

  public Turn visit(String trigger, Map<String, Object> query) {
    return advance(new Input.Visited(trigger, query));
  }

  /// Begins again, by a schedule whose moment is now.
  public Turn schedule(String trigger) {
    var due = new Input.Scheduled(trigger, now);
    journey =
        Journey.begin(
            journey.id(), journey.link(), Contact.UNKNOWN, due.start(), now, journey.expires());
    return advance(due);
  }

  /// Sends in the page that is shown now.
  public Turn submit(Map<String, List<String>> fields, Optional<String> button) {
    return submit(page().map(PageView::token).orElse(""), fields, button);
  }

  /// Sends in a page by its token, which may be an old one.
  public Turn submit(String token, Map<String, List<String>> fields, Optional<String> button) {
    return advance(new Input.Submitted(token, fields, button));
  }

  public Optional<PageView> page() {
    return journey.standing() == Standing.OPEN ? engine.page(journey, now) : Optional.empty();
  }

  /// Lets time pass; timers that come due on the way fire at their moments, and the journey's end
  /// comes when it comes.
  public List<Turn> pass(Duration time) {
    var until = now.plus(time);
    var turns = new ArrayList<Turn>();
    for (var due = next(until); due.isPresent(); due = next(until)) {
      now = due.get().getValue().at().isAfter(now) ? due.get().getValue().at() : now;
      turns.add(advance(new Input.TimerFired(due.get().getKey(), due.get().getValue().at())));
    }
    now = until;
    if (journey.standing() == Standing.OPEN && !journey.expires().isAfter(now)) {
      turns.add(advance(new Input.Expired()));
    }
    return turns;
  }

  private Optional<Map.Entry<String, Timer>> next(Instant until) {
    return journey.timers().entrySet().stream()
        .filter(timer -> !timer.getValue().at().isAfter(until))
        .filter(timer -> timer.getValue().at().isBefore(journey.expires()))
        .min(
            Comparator.comparing((Map.Entry<String, Timer> timer) -> timer.getValue().at())
                .thenComparing(Map.Entry::getKey));
  }

  private Turn advance(Input input) {
    var turn = engine.advance(journey, input, now);
    journey = turn.journey();
    return turn;
  }

  public Journey journey() {
    return journey;
  }

  public Instant now() {
    return now;
  }
}
