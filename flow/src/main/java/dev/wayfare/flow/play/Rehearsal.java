package dev.wayfare.flow.play;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.engine.Requests;
import dev.wayfare.flow.engine.Surroundings;
import dev.wayfare.flow.page.PageView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One journey of an app, played in memory. Time stands still until somebody moves it.
public final class Rehearsal {
  private static final String LINKS = "https://example.com/u/";

  private final Engine engine;
  private final Map<String, Request> asked = new LinkedHashMap<>();
  private final List<Verb> verbs = new ArrayList<>();
  private Optional<Requests.Answer> answered = Optional.empty();
  private Optional<String> refusal = Optional.empty();
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
    var values = new LinkedHashMap<String, Object>();
    app.profileValues().forEach((name, value) -> values.put(name, value.first()));
    return values;
  }

  public Turn text(String body) {
    return advance(new Input.Text(body));
  }

  /// A text with pictures or files.
  public Turn text(String body, List<Input.Media> media) {
    return advance(new Input.Text(body, media));
  }

  // calls

  /// A call comes in by the app's call trigger of this name.
  public Turn call(String trigger) {
    return advance(new Input.Called(trigger));
  }

  public Turn say(String speech) {
    return advance(new Input.Spoken(speech, ""));
  }

  public Turn press(String digits) {
    return advance(new Input.Spoken("", digits));
  }

  /// The call listens, and nothing is heard.
  public Turn silence() {
    return advance(Input.Spoken.NOTHING);
  }

  /// Lets a held call go on after its pause; no timer fires meanwhile.
  public Turn hold() {
    var pause =
        verbs.isEmpty() || !(verbs.getLast() instanceof Verb.Hold(var length))
            ? Duration.ZERO
            : length;
    now = now.plus(pause);
    return advance(new Input.Held());
  }

  /// Whether the call was forwarded and is not back.
  public boolean forwards() {
    return !verbs.isEmpty() && verbs.getLast() instanceof Verb.Forward;
  }

  /// Whether the call is held.
  public boolean holds() {
    return !verbs.isEmpty() && verbs.getLast() instanceof Verb.Hold;
  }

  public Turn forwarded(Input.CallEnd how) {
    return advance(new Input.Forwarded(how));
  }

  public Turn pickUp(boolean byMachine) {
    return advance(new Input.PickedUp(byMachine));
  }

  public Turn hangUp(Input.CallEnd how, Duration length) {
    return advance(new Input.HungUp(how, length));
  }

  // the world outside

  /// What the journey asked and got no answer for yet, by key, in order.
  public Map<String, Request> asked() {
    return Collections.unmodifiableMap(asked);
  }

  /// Answers what was asked first and is still open; a call that asked it is on the line.
  public Turn answer(Outcome outcome) {
    return answer(asked.keySet().stream().findFirst().orElse(""), outcome, true);
  }

  /// Answers what was asked under this key. `waited` says that a call, if one asked, waited for it.
  public Turn answer(String key, Outcome outcome, boolean waited) {
    asked.remove(key);
    var who = journey.asked().get(key);
    var attended = waited && who != null && who.channel() == Channel.VOICE;
    return advance(new Input.Answered(key, outcome, attended));
  }

  public Turn visit(String trigger, Map<String, Object> query) {
    return advance(new Input.Visited(trigger, query));
  }

  /// A program asks, and it is heard as a server hears it: the trigger's check lets it in or not,
  /// and the journey that it is about goes on, or one begins with whom it names. See [#answered].
  public List<Turn> request(String name, Object payload, Map<String, Object> parameters) {
    if (!(engine.app().triggers().get(name) instanceof Trigger.Requested trigger)) {
      return refused("there is no api trigger " + name);
    }
    var asked = new Input.Requested(name, payload, parameters);
    return switch (engine.requests().admit(trigger, asked, now)) {
      case Requests.Refused(var text) -> refused(text);
      case Requests.TooMany(var items, var most) ->
          refused(items + " items, and " + most + " are taken");
      case Requests.Admitted(var requests) ->
          requests.stream().flatMap(each -> heard(trigger, each).stream()).toList();
    };
  }

  private List<Turn> heard(Trigger.Requested trigger, Input.Requested asked) {
    var open = journey.turn() > 0 && journey.standing() == Standing.OPEN && isAbout(trigger, asked);
    if (open && trigger.found() == Trigger.Found.REJECT) {
      return refused("there is an open journey");
    }
    if (!open && trigger.missing() == Trigger.Missing.REJECT) {
      return refused("there is no open journey");
    }
    if (!open || trigger.found() == Trigger.Found.RESTART) {
      journey =
          Journey.begin(
              journey.id(),
              journey.link(),
              engine.requests().contact(trigger, asked, now),
              Requests.start(asked),
              now,
              now.plus(Duration.ofDays(30)));
    }
    var turn = advance(asked);
    answered = trigger.reply().map(reply -> engine.requests().answer(reply, journey, asked, now));
    return List.of(turn);
  }

  private boolean isAbout(Trigger.Requested trigger, Input.Requested asked) {
    var value = engine.requests().matched(trigger, asked, now).orElse("");
    return trigger.match().isPresent()
        && value.equals(
            switch (trigger.match().get().by()) {
              case CONTACT_PHONE -> journey.contact().phone();
              case CONTACT_EMAIL -> journey.contact().email();
              case JOURNEY_LINK -> engine.requests().link(journey);
            });
  }

  private List<Turn> refused(String why) {
    refusal = Optional.of(why);
    answered = Optional.empty();
    return List.of();
  }

  /// What the trigger answers to the last request, where it says anything.
  public Optional<Requests.Answer> answered() {
    return answered;
  }

  /// Why the last request was not let in, if it was not.
  public Optional<String> refusal() {
    return refusal;
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

  /// Lets time pass; timers (but a call's own, which it hears when it asks) that come due on the
  /// way fire at their moments, and the journey's end comes when it comes.
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
        .filter(
            timer ->
                !(timer.getValue() instanceof Timer.Wake wake && wake.channel() == Channel.VOICE))
        .min(
            Comparator.comparing((Map.Entry<String, Timer> timer) -> timer.getValue().at())
                .thenComparing(Map.Entry::getKey));
  }

  private Turn advance(Input input) {
    answered = Optional.empty();
    refusal = Optional.empty();
    var turn = engine.advance(journey, input, now);
    journey = turn.journey();
    // What a turn elsewhere leaves alone goes on as it did.
    if (!journey.standsOn(Channel.VOICE)
        || turn.effects().stream().anyMatch(Effect.Voice.class::isInstance)) {
      verbs.clear();
    }
    for (var effect : turn.effects()) {
      if (effect instanceof Effect.Ask(var key, var request)) {
        asked.put(key, request);
      } else if (effect instanceof Effect.Voice(var verb)) {
        verbs.add(verb);
      }
    }
    return turn;
  }

  public Journey journey() {
    return journey;
  }

  public Instant now() {
    return now;
  }
}
