package dev.wayfare.flow.engine;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Asked;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.TrailEntry;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.Variable;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.Bindings;
import dev.wayfare.flow.expression.Budget;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.step.Ask;
import dev.wayfare.flow.step.Catch;
import dev.wayfare.flow.step.Move;
import dev.wayfare.flow.step.Page;
import dev.wayfare.flow.step.Scene;
import dev.wayfare.flow.step.Step;
import dev.wayfare.flow.step.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One turn while it runs: what the steps see as their scene, and the loop that runs them.
final class Play implements Scene {
  private static final String LAST_RESORT =
      "Sorry, something went wrong on our side. Please try again later.";

  /// A memo of the frame itself; no step has this name.
  private static final String PAGES = "_pages";

  private final App app;
  private final Journey before;
  private final Input event;
  private final Instant now;
  private final Sight sight;
  private final Map<Channel, List<Spot>> stacks = new EnumMap<>(Channel.class);
  private final Map<String, Object> variables;
  private final Map<String, Timer> timers;
  private final Map<String, Asked> asked;
  private final List<String> unheard;
  private final List<Effect> effects = new ArrayList<>();
  private final List<TrailEntry> trail = new ArrayList<>();
  private final Deque<Channel> toRun = new ArrayDeque<>();
  private final Secrets secrets;
  private final Set<String> secretly;
  private final boolean heardSecretly;
  private Map<String, Object> plan;
  private Contact contact;
  private Standing standing;
  private Instant expires;
  private int steps;
  private int asks;

  // where the loop stands
  private Channel channel = Channel.NONE;
  private @Nullable Spot spot;
  private Input input = new Input.None();

  Play(App app, Surroundings around, Journey journey, Input event, Instant now) {
    this.app = app;
    this.before = journey;
    this.event = event;
    this.now = now;
    this.variables = new LinkedHashMap<>(journey.variables());
    this.timers = new LinkedHashMap<>(journey.timers());
    this.asked = new LinkedHashMap<>(journey.asked());
    this.unheard = new ArrayList<>(journey.unheard());
    this.plan = journey.call();
    this.secrets = new Secrets(app, around.profile());
    this.secretly = new LinkedHashSet<>(journey.secrets());
    this.contact = journey.contact();
    this.standing = journey.standing();
    this.expires = journey.expires();
    journey.stacks().forEach((line, frames) -> stacks.put(line, thawed(frames)));
    this.heardSecretly = asksSecretly(event);
    learnSecrets();
    this.sight = new Sight(this, around, journey, event, new Budget(Limits.EXPRESSION_UNITS));
  }

  private static List<Spot> thawed(List<Frame> frames) {
    var spots = new ArrayList<Spot>();
    frames.forEach(frame -> spots.add(new Spot(frame)));
    return spots;
  }

  /// Whether what is heard in this turn is the answer to a sensitive question.
  private boolean asksSecretly(Input heard) {
    var line =
        switch (heard) {
          case Input.Text _ -> Channel.TEXT;
          case Input.Spoken _ -> Channel.VOICE;
          default -> Channel.NONE;
        };
    return line != Channel.NONE
        && standsOn(line)
        && stepAt(top(line)) instanceof Ask ask
        && ask.sensitive();
  }

  boolean secretly() {
    return heardSecretly;
  }

  private void learnSecrets() {
    secrets.learn(variables, secrets.of(variables, secretly));
    stacks
        .values()
        .forEach(
            spots -> spots.forEach(each -> secrets.learn(each.variables, secrets.of(each))));
  }

  private @Nullable Step stepAt(Spot at) {
    var flow = app.flows().get(at.flow);
    return flow == null ? null : flow.steps().get(at.step);
  }

  // --- what the engine does with a turn

  boolean standsOn(Channel line) {
    return !stack(line).isEmpty();
  }

