package dev.wayfare.channel.simulator;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.CallEvent;
import dev.wayfare.channel.CallReply;
import dev.wayfare.channel.InboundCall;
import dev.wayfare.channel.simulator.CallLine.Who;
import dev.wayfare.channel.simulator.SimulatorMessage.Direction;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.flow.Verb;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Takes what happens on a call to the door and plays what the door replies, as a carrier does.
///
/// Nothing of what happens is written before the door has replied, and keys pressed in secret never
/// are: a call whose server died goes on from the step it stood at, with the same keys.
final class Exchange {

  private static final int MOST_POSTS = 4;

  private final SimulatorCallStore calls;
  private final SimulatorStore phones;
  private final CallDoor door;
  private final Later later;
  private final SimulatorBell bell;
  private final InstantSource clock;

  Exchange(
      SimulatorCallStore calls,
      SimulatorStore phones,
      CallDoor door,
      Later later,
      SimulatorBell bell,
      InstantSource clock) {
    this.calls = calls;
    this.phones = phones;
    this.door = door;
    this.later = later;
    this.bell = bell;
    this.clock = clock;
  }

  /// Tells the door that a phone calls.
  void rings(SimulatorCall call, BiConsumer<SimulatorCall, CallDoing> then) {
    var inbound =
        new InboundCall(
            SimulatorCarrier.KIND,
            call.providerId(),
            call.keyOf("rings"),
            call.phone(),
            call.other());
    ask(call, () -> door.rings(inbound), call.answered(false, clock.instant()), then, 1);
  }

  /// Tells the door what happened, and goes on with `heard`: the call as it is if the door takes
  /// it.
  void happened(
      SimulatorCall call,
      Input.OfCall what,
      SimulatorCall heard,
      BiConsumer<SimulatorCall, CallDoing> then) {
    ask(call, () -> door.happened(event(call, what)), heard, then, 1);
  }

  /// Ends a call and tells the door; false if somebody else has moved it on.
  boolean end(SimulatorCall call, CallEnd how) {
    var over = calls.change(call.ended(how, clock.instant()));
    bell.ring();
    over.filter(it -> it.legOf().isEmpty()).ifPresent(it -> tellEnd(it, 1));
    return over.isPresent();
  }

  CallLine line(Who who, String text) {
    return new CallLine(who, text, "", clock.instant());
  }

  private void ask(
      SimulatorCall call,
      Supplier<CallReply> post,
      SimulatorCall heard,
      BiConsumer<SimulatorCall, CallDoing> then,
      int times) {
    switch (posted(call, post)) {
      case CallReply.Script(var verbs) -> play(heard, verbs, then);
      case CallReply.Closed(var words) -> close(heard, words);
      case CallReply.Unavailable() -> {
        if (times < MOST_POSTS) {
          later.run(pause(times), () -> ask(call, post, heard, then, times + 1));
        } else {
          giveUp(call, "The server could not answer, " + MOST_POSTS + " times.");
        }
      }
    }
  }

  private void play(
      SimulatorCall call, Iterable<Verb> verbs, BiConsumer<SimulatorCall, CallDoing> then) {
    var now = call;
    for (var verb : verbs) {
      switch (verb) {
        case Verb.Speak _, Verb.Play _ -> now = now.with(line(verb));
        case Verb.Listen(var prompts, var hearing) -> {
          for (var prompt : prompts) {
            now = now.with(line(prompt));
          }
          goOn(now.now(new CallDoing.Listening(hearing)), then);
          return;
        }
        case Verb.Forward(var to, var ring) -> {
          now = now.with(line(Who.NOTE, "Forwarding to " + to + "."));
          goOn(now.now(new CallDoing.Forwarding(to, ring, Optional.empty(), false)), then);
          return;
        }
        case Verb.Hold(var pause) -> {
          goOn(now.now(new CallDoing.Holding(pause)), then);
          return;
        }
        case Verb.HangUp() -> {
          hangUp(now, call);
          return;
        }
      }
    }
    hangUp(now, call);
  }

  /// A call that is hung up on before anything was said has met a busy line.
  private void hangUp(SimulatorCall now, SimulatorCall before) {
    var refused = now.equals(before) && now.step() == 0 && now.direction() == Direction.FROM_PHONE;
    end(
        now.with(line(Who.NOTE, refused ? "The line is busy." : "The app hung up.")),
        refused ? CallEnd.BUSY : CallEnd.COMPLETED);
  }

  private void goOn(SimulatorCall call, BiConsumer<SimulatorCall, CallDoing> then) {
    var kept = calls.change(call);
    bell.ring();
    kept.ifPresent(it -> then.accept(it, it.doing()));
  }

  /// Nobody knows the call, so nobody is told that it is over.
  private void close(SimulatorCall call, String words) {
    calls.change(call.with(line(Who.APP, words)).ended(CallEnd.COMPLETED, clock.instant()));
    bell.ring();
  }

  private void giveUp(SimulatorCall call, String why) {
    end(call.with(line(Who.NOTE, why)), CallEnd.FAILED);
  }

  private void tellEnd(SimulatorCall call, int times) {
    var over = new Input.HungUp(call.how().orElse(CallEnd.COMPLETED), call.length(clock.instant()));
    var event =
        new CallEvent(
            SimulatorCarrier.KIND, call.providerId(), call.providerId() + ":end", over, call.key());
    if (door.happened(event) instanceof CallReply.Unavailable && times < MOST_POSTS) {
      later.run(pause(times), () -> tellEnd(call, times + 1));
    }
  }

  private static CallEvent event(SimulatorCall call, Input.OfCall what) {
    var key = call.keyOf(what.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    return new CallEvent(SimulatorCarrier.KIND, call.providerId(), key, what, call.key());
  }

  private static Duration pause(int times) {
    return Duration.ofSeconds(1L << (times - 1));
  }

  private CallReply posted(SimulatorCall call, Supplier<CallReply> post) {
    try {
      var phone = phones.phone(call.organization(), call.phone());
      var twice = phone.filter(it -> it.faults().duplicate()).isPresent();
      return twice ? postedTwice(call, post) : post.get();
    } catch (RuntimeException e) {
      var over =
          call.with(line(Who.NOTE, "The server failed to answer."))
              .ended(CallEnd.FAILED, clock.instant());
      calls.change(over).ifPresent(it -> later.run(pause(1), () -> tellEnd(it, 1)));
      bell.ring();
      throw e;
    }
  }

  /// Both at the same moment, as an impatient carrier would.
  private CallReply postedTwice(SimulatorCall call, Supplier<CallReply> post) {
    var other = new FutureTask<>(post::get);
    Thread.ofVirtual().name("simulator-call").start(other);
    var first = post.get();
    try {
      return other.get().equals(first)
          ? first
          : new CallReply.Closed("Posted twice, answered twice.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The simulator was stopped while it posted a call.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The door failed to answer call " + call.id(), e.getCause());
    }
  }

  private CallLine line(Verb verb) {
    return switch (verb) {
      case Verb.Speak(var text, _, var voice) ->
          new CallLine(Who.APP, text, voice.language(), clock.instant());
      case Verb.Play(var url, var times) -> line(Who.SOUND, times == 1 ? url : url + " × " + times);
      case Verb.Listen _, Verb.Forward _, Verb.Hold _, Verb.HangUp _ ->
          throw new IllegalArgumentException(
              "Only what is said or played can stand before listening, not "
                  + verb.getClass().getSimpleName()
                  + ".");
    };
  }
}
