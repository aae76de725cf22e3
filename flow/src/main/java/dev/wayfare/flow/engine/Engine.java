package dev.wayfare.flow.engine;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Turn;
import java.time.Instant;
import java.util.Map;

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
      case Input.Visited(var trigger, _) -> visit(play, trigger);
      case Input.Submitted _ -> play.wake(Channel.WEB, input);
      case Input.TimerFired(var name, var at) -> fire(play, name, at);
      case Input.Expired _ -> play.expire();
      case Input.None _, Input.Returned _, Input.Failed _ ->
          throw new IllegalArgumentException("not an input of a journey: " + input);
    }
    return play.finish();
  }

  private void hear(Play play, Input input) {
    if (play.standsOn(Channel.TEXT)) {
      play.wake(Channel.TEXT, input);
    } else {
      app.texted().map(Trigger.Texted::flow).ifPresent(flow -> play.open(flow, Map.of()));
    }
  }

  private void visit(Play play, String trigger) {
    if (app.triggers().get(trigger) instanceof Trigger.Visited web) {
      play.open(web.flow(), Map.of());
    }
  }

  private void fire(Play play, String name, Instant at) {
    var due = play.takeTimer(name, at);
    if (due.isEmpty()) {
      return;
    }
    switch (due.get()) {
      case Timer.Wake wake -> play.wake(wake, name, at);
      case Timer.Run(_, var flow) -> play.open(flow, Map.of());
    }
  }

  /// A scene in which the page on the web channel can be looked at, but nothing happens.
  Play look(Journey journey, Instant now) {
    return new Play(app, around, journey, new Input.None(), now);
  }

  /// Whether a turn left something that must be said to the person as a failure.
  public static boolean erred(Turn turn) {
    return turn.effects().stream().anyMatch(Effect.Incident.class::isInstance);
  }
}