  /// Wakes the step that set the timer. One that something else lies on top of is woken later.
  void wake(Timer.Wake timer, String name, Instant at) {
    var line = stack(timer.channel());
    if (line.size() < timer.depth() || !line.get(timer.depth() - 1).step.equals(timer.step())) {
      return;
    }
    if (line.size() == timer.depth()) {
      run(timer.channel(), new Input.TimerFired(name, at));
    } else {
      setTimer(
          name,
          new Timer.Wake(now.plus(Limits.LATER), timer.channel(), timer.depth(), timer.step()));
    }
  }

  /// The timer of this name, if it is the one set for this moment; it is spent.
  Optional<Timer> takeTimer(String name, Instant at) {
    var timer = timers.get(name);
    if (timer == null || !timer.at().equals(at)) {
      return Optional.empty();
    }
    timers.remove(name);
    return Optional.of(timer);
  }

  /// Runs a flow on its own channel: on top of what stands there, but a web flow takes its place.
  void open(String flowName, Map<String, Object> inputs) {
    var flow = app.flows().get(flowName);
    if (flow == null) {
      incident(new Trouble(Trouble.FLOW_GONE, "there is no flow " + flowName, flowName, ""));
      return;
    }
    if (flow.channel() == Channel.WEB) {
      clear(Channel.WEB);
      effects.add(new Effect.WebMoved());
    }
    if (flow.channel() == Channel.VOICE) {
      incident(
          new Trouble(
              Trouble.CALL_FAILED, "nobody is on the line for a flow of calls", flowName, ""));
      return;
    }
    stack(flow.channel()).add(new Spot(flowName, flow.start(), false, inputs));
    run(flow.channel(), new Input.None());
  }

  void wake(Channel line, Input wakes) {
    run(line, wakes);
  }

  /// Wakes the waiting steps of all channels but the call's, so that what they wait for is looked at
  /// after whatever happened; again while one of them moves on. The call looks by itself.
  void lookAgain() {
    for (var round = 0; round < Limits.DEPTH && standing == Standing.OPEN; round++) {
      var line =
          Stream.of(Channel.TEXT, Channel.WEB, Channel.NONE)
              .filter(this::standsOn)
              .filter(each -> stepAt(top(each)) instanceof Wait wait && wait.when().isPresent())
              .filter(this::moved)
              .findFirst();
      if (line.isEmpty()) {
        return;
      }
    }
  }

  private boolean moved(Channel line) {
    var before = top(line);
    var step = before.step;
    run(line, new Input.Held());
    return !standsOn(line) || top(line) != before || !top(line).step.equals(step);
  }

  // --- answers of the world outside

  /// Whether the step on top of a channel waits for the world outside.
  boolean asking(Channel line) {
    return askedOnTop(line).isPresent();
  }

  private Optional<Map.Entry<String, Asked>> askedOnTop(Channel line) {
    var depth = stack(line).size();
    return asked.entrySet().stream()
        .filter(it -> it.getValue().channel() == line && it.getValue().depth() == depth)
        .findFirst();
  }

  /// Keeps a text for when the channel listens again.
  void hearLater(String body) {
    if (unheard.size() < Limits.UNHEARD) {
      unheard.add(body);
    }
    note("waits", Map.of("text", body));
  }

  /// A kept text, once the channel listens.
  Optional<String> unheard() {
    return unheard.isEmpty() || standing != Standing.OPEN || asking(Channel.TEXT)
        ? Optional.empty()
        : Optional.of(unheard.removeFirst());
  }

  /// Wakes the step that asked; one that cannot hear now hears it as soon as it can.
  void answered(Input.Answered answer) {
    var waits = asked.get(answer.key());
    if (waits == null) {
      return;
    }
    var line = waits.channel();
    var heard = line != Channel.VOICE || answer.attended();
    if (stack(line).size() == waits.depth() && heard) {
      asked.remove(answer.key());
      run(line, answer);
    } else {
      asked.put(
          answer.key(),
          new Asked(line, waits.depth(), waits.step(), Optional.of(answer.outcome())));
    }
  }

