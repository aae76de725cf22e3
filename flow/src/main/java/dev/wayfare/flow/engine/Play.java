package dev.wayfare.flow.engine;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Flow;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.Budget;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.step.Ask;
import dev.wayfare.flow.step.Move;
import dev.wayfare.flow.step.Page;
import dev.wayfare.flow.step.Scene;
import dev.wayfare.flow.step.Step;
import dev.wayfare.flow.step.Wait;
import dev.wayfare.flow.time.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One turn while it runs: the loop that runs the steps, and where it stands.
final class Play {
  final Journey before;
  final Instant now;
  final Deeds deeds = new Deeds();
  final Timers timers;
  final Stacks stacks;
  final Asks asks;
  final Calls calls;
  final Memory memory;
  final Sight sight;
  Contact contact;
  Instant expires;

  /// What happens when the call is not taken, or is over; empty when there is none.
  Map<String, Object> plan;

  // where the loop stands
  Channel channel = Channel.NONE;
  @Nullable Spot spot;
  Input input = new Input.None();

  private final App app;
  private final Rescue rescue;
  private final Scene scene;
  private final Secrets secrets;
  private final boolean heardSecretly;
  private final Input event;
  private final Deque<Channel> toRun = new ArrayDeque<>();
  private Standing standing;
  private int steps;

  Play(App app, Surroundings around, Journey journey, Input event, Instant now) {
    this.app = app;
    this.before = journey;
    this.event = event;
    this.now = now;
    this.rescue = new Rescue(app);
    this.secrets = new Secrets(app, around.profile());
    this.memory = new Memory(app, journey, secrets);
    this.timers = new Timers(journey.timers(), deeds);
    this.asks = new Asks(journey.asked(), journey.unheard(), journey.turn() + 1);
    this.stacks = new Stacks(journey.stacks(), timers, asks, secrets);
    this.calls = new Calls(app, this);
    this.plan = journey.call();
    this.contact = journey.contact();
    this.standing = journey.standing();
    this.expires = journey.expires();
    this.sight = new Sight(this, around, journey, event, new Budget(Limits.EXPRESSION_UNITS));
    this.scene = new Stage(this);
    this.heardSecretly = asksSecretly(event);
    learnSecrets();
  }

  /// Whether what is heard in this turn is the answer to a sensitive question.
  private boolean asksSecretly(Input heard) {
    var line =
        heard instanceof Input.Text
            ? Channel.TEXT
            : heard instanceof Input.Spoken ? Channel.VOICE : Channel.NONE;
    return line != Channel.NONE
        && stacks.standOn(line)
        && step(stacks.top(line)).orElse(null) instanceof Ask ask
        && ask.sensitive();
  }

  boolean heardSecretly() {
    return heardSecretly;
  }

  private void learnSecrets() {
    memory.learnSecrets();
    stacks.learnSecrets();
  }

  // --- what the engine does with a turn

  /// Wakes the step that set the timer. One that something else lies on top of is woken later.
  void wake(Timer.Wake timer, String name, Instant at) {
    if (!stacks.has(timer.channel(), timer.depth(), timer.step())) {
      return;
    }
    if (stacks.depth(timer.channel()) == timer.depth()) {
      wake(timer.channel(), new Input.TimerFired(name, at));
    } else {
      var later = now.plus(Limits.LATER);
      timers.set(name, new Timer.Wake(later, timer.channel(), timer.depth(), timer.step()));
    }
  }

  /// Runs a flow on its own channel: on top of what stands there, but a web flow takes its place.
  void open(String flowName, Map<String, Object> inputs) {
    var flow = flow(flowName);
    if (flow.isEmpty()) {
      return;
    }
    var line = flow.get().channel();
    if (line == Channel.VOICE) {
      var nobody = "nobody is on the line for a flow of calls";
      deeds.incident(new Trouble(Trouble.CALL_FAILED, nobody, flowName, ""));
      return;
    }
    if (line == Channel.WEB) {
      stacks.clear(Channel.WEB);
      deeds.webMoved();
    }
    stacks.push(line, new Spot(flowName, flow.get().start(), false, inputs));
    wake(line, new Input.None());
  }

  /// Runs the flow of a schedule. Inputs that cannot be worked out are an incident: nobody is there
  /// to hear of it.
  void begin(Trigger.Scheduled schedule) {
    try {
      var inputs = new LinkedHashMap<String, Object>();
      schedule.with().forEach((name, value) -> inputs.put(name, value.value(sight)));
      var flow = flow(schedule.flow());
      if (flow.isPresent()) {
        open(schedule.flow(), memory.given(flow.get(), inputs));
      }
    } catch (ExpressionFailed unfit) {
      fail(unfit.code(), String.valueOf(unfit.getMessage()), schedule.flow());
    } catch (TooLarge large) {
      fail(Trouble.TOO_LARGE, large.getMessage(), schedule.flow());
    }
  }

