package dev.wayfare.flow.engine;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Frame;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.Bindings;
import dev.wayfare.flow.expression.Expression;
import dev.wayfare.flow.expression.Template;
import dev.wayfare.flow.step.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The scene the running step sees: what it may look at and do, in the turn as it stands.
record Stage(Play play) implements Scene {
  private static final String HIDDEN = "•••";

  @Override
  public Input takeInput() {
    var taken = play.input;
    play.input = new Input.None();
    return taken;
  }

  @Override
  public Instant now() {
    return play.now;
  }

  @Override
  public Channel channel() {
    return play.channel;
  }

  @Override
  public int turn() {
    return play.before.turn() + 1;
  }

  @Override
  public String step() {
    return play.here().step;
  }

  @Override
  public String fill(Template template) {
    template.links().forEach(play::prepare);
    return template.fill(play.sight);
  }

  @Override
  public String fill(Template template, Map<String, Object> more) {
    template.links().forEach(play::prepare);
    return template.fill(play.sight.with(more));
  }

  @Override
  public String fill(Template template, UnaryOperator<String> written) {
    template.links().forEach(play::prepare);
    return template.fill(play.sight, written);
  }

  @Override
  public Object value(Expression expression) {
    return expression.value(play.sight);
  }

  @Override
  public Object value(Expression expression, Map<String, Object> more) {
    return expression.value(play.sight.with(more));
  }

  @Override
  public boolean holds(Expression expression) {
    return (Boolean) value(expression);
  }

  @Override
  public void set(String variable, Object value) {
    var type = play.memory.assign(play.here(), variable, value);
    note("set", Values.object("variable", variable, "value", type == Type.SECRET ? HIDDEN : value));
  }

  @Override
  public void setSecretly(String variable, Object value) {
    play.memory.assignSecretly(play.here(), variable, value);
    note("set", Values.object("variable", variable, "value", HIDDEN));
  }

  @Override
  public Object read(String variable) {
    return play.memory.find(play.spot, variable).orElse("");
  }

  @Override
  public Bindings bindings() {
    return play.sight;
  }

  @Override
  public Optional<Object> memo() {
    return Optional.ofNullable(play.here().memos.get(step()));
  }

  @Override
  public void keep(Optional<Object> memo) {
    var memos = play.here().memos;
    memo.ifPresentOrElse(value -> memos.put(step(), value), () -> memos.remove(step()));
  }

  @Override
  public List<String> pagesBehind() {
    return play.here().memos.get(Frame.PAGES) instanceof List<?> pages
        ? pages.stream().map(String.class::cast).toList()
        : List.of();
  }

  @Override
  public void keepPagesBehind(List<String> steps) {
    play.here().memos.put(Frame.PAGES, List.copyOf(steps));
  }

  @Override
  public Contact contact() {
    return play.contact;
  }

  @Override
  public void identify(Contact who) {
    play.contact = who;
    note("identified", Map.of());
  }

  @Override
  public void say(Verb.Speak words) {
    if (play.channel == Channel.VOICE) {
      play.calls.speak(words);
    } else {
      emit(new Effect.SendText(play.contact.phone(), words.text(), true));
    }
    note("said", Map.of("text", words.text()));
  }

  @Override
  public void listen(Verb.Speak words, Verb.Hearing hearing) {
    play.calls.speak(new Verb.Listen(List.of(words), hearing));
    note("said", Map.of("text", words.text()));
  }

  @Override
  public void wakeAt(Instant at) {
    play.stacks.wakeAt(play.channel, at);
  }

  @Override
  public void setTimer(String name, Timer timer) {
    play.timers.set(name, timer);
  }

  @Override
  public void dropTimer(String name) {
    play.timers.drop(name);
  }

  @Override
  public void later(Timer timer) {
    play.timers.setNameless(timer, turn());
  }

  @Override
  public Instant within(String hours, Instant wanted) {
    return play.within(hours, wanted);
  }

  @Override
  public void extend(Duration by) {
    var most = play.now.plus(Limits.LIFE);
    var wanted = play.now.plus(by);
    var end = wanted.isAfter(most) ? most : wanted;
    if (end.isAfter(play.expires)) {
      play.expires = end;
    }
    note("extended", Map.of("until", play.expires));
  }

  @Override
  public void start(String flow, Map<String, Object> inputs) {
    play.start(flow, inputs);
  }

  @Override
  public void placeCall(
      String flow, Map<String, Object> inputs, Effect.PlaceCall call, Map<String, Object> plan) {
    play.calls.place(flow, inputs, call, plan);
  }

  @Override
  public Map<String, Object> given(String flow, Map<String, Expression> with) {
    var found = play.calls.app().flows().get(flow);
    return found == null ? values(with) : play.memory.given(found, values(with));
  }

  @Override
  public boolean onCall() {
    return !play.plan.isEmpty();
  }

  @Override
  public Channel channelOf(String flow) {
    var found = play.calls.app().flows().get(flow);
    return found == null ? Channel.NONE : found.channel();
  }

  @Override
  public Verb.Voice voice() {
    return play.calls.app().voice();
  }

  @Override
  public void showError(String code, String message) {
    var here = play.here();
    var trouble = new Trouble(code, message, here.flow, here.step);
    here.variables.put("error", trouble.asValue());
    note("failed", Values.object("code", code, "message", message));
  }

  @Override
  public void emit(Effect effect) {
    play.deeds.add(effect);
  }

  @Override
  public void note(String what, Map<String, Object> data) {
    play.deeds.note(play.spot, what, data);
  }
}