  /// The answer that came for the step which is on top of a channel now, if one did.
  private Optional<Input> arrived(Channel line) {
    var waits = askedOnTop(line).filter(it -> it.getValue().arrived().isPresent());
    waits.ifPresent(it -> asked.remove(it.getKey()));
    return waits.map(
        it -> new Input.Answered(it.getKey(), it.getValue().arrived().orElseThrow(), true));
  }

  private void ask(Channel line, Request request) {
    var key = before.turn() + 1 + "." + ++asks;
    asked.put(key, new Asked(line, stack(line).size(), here().step, Optional.empty()));
    effects.add(new Effect.Ask(key, request));
  }

  // --- calls

  /// A call came in: its flow takes the place of whatever call was there before.
  void call(Trigger.Called trigger) {
    clear(Channel.VOICE);
    plan = Map.of("hung_up", trigger.hungUp().orElse(""));
    var flow = app.flows().get(trigger.flow());
    if (flow == null) {
      incident(new Trouble(Trouble.FLOW_GONE, "there is no flow " + trigger.flow(), "", ""));
      return;
    }
    stack(Channel.VOICE).add(new Spot(flow.name(), flow.start(), false, Map.of()));
    run(Channel.VOICE, new Input.None());
  }

  /// The call asks what is next: what it waited for may have come.
  void held() {
    var news = arrived(Channel.VOICE).or(this::dueOnCall);
    run(Channel.VOICE, news.orElseGet(Input.Held::new));
  }

  private Optional<Input> dueOnCall() {
    if (!standsOn(Channel.VOICE)) {
      return Optional.empty();
    }
    var name = wakeName(Channel.VOICE, stack(Channel.VOICE).size(), top(Channel.VOICE).step);
    return Optional.ofNullable(timers.get(name))
        .filter(timer -> !timer.at().isAfter(now))
        .map(
            timer -> {
              dropTimer(name);
              return new Input.TimerFired(name, timer.at());
            });
  }

  /// Whether a timer wakes a step on the call: only the call itself can hear what it then says.
  boolean waitsForCall(String name) {
    return timers.get(name) instanceof Timer.Wake wake && wake.channel() == Channel.VOICE;
  }

  void pickedUp(boolean byMachine) {
    if (!standsOn(Channel.VOICE)) {
      speak(new Verb.HangUp());
      return;
    }
    note("picked_up", Map.of("by", byMachine ? "machine" : "person"));
    if (byMachine && plan.get("machine") instanceof String rule && !rule.equals("talk")) {
      toMachine(rule);
      return;
    }
    run(Channel.VOICE, new Input.None());
  }

  /// A machine took the call: it gets the message, or nobody was reached.
  private void toMachine(String rule) {
    clear(Channel.VOICE);
    if (rule.equals("message")
        && plan.get("message") instanceof String message
        && !message.isEmpty()) {
      say(new Verb.Speak(message, app.voice()));
    } else {
      var unreached = new LinkedHashMap<>(plan);
      unreached.put("hung_up", plan.getOrDefault("unanswered", ""));
      plan = Map.copyOf(unreached);
    }
    speak(new Verb.HangUp());
  }

  /// The call is over: what stood on it is gone, and the flow for that runs.
  void hungUp(Input.CallEnd how, Duration length) {
    var after = plan.get(how == Input.CallEnd.COMPLETED ? "hung_up" : "unanswered");
    clear(Channel.VOICE);
    plan = Map.of();
    spot = null;
    note(
        "call_ended",
        Map.of("how", how.name().toLowerCase(Locale.ROOT), "seconds", (double) length.toSeconds()));
    if (standing == Standing.OPEN && after instanceof String flow && !flow.isEmpty()) {
      open(flow, Map.of());
    }
  }

  private void speak(Verb verb) {
    effects.add(new Effect.Voice(verb));
  }