  private void fail(String code, String message, String flow) {
    deeds.note(null, "failed", Values.object("code", code, "message", message));
    deeds.incident(new Trouble(code, message, flow, ""));
  }

  /// The moment, or the next opening of these hours.
  Instant within(String hours, Instant wanted) {
    var calendar = app.hours().get(hours);
    return calendar == null ? wanted : calendar.keepWithin(wanted, zone());
  }

  /// The contact's time zone, or else the app's.
  ZoneId zone() {
    return Zones.of(contact.timeZone()).orElseGet(app::zone);
  }

  /// Whether these hours are open; empty where there are none of this name.
  Optional<Boolean> isOpen(String hours, Instant at) {
    return Optional.ofNullable(app.hours().get(hours)).map(it -> it.open(at, zone()));
  }

  /// Ends a journey that nobody comes back to, once nothing in it waits.
  void rest() {
    if (before.endsByItself()
        && standing == Standing.OPEN
        && !stacks.standAnywhere()
        && timers.left().isEmpty()
        && asks.left().isEmpty()) {
      close(Standing.ENDED);
    }
  }

  void wake(Channel first, Input wakes) {
    loop(first, wakes);
    runStarted();
  }

  /// Runs what the turn has begun on other channels.
  private void runStarted() {
    for (var next = toRun.poll(); next != null; next = toRun.poll()) {
      loop(next, new Input.None());
    }
  }

  /// Wakes the steps that wait for a condition, on all channels but the call's, so that they look
  /// again after whatever happened; once more while one of them moves on. A call asks by itself.
  void lookAgain() {
    for (var round = 0; round < Limits.DEPTH && standing == Standing.OPEN; round++) {
      if (Stream.of(Channel.TEXT, Channel.WEB, Channel.NONE).noneMatch(this::looksAndMoves)) {
        return;
      }
    }
  }

  private boolean looksAndMoves(Channel line) {
    if (!stacks.standOn(line)
        || !(step(stacks.top(line)).orElse(null) instanceof Wait wait)
        || wait.when().isEmpty()) {
      return false;
    }
    var top = stacks.top(line);
    var at = top.step;
    wake(line, new Input.Held());
    return !stacks.standOn(line) || stacks.top(line) != top || !top.step.equals(at);
  }

  /// Wakes the step that asked; one that cannot hear now hears it as soon as it can.
  void answered(Input.Answered answer) {
    var waits = asks.find(answer.key());
    if (waits.isEmpty()) {
      return;
    }
    var line = waits.get().channel();
    var listens = line != Channel.VOICE || answer.attended();
    if (stacks.depth(line) == waits.get().depth() && listens) {
      asks.heard(answer.key());
      wake(line, answer);
    } else {
      asks.keep(answer.key(), waits.get(), answer.outcome());
    }
  }

  /// Whether the step on top of a channel waits for the world outside.
  boolean asking(Channel line) {
    return asks.waits(line, stacks.depth(line));
  }

  /// A text that came while nobody listened, once somebody does.
  Optional<String> unheard() {
    return standing != Standing.OPEN || asking(Channel.TEXT)
        ? Optional.empty()
        : asks.nextUnheard();
  }

  void expire() {
    close(Standing.EXPIRED);
    deeds.note(null, "expired", Map.of());
  }

  /// A program or a publisher ended the journey.
  void end() {
    close(Standing.ENDED);
    deeds.note(null, "ended", Map.of());
  }

  /// The journey was moved: what stands elsewhere than before begins there. A call does so when it
  /// asks what is next.
  void moved(Optional<String> words) {
    deeds.note(null, "moved", Map.of());
    tell(words);
    for (var line : List.of(Channel.TEXT, Channel.WEB, Channel.NONE)) {
      if (stacks.toBegin(line)) {
        if (line == Channel.WEB) {
          deeds.webMoved();
        }
        wake(line, new Input.None());
      }
    }
  }

  /// A publisher ended the journey.
  void end(Optional<String> words) {
    tell(words);
    end();
  }

  /// Tells somebody who is in a conversation by text.
  private void tell(Optional<String> words) {
    if (words.isPresent() && stacks.standOn(Channel.TEXT) && !contact.phone().isEmpty()) {
      deeds.add(new Effect.SendText(contact.phone(), words.get(), true));
      deeds.note(null, "said", Map.of("text", words.get()));
    }
  }

