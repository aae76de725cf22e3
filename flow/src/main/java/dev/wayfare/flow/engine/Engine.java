package dev.wayfare.flow.engine;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
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

  /// One turn. An input that nobody waits for changes nothing but the turn's number.
  public Turn advance(Journey journey, Input input, Instant now) {
    var play = new Play(app, around, journey, input, now);
    switch (input) {
      case Input.Text _ -> hear(play, input);
      case Input.Opening opening -> open(play, opening);
      case Input.OfCall happened -> call(play, happened);
      case Input.Answered answer -> play.answered(answer);
      case Input.Submitted _ -> play.wake(Channel.WEB, input);
      case Input.TimerFired(var name, var at) -> fire(play, name, at);
      case Input.Expired _ -> play.expire();
      case Input.None _, Input.Returned _, Input.Failed _ ->
          throw new IllegalArgumentException("not an input of a journey: " + input);
    }
    for (var next = play.unheard(); next.isPresent(); next = play.unheard()) {
      hear(play, new Input.Text(next.get()));
    }
    play.lookAgain();
    return play.finish();
  }

  private void hear(Play play, Input input) {
    if (play.asking(Channel.TEXT) && input instanceof Input.Text(var body, _)) {
      play.hearLater(body);
    } else if (play.standsOn(Channel.TEXT)) {
      play.wake(Channel.TEXT, input);
    } else {
      app.texted().map(Trigger.Texted::flow).ifPresent(flow -> play.open(flow, Map.of()));
    }
  }

  private void open(Play play, Input.Opening opening) {
    var trigger = app.triggers().get(opening.trigger());
    if (trigger == null) {
      return;
    }
    if (trigger instanceof Trigger.Called called) {
      play.call(called);
    } else {
      play.open(trigger.flow(), Map.of());
    }
  }

  private void call(Play play, Input.OfCall happened) {
    switch (happened) {
      case Input.Spoken _, Input.Forwarded _ -> play.wake(Channel.VOICE, happened);
      case Input.Held _ -> play.held();
      case Input.PickedUp(var byMachine) -> play.pickedUp(byMachine);
      case Input.HungUp(var how, var length) -> play.hungUp(how, length);
    }
  }

  private void fire(Play play, String name, Instant at) {
    if (play.waitsForCall(name)) {
      return;
    }
    var due = play.takeTimer(name, at);
    if (due.isEmpty()) {
      return;
    }
    switch (due.get()) {
      case Timer.Wake wake -> play.wake(wake, name, at);
      case Timer.Run(_, var flow) -> play.open(flow, Map.of());
    }
  }

  /// The page a person would see now, if the web channel stands on one.
  ///
  /// @throws dev.wayfare.flow.expression.ExpressionFailed when the page cannot be filled in
  public Optional<PageView> page(Journey journey, Instant now) {
    var play = look(journey, now);
    return play.stepOn(Channel.WEB)
        .filter(Page.class::isInstance)
        .map(step -> ((Page) step).view(play, app.theme()));
  }

  /// The ids of the controls that would be visible if these were the answers to the page that was
  /// shown with this token; none for any other page.
  public Set<String> visible(
      Journey journey, String token, Map<String, List<String>> fields, Instant now) {
    var play = look(journey, now);
    return play.stepOn(Channel.WEB)
        .filter(Page.class::isInstance)
        .map(Page.class::cast)
        .filter(page -> page.view(play, app.theme()).token().equals(token))
        .map(page -> page.visible(play, fields))
        .orElse(Set.of());
  }

  /// What the app says on a channel when something erred.
  public String answer(Journey journey, Channel channel, Instant now) {
    return look(journey, now).answer(channel);
  }

  private Play look(Journey journey, Instant now) {
    return new Play(app, around, journey, new Input.None(), now);
  }
}