  /// A call always knows how it goes on: it listens, it is forwarded, it is held or it ends.
  private void lead() {
    if (!(event instanceof Input.Called
        || event instanceof Input.OfCall && !(event instanceof Input.HungUp)
        || event instanceof Input.Answered(_, _, var attended) && attended)) {
      return;
    }
    var last =
        effects.reversed().stream()
            .filter(Effect.Voice.class::isInstance)
            .map(it -> ((Effect.Voice) it).verb())
            .findFirst();
    if (last.isPresent()
        && (last.get() instanceof Verb.Listen
            || last.get() instanceof Verb.Forward
            || last.get() instanceof Verb.HangUp)) {
      return;
    }
    speak(standsOn(Channel.VOICE) ? new Verb.Hold(Limits.HOLD) : new Verb.HangUp());
  }

  void expire() {
    close(Standing.EXPIRED);
    trail.add(new TrailEntry("", "", "expired", Map.of()));
  }

  Turn finish() {
    lead();
    learnSecrets();
    var frozen = new EnumMap<Channel, List<Frame>>(Channel.class);
    stacks.forEach(
        (line, spots) -> {
          if (!spots.isEmpty()) {
            frozen.put(line, spots.stream().map(each -> each.frozen(secrets)).toList());
          }
        });
    var after =
        new Journey(
            before.id(),
            before.link(),
            contact,
            Map.copyOf(variables),
            Map.copyOf(frozen),
            Map.copyOf(timers),
            Map.copyOf(asked),
            List.copyOf(unheard),
            plan,
            secrets.of(variables, secretly),
            before.start(),
            standing,
            before.began(),
            expires,
            before.turn() + 1);
    return new Turn(after, secrets.hiddenInLogs(effects), secrets.hidden(trail));
  }

  // --- the loop

  private void run(Channel first, Input wakes) {
    loop(first, wakes);
    for (var next = toRun.poll(); next != null; next = toRun.poll()) {
      loop(next, new Input.None());
    }
  }

  private void loop(Channel line, Input wakes) {
    var asleep = stack(line).stream().map(each -> each.frozen(secrets)).toList();
    input = wakes;
    while (standing == Standing.OPEN && standsOn(line)) {
      channel = line;
      spot = stack(line).getLast();
      if (!follow(line, move(), asleep)) {
        return;
      }
    }
  }