  /// Pages that the reply of this turn links to must be there when they are opened.
  void prepareFor(List<Template.LinkTarget> links) {
    if (standing == Standing.OPEN) {
      channel = Channel.NONE;
      links.forEach(this::prepare);
      runStarted();
    }
  }

  /// Tells that a request could not be begun.
  void refuse(ExpressionFailed failed) {
    deeds.incident(
        new Trouble(failed.code(), failed.place().path() + ": " + failed.getMessage(), "", ""));
  }

  Turn finish() {
    calls.lead(event);
    learnSecrets();
    var after =
        new Journey(
            before.id(),
            before.link(),
            contact,
            memory.kept(),
            stacks.frozen(),
            timers.left(),
            asks.left(),
            asks.unheard(),
            plan,
            memory.secret(),
            before.start(),
            standing,
            before.began(),
            expires,
            before.turn() + 1);
    return new Turn(after, secrets.hiddenInLogs(deeds.effects()), secrets.hidden(deeds.trail()));
  }

  // --- the loop

  private void loop(Channel line, Input wakes) {
    var asleep = stacks.frozen(line);
    input = stacks.begins(line) ? new Input.None() : wakes;
    while (standing == Standing.OPEN && stacks.standOn(line)) {
      channel = line;
      spot = stacks.top(line);
      if (!follow(line, move(), asleep)) {
        return;
      }
    }
  }

  /// Runs the step that stands on top, and says what it wants.
  private Move move() {
    var here = here();
    var step = step(here);
    if (step.isEmpty()) {
      return new Move.Fail(Trouble.STEP_GONE, "there is no step " + here.step + " in " + here.flow);
    }
    if (++steps > Limits.STEPS) {
      return new Move.Fail(Trouble.BUDGET, "more than " + Limits.STEPS + " steps in one turn");
    }
    if (input instanceof Input.None) {
      deeds.note(here, "entered", Map.of());
    }
    try {
      return step.get().run(scene);
    } catch (ExpressionFailed failed) {
      return new Move.Fail(failed.code(), failed.place().path() + ": " + failed.getMessage());
    } catch (TooLarge large) {
      return new Move.Fail(Trouble.TOO_LARGE, large.getMessage());
    }
  }

  /// Goes where the step wants; false when the turn on this channel is over.
  private boolean follow(Channel line, Move move, List<Frame> asleep) {
    var here = here();
    input = new Input.None();
    switch (move) {
      case Move.Go(var step) -> stacks.move(line, step);
      case Move.Await _ -> {
        return false;
      }
      case Move.Outside(var request) -> {
        var key = asks.ask(line, stacks.depth(line), here.step);
        deeds.add(new Effect.Ask(key, request));
        return false;
      }
      case Move.HangUp _ -> {
        calls.speak(new Verb.HangUp());
        stacks.clear(line);
        return false;
      }
      case Move.Call(var flow, var inputs) -> call(line, flow, inputs);
      case Move.Return(var result) -> {
        stacks.pop(line);
        if (here.called) {
          input = new Input.Returned(result);
        } else {
          var begins = stacks.begins(line);
          var answer = asks.arrived(line, stacks.depth(line));
          input = answer.orElseGet(Input.None::new);
          return begins || answer.isPresent();
        }
      }
      case Move.Enter(var flow, var step, var next) -> {
        enter(flow, step);
        if (line != Channel.WEB) {
          return follow(line, Move.through(next), asleep);
        }
      }
      case Move.End _ -> close(Standing.ENDED);
      case Move.Fail(var code, var message) -> {
        return unwind(line, new Trouble(code, message, here.flow, here.step), asleep);
      }
    }
    return true;
  }

  private void call(Channel line, String name, Map<String, Object> inputs) {
    var flow = app.flows().get(name);
    if (flow == null) {
      input = failed(Trouble.FLOW_GONE, "there is no flow " + name, name);
    } else if (stacks.depth(line) >= Limits.DEPTH) {
      var deep = "flows that run flows, more than " + Limits.DEPTH + " deep";
      input = failed(Trouble.BUDGET, deep, name);
    } else {
      try {
        stacks.push(line, new Spot(name, flow.start(), true, memory.given(flow, inputs)));
      } catch (ExpressionFailed unfit) {
        input = failed(unfit.code(), String.valueOf(unfit.getMessage()), name);
      } catch (TooLarge large) {
        input = failed(Trouble.TOO_LARGE, large.getMessage(), name);
      }
    }
  }

  private static Input failed(String code, String message, String flow) {
    return new Input.Failed(new Trouble(code, message, flow, ""));
  }

