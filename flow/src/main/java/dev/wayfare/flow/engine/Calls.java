package dev.wayfare.flow.engine;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Timer;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Values;
import dev.wayfare.flow.Verb;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The call of a journey while its turn runs. A flow on the call only ever runs while somebody
/// listens: timers and answers that come meanwhile are heard when the call asks what is next.
record Calls(App app, Play play) {
  /// A call came in: its flow takes the place of whatever call was there before.
  void rings(Trigger.Called trigger) {
    play.stacks.clear(Channel.VOICE);
    play.plan = Map.of("hung_up", trigger.hungUp().orElse(""));
    play.flow(trigger.flow())
        .ifPresent(
            flow -> {
              var opened = new Spot(flow.name(), flow.start(), false, Map.of());
              play.stacks.push(Channel.VOICE, opened);
              play.wake(Channel.VOICE, new Input.None());
            });
  }

  /// Calls the contact: the flow stands ready with inputs that fit it, and runs when somebody takes
  /// the call.
  void place(
      String flow, Map<String, Object> inputs, Effect.PlaceCall call, Map<String, Object> plan) {
    play.stacks.clear(Channel.VOICE);
    play.flow(flow)
        .ifPresent(
            found -> {
              var opened = new Spot(flow, found.start(), false, inputs);
              play.plan = Map.copyOf(plan);
              play.stacks.push(Channel.VOICE, opened);
              play.deeds.add(call);
              play.deeds.note(play.spot, "calls", Map.of("to", call.to()));
            });
  }

  /// A call that waited for its hours; while another one is on, it waits for its end as well.
  void due(String name, Timer.Call call) {
    if (!play.plan.isEmpty()) {
      play.timers.set(name, call.moved(play.now.plus(Limits.LATER)));
      return;
    }
    var placed =
        new Effect.PlaceCall(
            play.contact.phone(), call.ring(), !"talk".equals(call.plan().get("machine")));
    place(call.flow(), call.inputs(), placed, call.plan());
  }

  void happened(Input.OfCall what) {
    switch (what) {
      case Input.Spoken _, Input.Forwarded _ -> play.wake(Channel.VOICE, what);
      case Input.Held _ -> play.wake(Channel.VOICE, news().orElse(what));
      case Input.PickedUp(var byMachine) -> pickedUp(byMachine);
      case Input.HungUp(var how, var length) -> hungUp(how, length);
    }
  }

  /// Whether a timer would wake a step on the call: only the call itself hears it, when it asks.
  boolean waitFor(Timer timer) {
    return timer instanceof Timer.Wake wake && wake.channel() == Channel.VOICE;
  }

  private Optional<Input> news() {
    if (!play.stacks.standOn(Channel.VOICE)) {
      return Optional.empty();
    }
    return play.asks
        .arrived(Channel.VOICE, play.stacks.depth(Channel.VOICE))
        .or(() -> play.stacks.takeWake(Channel.VOICE, play.now));
  }

  private void pickedUp(boolean byMachine) {
    if (!play.stacks.standOn(Channel.VOICE)) {
      speak(new Verb.HangUp());
      return;
    }
    play.deeds.note(null, "picked_up", Map.of("by", byMachine ? "machine" : "person"));
    if (byMachine && play.plan.get("machine") instanceof String rule && !rule.equals("talk")) {
      toMachine(rule);
    } else {
      play.wake(Channel.VOICE, new Input.None());
    }
  }

  /// A machine took the call: it gets the message, or nobody was reached.
  private void toMachine(String rule) {
    play.stacks.clear(Channel.VOICE);
    if (rule.equals("message") && play.plan.get("message") instanceof String message) {
      speak(new Verb.Speak(message, app.voice()));
      play.deeds.note(null, "said", Map.of("text", message));
    } else {
      var unreached = new LinkedHashMap<>(play.plan);
      unreached.put("hung_up", play.plan.getOrDefault("unanswered", ""));
      play.plan = Map.copyOf(unreached);
    }
    speak(new Verb.HangUp());
  }

  /// The call is over: what stood on it is gone, and the flow for that runs.
  private void hungUp(Input.CallEnd how, Duration length) {
    var after = play.plan.get(how == Input.CallEnd.COMPLETED ? "hung_up" : "unanswered");
    play.plan = Map.of();
    play.stacks.clear(Channel.VOICE);
    play.deeds.note(
        null,
        "call_ended",
        Values.object(
            "how", how.name().toLowerCase(Locale.ROOT), "seconds", (double) length.toSeconds()));
    if (after instanceof String flow && !flow.isEmpty()) {
      play.open(flow, Map.of());
    }
  }

  void speak(Verb verb) {
    play.deeds.add(new Effect.Voice(verb));
  }

  /// A call always knows how it goes on: it listens, is forwarded, is held or ends.
  void lead(Input event) {
    var listens =
        event instanceof Input.Called
            || event instanceof Input.OfCall && !(event instanceof Input.HungUp)
            || event instanceof Input.Answered(_, _, var attended) && attended;
    if (listens && !play.deeds.lastVerb().filter(Calls::leads).isPresent()) {
      speak(play.stacks.standOn(Channel.VOICE) ? new Verb.Hold(Limits.HOLD) : new Verb.HangUp());
    }
  }

  private static boolean leads(Verb verb) {
    return switch (verb) {
      case Verb.Listen _, Verb.Forward _, Verb.Hold _, Verb.HangUp _ -> true;
      case Verb.Speak _, Verb.Play _ -> false;
    };
  }
}