  /// Runs the step that stands on top, and says what it wants.
  private Move move() {
    var here = here();
    var flow = app.flows().get(here.flow);
    var step = flow == null ? null : flow.steps().get(here.step);
    if (step == null) {
      return new Move.Fail(Trouble.STEP_GONE, "there is no step " + here.step + " in " + here.flow);
    }
    if (++steps > Limits.STEPS) {
      return new Move.Fail(Trouble.BUDGET, "more than " + Limits.STEPS + " steps in one turn");
    }
    if (input instanceof Input.None) {
      note("entered", Map.of());
    }
    try {
      return step.run(this);
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
      case Move.Go(var step) -> leaveFor(step);
      case Move.Await _ -> {
        return false;
      }
      case Move.Outside(var request) -> {
        ask(line, request);
        return false;
      }
      case Move.HangUp _ -> {
        speak(new Verb.HangUp());
        clear(line);
        return false;
      }
      case Move.Call(var flow, var inputs) -> call(line, flow, inputs);
      case Move.Return(var result) -> {
        dropWake();
        stack(line).removeLast();
        if (here.called) {
          input = new Input.Returned(result);
        } else {
          var answer = arrived(line);
          input = answer.orElseGet(Input.None::new);
          return answer.isPresent();
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

  private void leaveFor(String step) {
    dropWake();
    here().step = step;
  }

  private void call(Channel line, String name, Map<String, Object> inputs) {
    var flow = app.flows().get(name);
    if (flow == null || stack(line).size() >= Limits.DEPTH) {
      input =
          new Input.Failed(
              flow == null
                  ? new Trouble(Trouble.FLOW_GONE, "there is no flow " + name, name, "")
                  : new Trouble(
                      Trouble.BUDGET,
                      "flows that run flows, more than " + Limits.DEPTH + " deep",
                      name,
                      ""));
      return;
    }
    stack(line).add(new Spot(name, flow.start(), true, inputs));
  }

  /// Looks for who hears a failure: a `catch` of this flow, then the step that called it, and so on
  /// outwards. Nobody: an incident, and the app's own answer.
  private boolean unwind(Channel line, Trouble trouble, List<Frame> asleep) {
    note("failed", Map.of("code", trouble.code(), "message", trouble.message()));
    var here = here();
    var catcher = trouble.code().equals(Trouble.BUDGET) ? null : catcher(here, trouble);
    if (catcher != null) {
      leaveFor(catcher);
      here.variables.put("error", trouble.asValue());
      return true;
    }
    if (here.called && steps <= Limits.STEPS) {
      dropWake();
      stack(line).removeLast();
      input = new Input.Failed(trouble);
      return true;
    }
    stack(line).clear();
    if (line == Channel.WEB) {
      // The page the person was on stays: they can try again, and lose nothing they had typed.
      stack(line).addAll(thawed(asleep));
      if (stepOn(Channel.WEB).orElse(null) instanceof Page page && memo().isPresent()) {
        page.excuse(this, event, answer(Channel.WEB));
      }
      effects.add(new Effect.WebMoved());
    }
    incident(trouble);
    if (line == Channel.TEXT) {
      effects.add(new Effect.SendText(contact.phone(), answer(Channel.TEXT), true));
    }
    if (line == Channel.VOICE) {
      speak(new Verb.Speak(answer(Channel.VOICE), app.voice()));
      speak(new Verb.HangUp());
    }
    return false;
  }

  private @Nullable String catcher(Spot at, Trouble trouble) {
    var flow = app.flows().get(at.flow);
    if (flow == null) {
      return null;
    }
    for (var each : flow.steps().entrySet()) {
      if (each.getValue() instanceof Catch catcher
          && catcher.hears(trouble.code())
          && !each.getKey().equals(at.step)) {
        return each.getKey();
      }
    }
    return null;
  }

  private void incident(Trouble trouble) {
    effects.add(new Effect.Incident(trouble));
  }

  /// What the app says on a channel when something erred.
  String answer(Channel line) {
    var own = app.troubleAnswers().get(line);
    if (own == null) {
      return LAST_RESORT;
    }
    try {
      return own.fill(sight);
    } catch (ExpressionFailed twice) {
      return LAST_RESORT;
    }
  }

  private void enter(String flowName, Optional<String> step) {
    var flow = app.flows().get(flowName);
    if (flow == null) {
      incident(new Trouble(Trouble.FLOW_GONE, "there is no flow " + flowName, flowName, ""));
      return;
    }
    clear(Channel.WEB);
    stack(Channel.WEB).add(new Spot(flowName, step.orElse(flow.start()), false, Map.of()));
    effects.add(new Effect.WebMoved());
    if (channel != Channel.WEB) {
      toRun.add(Channel.WEB);
    }
  }

  /// A link to a page was said: the page must be there when it is opened. Whoever already is in
  /// that flow stays where they are.
  private void prepare(Template.LinkTarget target) {
    var open = stack(Channel.WEB);
    if (open.isEmpty() || !open.getFirst().flow.equals(target.flow())) {
      enter(target.flow(), target.step());
    }
  }

  private void close(Standing how) {
    standing = how;
    if (standsOn(Channel.WEB)) {
      effects.add(new Effect.WebMoved());
    }
    for (var line : Channel.values()) {
      clear(line);
    }
    timers.keySet().forEach(name -> effects.add(new Effect.DropTimer(name)));
    timers.clear();
    asked.clear();
    unheard.clear();
    plan = Map.of();
  }

  private void clear(Channel line) {
    var depth = 0;
    for (var each : stack(line)) {
      dropTimer(wakeName(line, ++depth, each.step));
    }
    asked.values().removeIf(waits -> waits.channel() == line);
    stack(line).clear();
  }

  private List<Spot> stack(Channel line) {
    return stacks.computeIfAbsent(line, _ -> new ArrayList<>());
  }

  private Spot top(Channel line) {
    return stack(line).getLast();
  }

  private Spot here() {
    if (spot == null) {
      throw new IllegalStateException("no step is running");
    }
    return spot;
  }

  private void dropWake() {
    dropTimer(wakeName(channel, stack(channel).size(), here().step));
  }

  /// One step waits at one depth of a channel, so these never meet a timer of the builder's.
  private static String wakeName(Channel line, int depth, String step) {
    return "wake " + line.word() + " " + depth + " " + step;
  }

  // --- looking without running

  /// The step on top of a channel, with this scene set on it.
  Optional<Step> stepOn(Channel line) {
    if (!standsOn(line)) {
      return Optional.empty();
    }
    channel = line;
    spot = stack(line).getLast();
    var flow = app.flows().get(here().flow);
    return Optional.ofNullable(flow == null ? null : flow.steps().get(here().step));
  }

  /// The value of a name of the builder's: the flow's variable, else the journey's; empty when
  /// there is none of this name.
  Optional<Object> variable(String name) {
    var at = spot;
    if (at != null) {
      var local = at.variables.get(name);
      if (local != null) {
        return Optional.of(local);
      }
      var flow = app.flows().get(at.flow);
      if (flow != null) {
        var declared = declared(flow.variables(), flow.inputs(), name);
        if (declared != null) {
          return Optional.of(declared.first());
        }
      }
    }
    var declared = app.variables().get(name);
    if (declared == null) {
      return Optional.empty();
    }
    var value = variables.get(name);
    return Optional.of(value == null ? declared.first() : value);
  }

  private static @Nullable Variable declared(
      Map<String, Variable> some, Map<String, Variable> others, String name) {
    var found = some.get(name);
    return found == null ? others.get(name) : found;
  }

  // --- the scene

  @Override
  public Input takeInput() {
    var taken = input;
    input = new Input.None();
    return taken;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public int turn() {
    return before.turn() + 1;
  }

  @Override
  public String step() {
    return here().step;
  }

  @Override
  public String fill(Template template) {
    template.links().forEach(this::prepare);
    return template.fill(sight);
  }

  @Override
  public String fill(Template template, Map<String, Object> more) {
    template.links().forEach(this::prepare);
    return template.fill(sight.with(more));
  }

  @Override
  public String fill(Template template, UnaryOperator<String> written) {
    template.links().forEach(this::prepare);
    return template.fill(sight, written);
  }

  @Override
  public Object value(Expression expression) {
    return expression.value(sight);
  }

  @Override
  public Object value(Expression expression, Map<String, Object> more) {
    return expression.value(sight.with(more));
  }

  @Override
  public boolean holds(Expression expression) {
    return (Boolean) value(expression);
  }

  @Override
  public void set(String variable, Object value) {
    var type = assign(variable, value);
    note("set", Map.of("variable", variable, "value", type == Type.SECRET ? "•••" : value));
  }

  @Override
  public void setSecretly(String variable, Object value) {
    assign(variable, value);
    (here().variables.containsKey(variable) ? here().secretly : secretly).add(variable);
    learnSecrets();
    note("set", Map.of("variable", variable, "value", "•••"));
  }

  private Type assign(String name, Object value) {
    var flow = app.flows().get(here().flow);
    var local = flow == null ? null : declared(flow.variables(), flow.inputs(), name);
    var declared = local == null ? app.variables().get(name) : local;
    var type = declared == null ? Type.ANY : declared.type();
    if (!Values.fits(type, value)) {
      throw new ExpressionFailed(
          Trouble.EXPRESSION,
          app.document().place(),
          name + " takes " + type.word() + " and was given " + Values.kind(value));
    }
    if (Values.weight(value) > Limits.TEXT) {
      throw new TooLarge("the value for " + name + " is over " + Limits.TEXT + " bytes");
    }
    (local == null && declared != null ? variables : here().variables).put(name, value);
    if (Values.weight(variables) > Limits.JOURNEY) {
      variables.remove(name);
      throw new TooLarge("the journey's variables are over " + Limits.JOURNEY + " bytes");
    }
    return type;
  }

  @Override
  public Object read(String variable) {
    return variable(variable).orElse("");
  }

  @Override
  public Bindings bindings() {
    return sight;
  }

  @Override
  public Optional<Object> memo() {
    return Optional.ofNullable(here().memos.get(here().step));
  }

  @Override
  public void keep(Optional<Object> memo) {
    memo.ifPresentOrElse(
        value -> here().memos.put(here().step, value), () -> here().memos.remove(here().step));
  }

  @Override
  public List<String> pagesBehind() {
    return here().memos.get(PAGES) instanceof List<?> pages
        ? pages.stream().map(String.class::cast).toList()
        : List.of();
  }

  @Override
  public void keepPagesBehind(List<String> steps) {
    here().memos.put(PAGES, List.copyOf(steps));
  }

  @Override
  public Contact contact() {
    return contact;
  }

  @Override
  public void identify(Contact who) {
    contact = who;
    note("identified", Map.of());
  }

  @Override
  public void say(Verb.Speak words) {
    if (channel == Channel.VOICE) {
      speak(words);
    } else {
      effects.add(new Effect.SendText(contact.phone(), words.text(), true));
    }
    note("said", Map.of("text", words.text()));
  }

  @Override
  public void listen(Verb.Speak words, Verb.Hearing hearing) {
    speak(new Verb.Listen(List.of(words), hearing));
    note("said", Map.of("text", words.text()));
  }

  @Override
  public void wakeAt(Instant at) {
    var depth = stack(channel).size();
    setTimer(wakeName(channel, depth, step()), new Timer.Wake(at, channel, depth, step()));
  }

  @Override
  public void setTimer(String name, Timer timer) {
    timers.put(name, timer);
    effects.add(new Effect.SetTimer(name, timer.at()));
  }

  @Override
  public void dropTimer(String name) {
    if (timers.remove(name) != null) {
      effects.add(new Effect.DropTimer(name));
    }
  }

  @Override
  public void extend(Duration by) {
    var most = now.plus(Limits.LIFE);
    var end = now.plus(by);
    expires = end.isAfter(most) ? most : end;
    note("extended", Map.of("until", expires));
  }

  @Override
  public void start(String flowName, Map<String, Object> inputs) {
    var flow = app.flows().get(flowName);
    if (flow == null) {
      incident(new Trouble(Trouble.FLOW_GONE, "there is no flow " + flowName, flowName, ""));
      return;
    }
    stack(flow.channel()).add(new Spot(flowName, flow.start(), false, inputs));
    toRun.add(flow.channel());
  }

  @Override
  public void placeCall(
      String flowName, Map<String, Object> inputs, Effect.PlaceCall call, Map<String, Object> plan) {
    clear(Channel.VOICE);
    var flow = app.flows().get(flowName);
    if (flow == null) {
      incident(new Trouble(Trouble.FLOW_GONE, "there is no flow " + flowName, flowName, ""));
      return;
    }
    this.plan = Map.copyOf(plan);
    stack(Channel.VOICE).add(new Spot(flowName, flow.start(), false, inputs));
    effects.add(call);
    note("calls", Map.of("to", call.to()));
  }

  @Override
  public boolean onCall() {
    return !plan.isEmpty();
  }

  @Override
  public Channel channelOf(String flow) {
    var found = app.flows().get(flow);
    return found == null ? Channel.NONE : found.channel();
  }

  @Override
  public Verb.Voice voice() {
    return app.voice();
  }

  @Override
  public void showError(String code, String message) {
    here().variables.put("error", new Trouble(code, message, here().flow, here().step).asValue());
    note("failed", Map.of("code", code, "message", message));
  }

  @Override
  public void emit(Effect effect) {
    effects.add(effect);
  }

  @Override
  public void note(String what, Map<String, Object> data) {
    var at = spot;
    trail.add(new TrailEntry(at == null ? "" : at.flow, at == null ? "" : at.step, what, data));
  }

  /// A value over a limit; the step that made it fails.
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLarge(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
