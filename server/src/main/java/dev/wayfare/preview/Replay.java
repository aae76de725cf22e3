package dev.wayfare.preview;

import dev.wayfare.channel.OptWord;
import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.ExpressionFailed;
import dev.wayfare.flow.play.Rehearsal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Plays events from the beginning, each as the runtime would hear it, so that the same events of
/// the same app always come to the same. What cannot happen any more is told and left out.
final class Replay {
  private static final int MOST_TURNS = 1_000;
  private static final Duration CALL = Duration.ofMinutes(1);

  private final App app;
  private final String phone;
  private final Rehearsal stage;
  private final Outsiders outsiders;
  private final List<Happened> happened = new ArrayList<>();
  private final List<Misfit> misfits = new ArrayList<>();
  private int event;
  private boolean ringing;

  Replay(App app, Map<String, Object> profile, String phone, Instant begins, Duration life) {
    this.app = app;
    this.phone = phone;
    this.stage = new Rehearsal(app, profile, Contact.byPhone(phone), begins, life);
    this.outsiders = new Outsiders(app, stage);
  }

  App app() {
    return app;
  }

  Rehearsal stage() {
    return stage;
  }

  Outsiders outsiders() {
    return outsiders;
  }

  List<Happened> happened() {
    return happened;
  }

  List<Misfit> misfits() {
    return misfits;
  }

  /// Whether a call that the journey placed was not taken yet.
  boolean rings() {
    return ringing && stage.journey().onCall();
  }

  Replay play(List<PreviewEvent> events) {
    for (event = 0; event < events.size() && happened.size() < MOST_TURNS; event++) {
      var next = events.stream().skip(event + 1L).findFirst();
      try {
        act(events.get(event));
        follow(next);
      } catch (Unplayable why) {
        misfits.add(new Misfit(event, why.why()));
      } catch (ExpressionFailed failed) {
        misfits.add(new Misfit(event, failed.place() + ": " + failed.getMessage()));
      }
    }
    if (event < events.size()) {
      misfits.add(new Misfit(event, "The preview stops after %,d turns.".formatted(MOST_TURNS)));
    }
    return this;
  }

  private void act(PreviewEvent what) {
    switch (what) {
      case PreviewEvent.TextEvent text -> text(text);
      case PreviewEvent.VisitEvent(var trigger, var query) ->
          visit(trigger, query.orElse(Map.of()));
      case PreviewEvent.OpenLinkEvent(var link) -> openLink(link);
      case PreviewEvent.SubmitEvent(var fields, var button) -> {
        require(stage.page().isPresent(), "No page is open.");
        run("event", () -> stage.submit(fields, button));
      }
      case PreviewEvent.CallEvent() -> call();
      case PreviewEvent.SayEvent(var words) -> onCall(() -> stage.say(words));
      case PreviewEvent.PressEvent(var keys) -> onCall(() -> stage.press(keys));
      case PreviewEvent.SilenceEvent() -> onCall(stage::silence);
      case PreviewEvent.HoldEvent() -> {
        require(stage.holds(), "No call is held.");
        run("event", stage::hold);
      }
      case PreviewEvent.ForwardedEvent(var how) -> {
        require(stage.forwards(), "No call is being put through.");
        run("event", () -> stage.forwarded(Ends.of(how)));
      }
      case PreviewEvent.PickUpEvent(var machine) -> {
        require(rings(), "No phone rings.");
        ringing = false;
        run("event", () -> stage.pickUp(machine));
      }
      case PreviewEvent.HangUpEvent(var how) -> {
        require(stage.journey().onCall(), "Nobody is on a call.");
        var end = Ends.of(how.orElse(rings() ? "no_answer" : "completed"));
        ringing = false;
        run("event", () -> stage.hangUp(end, CALL));
      }
      case PreviewEvent.RequestEvent request ->
          new ProgramRequest(app, stage).hear(request, this::add);
      case PreviewEvent.ScheduleEvent(var trigger) -> {
        require(trigger(trigger) instanceof Trigger.Scheduled, "There is no schedule " + trigger);
        begin(Contact.UNKNOWN, Map.of());
        run("event", () -> stage.schedule(trigger));
      }
      case PreviewEvent.AnswerEvent answer -> run("answer", () -> outsiders.answer(answer));
      case PreviewEvent.FireEvent(var timer) -> {
        require(stage.journey().timers().containsKey(timer), "There is no timer " + timer + ".");
        run("timer", () -> stage.fire(timer));
      }
      case PreviewEvent.PassEvent(var duration) -> pass(Ends.length(duration));
      case PreviewEvent.ExpireEvent() -> {
        require(open(), "There is no open journey.");
        run("event", stage::expire);
      }
      case PreviewEvent.RestartEvent() -> begin(Contact.byPhone(phone), Map.of());
    }
  }

