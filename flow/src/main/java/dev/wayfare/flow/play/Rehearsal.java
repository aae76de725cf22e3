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
import java.util.Set;
import java.util.UUID;

/// One journey of an app, played in memory. Time stands still until somebody moves it.
public final class Rehearsal {
  /// What every journey link begins with here.
  public static final String LINKS = "https://example.com/u/";

  private static final UUID ID = new UUID(0, 1);

  private final Engine engine;
  private final Map<String, Request> asked = new LinkedHashMap<>();
  private final List<Verb> verbs = new ArrayList<>();
  private Optional<Requests.Answer> answered = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private final Duration life;
  private int begun = 1;
  private Journey journey;
  private Instant now;

  public Rehearsal(App app, Map<String, Object> profile, Contact contact, Instant begins) {
    this(app, profile, contact, begins, Duration.ofDays(30));
  }

  public Rehearsal(
      App app, Map<String, Object> profile, Contact contact, Instant begins, Duration life) {
    engine = new Engine(app, new Surroundings(profile, LINKS));
    now = begins;
    this.life = life;
    journey = Journey.begin(ID, "rehearsal", contact, Map.of(), now, now.plus(life));
  }

  /// Another journey takes the place of this one, with a link of its own; what was asked for the
  /// old one is forgotten.
  public void begin(Contact contact, Map<String, Object> start) {
    if (journey.turn() > 0) {
      begun++;
    }
    asked.clear();
    verbs.clear();
    var link = begun == 1 ? "rehearsal" : "rehearsal-" + begun;
    journey = Journey.begin(ID, link, contact, start, now, now.plus(life));
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

  /// A call that waits asks again and again how it goes on; here it does once, when nothing has to
  /// be answered first. Empty where it only goes on waiting.
  public Optional<Turn> holdOn() {
    if (!holds() || !asked.isEmpty()) {
      return Optional.empty();
    }
    var turn = hold();
    return turn.effects().stream().allMatch(Rehearsal::isPause)
        ? Optional.empty()
        : Optional.of(turn);
  }

  private static boolean isPause(Effect effect) {
    return effect instanceof Effect.Voice(Verb.Hold _);
  }

  /// What the call was told since it last listened.
  public List<Verb> verbs() {
    return List.copyOf(verbs);
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

  /// What the person is told whose web flow failed before it came to a page.
  public Optional<String> erred() {
    return engine.erred(journey, now);
  }

  /// What the app says on a channel when something erred.
  public String trouble(Channel channel) {
    return engine.answer(journey, channel, now);
  }

  /// The controls of the page that would be seen with these answers.
  public Set<String> visible(Map<String, List<String>> fields) {
    return page().map(page -> engine.visible(journey, page.token(), fields, now)).orElse(Set.of());
  }

  /// The link of the journey.
  public String link() {
    return engine.requests().link(journey);
  }

  /// Lets time pass; timers (but a call's own, which it hears when it asks) that come due on the
  /// way fire at their moments, and the journey's end comes when it comes.
  public List<Turn> pass(Duration time) {
    var until = now.plus(time);
    var turns = new ArrayList<Turn>();
    for (var turn = passTo(until); turn.isPresent(); turn = passTo(until)) {
      turns.add(turn.get());
    }
    return turns;
  }

  /// Lets time pass to the next thing that comes due by then, or, where nothing does, to then.
  public Optional<Turn> passTo(Instant until) {
    var due = next(until);
    if (due.isPresent()) {
      now = due.get().getValue().at().isAfter(now) ? due.get().getValue().at() : now;
      return Optional.of(
          advance(new Input.TimerFired(due.get().getKey(), due.get().getValue().at())));
    }
    now = until;
    return journey.standing() == Standing.OPEN && !journey.expires().isAfter(now)
        ? Optional.of(advance(new Input.Expired()))
        : Optional.empty();
  }

  /// Fires a timer now, before its moment; time stands still. A call's own is heard by nobody else.
  public Turn fire(String timer) {
    var due = journey.timers().get(timer);
    return advance(new Input.TimerFired(timer, due == null ? now : due.at()));
  }

  /// The journey's time is over.
  public Turn expire() {
    now = journey.expires().isAfter(now) ? journey.expires() : now;
    return advance(new Input.Expired());
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