  /// Looks for who hears a failure: a `catch` of this flow, then the step that called it, and so on
  /// outwards. Nobody: an incident, and the app's own answer.
  private boolean unwind(Channel line, Trouble trouble, List<Frame> asleep) {
    var here = here();
    deeds.note(here, "failed", Values.object("code", trouble.code(), "message", trouble.message()));
    var catcher = rescue.catcher(here, trouble);
    if (catcher.isPresent()) {
      stacks.move(line, catcher.get());
      here.variables.put("error", trouble.asValue());
      return true;
    }
    if (here.called && steps <= Limits.STEPS) {
      stacks.pop(line);
      input = new Input.Failed(trouble);
      return true;
    }
    giveUp(line, trouble, asleep);
    return false;
  }

  private void giveUp(Channel line, Trouble trouble, List<Frame> asleep) {
    stacks.clear(line);
    if (steps > Limits.STEPS) {
      deeds.silence();
      toRun.clear();
    }
    if (line == Channel.WEB) {
      // The page the person was on stays: they can try again, and lose nothing they had typed.
      stacks.restore(Channel.WEB, asleep);
      if (stepOn(Channel.WEB).orElse(null) instanceof Page page && scene.memo().isPresent()) {
        page.excuse(scene, event, answer(Channel.WEB));
      } else if (stacks.standOn(Channel.WEB)) {
        stacks.top(Channel.WEB).memos.put(Frame.ERRED, answer(Channel.WEB));
      }
      deeds.webMoved();
    }
    deeds.incident(trouble);
    if (line == Channel.TEXT) {
      deeds.add(new Effect.SendText(contact.phone(), answer(Channel.TEXT), true));
    }
    if (line == Channel.VOICE) {
      calls.speak(new Verb.Speak(answer(Channel.VOICE), app.voice()));
      calls.speak(new Verb.HangUp());
    }
  }

  /// What a person is told whose web flow failed before it came to a page.
  Optional<String> erred() {
    return stacks.standOn(Channel.WEB)
            && stacks.top(Channel.WEB).memos.get(Frame.ERRED) instanceof String words
        ? Optional.of(words)
        : Optional.empty();
  }

  /// Puts the web channel on a flow, or one of its steps.
  private void enter(String flowName, Optional<String> step) {
    flow(flowName)
        .ifPresent(
            flow -> {
              stacks.clear(Channel.WEB);
              var at = step.orElse(flow.start());
              stacks.push(Channel.WEB, new Spot(flowName, at, false, Map.of()));
              deeds.webMoved();
              if (channel != Channel.WEB) {
                toRun.add(Channel.WEB);
              }
            });
  }

  /// A link to a page was said: the page must be there when it is opened. Whoever already is in
  /// that flow stays where they are, and a web flow does not leave itself by saying a link.
  void prepare(Template.LinkTarget target) {
    if (channel != Channel.WEB
        && !(stacks.standOn(Channel.WEB)
            && stacks.bottom(Channel.WEB).flow.equals(target.flow()))) {
      enter(target.flow(), target.step());
    }
  }

  /// Begins a flow on its own channel, once this one is done.
  void start(String flowName, Map<String, Object> inputs) {
    flow(flowName)
        .ifPresent(
            flow -> {
              var given = memory.given(flow, inputs);
              stacks.push(flow.channel(), new Spot(flowName, flow.start(), false, given));
              toRun.add(flow.channel());
            });
  }

  /// A flow by its name; that there is none is an incident.
  Optional<Flow> flow(String name) {
    var flow = Optional.ofNullable(app.flows().get(name));
    if (flow.isEmpty()) {
      deeds.incident(new Trouble(Trouble.FLOW_GONE, "there is no flow " + name, name, ""));
    }
    return flow;
  }

  private void close(Standing how) {
    standing = how;
    if (stacks.standOn(Channel.WEB)) {
      deeds.webMoved();
    }
    for (var line : Channel.values()) {
      stacks.clear(line);
    }
    timers.dropAll();
    asks.dropAll();
    plan = Map.of();
  }

  // --- looking without running

  Scene scene() {
    return scene;
  }

  /// The step on top of a channel, with the scene set on it.
  Optional<Step> stepOn(Channel line) {
    if (!stacks.standOn(line)) {
      return Optional.empty();
    }
    channel = line;
    spot = stacks.top(line);
    return step(here());
  }

  private Optional<Step> step(Spot at) {
    return Optional.ofNullable(app.flows().get(at.flow)).map(flow -> flow.steps().get(at.step));
  }

  /// What the app says on a channel when something erred.
  String answer(Channel line) {
    return rescue.answer(line, sight);
  }

  Spot here() {
    if (spot == null) {
      throw new IllegalStateException("no step is running");
    }
    return spot;
  }
}