  private Trigger trigger(String name) {
    return Optional.ofNullable(app.triggers().get(name))
        .orElseThrow(() -> new Unplayable("There is no trigger " + name + "."));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Unplayable(otherwise);
    }
  }

  private boolean open() {
    return stage.journey().turn() > 0 && stage.journey().standing() == Standing.OPEN;
  }

  /// Whether the open journey is the one that a text or call of this phone is about.
  private boolean mine() {
    return open() && stage.journey().contact().phone().equals(phone);
  }

  private void begin(Contact contact, Map<String, Object> start) {
    ringing = false;
    stage.begin(contact, start);
  }

  private void text(PreviewEvent.TextEvent text) {
    require(
        app.texted().isPresent() || stage.journey().standsOn(Channel.TEXT),
        "This app does not answer texts.");
    var word = OptWord.of(text.body());
    require(
        word.isEmpty() || word.get() == OptWord.START,
        "\"%s\" is for the carrier and never reaches an app.".formatted(text.body().strip()));
    if (mine() && !stage.journey().standsOn(Channel.TEXT)) {
      switch (app.texted().orElseThrow().openJourney()) {
        case CONTINUE -> {}
        case RESTART -> begin(Contact.byPhone(phone), Map.of("text", text.body()));
        case REJECT -> {
          busy(app.texted().orElseThrow().busy());
          return;
        }
      }
    } else if (!mine()) {
      begin(Contact.byPhone(phone), Map.of("text", text.body()));
    }
    run("event", () -> stage.text(text.body(), PreviewEvent.media(text)));
  }

  private void busy(String words) {
    List<Effect> said =
        words.isEmpty() ? List.of() : List.of(new Effect.SendText(phone, words, true));
    add("event", stage.journey(), new Turn(stage.journey(), said, List.of()));
  }

  private void visit(String name, Map<String, String> query) {
    require(trigger(name) instanceof Trigger.Visited, name + " is no starting link.");
    var start = new LinkedHashMap<String, Object>(query);
    begin(Contact.UNKNOWN, start);
    run("event", () -> stage.visit(name, start));
  }

  private void openLink(String link) {
    var known = stage.link();
    require(
        known.equals(link) || known.endsWith("/" + link),
        "This link is not the one of the journey that is played now.");
  }

  private void call() {
    var trigger = app.called().orElseThrow(() -> new Unplayable("This app takes no calls."));
    require(!stage.journey().onCall() || !mine(), "A call is on already.");
    if (mine() && trigger.openJourney() == Trigger.OpenCall.BUSY) {
      var verbs =
          List.<Effect>of(
              new Effect.Voice(new Verb.Speak(trigger.busy(), app.voice())),
              new Effect.Voice(new Verb.HangUp()));
      add("event", stage.journey(), new Turn(stage.journey(), verbs, List.of()));
      return;
    }
    if (!mine() || trigger.openJourney() == Trigger.OpenCall.RESTART) {
      begin(Contact.byPhone(phone), Map.of());
    }
    ringing = false;
    run("event", () -> stage.call(trigger.name()));
  }

  private void onCall(Supplier<Turn> what) {
    require(stage.journey().standsOn(Channel.VOICE) && !rings(), "Nobody is on a call.");
    run("event", what);
  }

  private void pass(Duration time) {
    var until = stage.now().plus(time);
    for (var before = stage.journey(); happened.size() < MOST_TURNS; before = stage.journey()) {
      var turn = stage.passTo(until);
      if (turn.isEmpty()) {
        return;
      }
      add("timer", before, turn.get());
      answerByItself(Optional.empty());
    }
  }

  // what follows by itself

  /// What the world does without a word of the builder's: it answers where it needs no hand, a held
  /// call asks again, and a call that the app ends is over.
  private void follow(Optional<PreviewEvent> next) {
    answerByItself(next);
    for (var before = stage.journey(); happened.size() < MOST_TURNS; before = stage.journey()) {
      var turn = stage.holdOn();
      if (turn.isEmpty()) {
        break;
      }
      add("hold", before, turn.get());
      answerByItself(next);
    }
    if (stage.journey().onCall()
        && !stage.verbs().isEmpty()
        && stage.verbs().getLast() instanceof Verb.HangUp) {
      run("hang_up", () -> stage.hangUp(Input.CallEnd.COMPLETED, CALL));
      answerByItself(next);
    }
  }

  private void answerByItself(Optional<PreviewEvent> next) {
    for (var key = outsiders.unaided(next);
        key.isPresent() && happened.size() < MOST_TURNS;
        key = outsiders.unaided(next)) {
      var which = key.get();
      run("answer", () -> outsiders.answer(which));
    }
  }

  private void run(String by, Supplier<Turn> turn) {
    var before = stage.journey();
    add(by, before, turn.get());
  }

  private void add(String by, Journey before, Turn turn) {
    turn.effects().stream().filter(Effect.PlaceCall.class::isInstance).forEach(_ -> ringing = true);
    happened.add(
        new Happened(
            event,
            by,
            stage.now(),
            before,
            turn.journey(),
            turn.effects(),
            turn.trail(),
            stage.answered()));
  }
}
