package dev.wayfare.flow.engine;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.page.PageView;
import dev.wayfare.flow.step.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs the turns of one app under one release. Pure: the same journey, input and moment give the
/// same turn.
public final class Engine {
  private final App app;
  private final Surroundings around;

  public Engine(App app, Surroundings around) {
    this.app = app;
    this.around = around;
  }

  public App app() {
    return app;
  }

  /// One turn. An input that nobody waits for, or that comes when the journey is over, changes
  /// nothing but the turn's number.
  public Turn advance(Journey journey, Input input, Instant now) {
    var play = new Play(app, around, journey, input, now);
    if (journey.standing() == Standing.OPEN) {
      take(play, input);
      for (var text = play.unheard(); text.isPresent(); text = play.unheard()) {
        hear(play, new Input.Text(text.get()));
      }
      play.lookAgain();
      play.rest();
    }
    return play.finish();
  }

  private void take(Play play, Input input) {
    switch (input) {
      case Input.Text text -> hear(play, text);
      case Input.Opening opening -> open(play, opening);
      case Input.OfCall what -> play.calls.happened(what);
      case Input.Answered answer -> play.answered(answer);
      case Input.Submitted _ -> play.wake(Channel.WEB, input);
      case Input.TimerFired(var name, var at) -> fire(play, name, at);
      case Input.Expired _ -> play.expire();
      case Input.Moved(var words) -> play.moved(words);
      case Input.Closed(var words) -> play.end(words);
      case Input.None _, Input.Returned _, Input.Failed _ ->
          throw new IllegalArgumentException("not an input of a journey: " + input);
    }
  }

  private void hear(Play play, Input.Text input) {
    if (play.asking(Channel.TEXT)) {
      later(play, input);
    } else if (play.stacks.standOn(Channel.TEXT)) {
      play.wake(Channel.TEXT, input);
    } else {
      app.texted().ifPresent(trigger -> begin(play, trigger, input.body()));
    }
  }

  /// The text that begins a flow answers none of its questions; whoever reads the conversation
  /// wants to see it all the same.
  private static void begin(Play play, Trigger.Texted trigger, String body) {
    play.deeds.note(null, "heard", Map.of("text", body));
    play.open(trigger.flow(), Map.of());
  }

  /// The text channel waits for the world outside; the text is heard after that.
  private static void later(Play play, Input.Text input) {
    var kept = play.asks.hearLater(input.body());
    play.deeds.note(null, kept ? "kept" : "dropped", Map.of("text", input.body()));
  }

  private void open(Play play, Input.Opening opening) {
    switch (app.triggers().get(opening.trigger())) {
      case null -> {}
      case Trigger.Called called -> play.calls.rings(called);
      case Trigger.Texted _ -> {}
      case Trigger.Visited web -> play.open(web.flow(), Map.of());
      case Trigger.Scheduled schedule -> play.begin(schedule);
      case Trigger.Requested api ->
          Requests.open(play, api, opening instanceof Input.Requested asked ? asked : null);
    }
  }

  private void fire(Play play, String name, Instant at) {
    if (play.timers.find(name).filter(play.calls::waitFor).isPresent()) {
      return;
    }
    var due = play.timers.take(name, at);
    if (due.isEmpty()) {
      return;
    }
    var opens = play.within(due.get().hours(), play.now);
    if (opens.isAfter(play.now)) {
      play.timers.set(name, due.get().moved(opens));
      play.deeds.note(null, "closed", Map.of("hours", due.get().hours(), "until", opens));
      return;
    }
    switch (due.get()) {
      case Timer.Wake wake -> play.wake(wake, name, at);
      case Timer.Run(_, var flow, var inputs, _) -> play.open(flow, inputs);
      case Timer.Call call -> play.calls.due(name, call);
      case Timer.Text(_, var to, var body, _) -> {
        play.deeds.add(new Effect.SendText(to, body, false));
        play.deeds.note(null, "texted", Map.of("text", body));
      }
    }
  }

  /// The page a person would see now, if the web channel stands on one.
  ///
  /// @throws dev.wayfare.flow.expression.ExpressionFailed when the page cannot be filled in
  public Optional<PageView> page(Journey journey, Instant now) {
    var play = look(journey, now);
    return play.stepOn(Channel.WEB)
        .filter(Page.class::isInstance)
        .map(step -> ((Page) step).view(play.scene(), app.theme()));
  }

  /// The ids of the controls that would be visible if these were the answers to the page that was
  /// shown with this token; none for any other page.
  public Set<String> visible(
      Journey journey, String token, Map<String, List<String>> fields, Instant now) {
    var play = look(journey, now);
    return play.stepOn(Channel.WEB)
        .filter(Page.class::isInstance)
        .map(Page.class::cast)
        .filter(page -> page.view(play.scene(), app.theme()).token().equals(token))
        .map(page -> page.visible(play.scene(), fields))
        .orElse(Set.of());
  }

  /// What the person is told whose web flow failed before it came to a page; empty where none did.
  public Optional<String> erred(Journey journey, Instant now) {
    return look(journey, now).erred();
  }

  /// What the app says on a channel when something erred.
  public String answer(Journey journey, Channel channel, Instant now) {
    return look(journey, now).answer(channel);
  }

  /// What a program's request means, before and after its turn.
  public Requests requests() {
    return new Requests(app, around);
  }

  private Play look(Journey journey, Instant now) {
    return new Play(app, around, journey, new Input.None(), now);
  }
}
