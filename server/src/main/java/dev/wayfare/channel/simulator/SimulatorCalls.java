package dev.wayfare.channel.simulator;

import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.OutboundCall;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.channel.simulator.CallDoing.Forwarding;
import dev.wayfare.channel.simulator.CallDoing.Holding;
import dev.wayfare.channel.simulator.CallDoing.Listening;
import dev.wayfare.channel.simulator.CallLine.Who;
import dev.wayfare.channel.simulator.SimulatorCall.State;
import dev.wayfare.channel.simulator.SimulatorMessage.Direction;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.kernel.OrganizationId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// Calls of the phones on the screen: what a person does on them, and what time does.
final class SimulatorCalls {

  /// What came of something a person did on a phone.
  sealed interface Done {
    record Taken(SimulatorCall call) implements Done {}

    record NoSuchPhone() implements Done {}

    record NoSuchCall() implements Done {}

    record PhoneOff() implements Done {}

    record OnACall() implements Done {}

    /// Nobody of this organization has that number.
    record NoSuchNumber(PhoneNumber number) implements Done {}

    /// The number belongs to a real carrier, whose customers are never played here.
    record RealCarrier(String kind) implements Done {}

    /// The call is not at a moment for that.
    record NotNow(String why) implements Done {}
  }

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final SimulatorCallStore calls;
  private final SimulatorStore phones;
  private final Exchange exchange;
  private final CarrierAccounts accounts;
  private final Later later;
  private final SimulatorBell bell;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  SimulatorCalls(
      SimulatorCallStore calls,
      SimulatorStore phones,
      Exchange exchange,
      CarrierAccounts accounts,
      Later later,
      SimulatorBell bell,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.calls = calls;
    this.phones = phones;
    this.exchange = exchange;
    this.accounts = accounts;
    this.later = later;
    this.bell = bell;
    this.clock = clock;
    this.ids = ids;
  }

  /// A phone calls a number.
  Done dial(OrganizationId organization, PhoneNumber number, PhoneNumber to) {
    var phone = phones.phone(organization, number);
    if (phone.isEmpty()) {
      return new Done.NoSuchPhone();
    }
    if (phone.get().faults().off()) {
      return new Done.PhoneOff();
    }
    if (calls.isOnACall(organization, number)) {
      return new Done.OnACall();
    }
    var account = accounts.forNumber(to).filter(a -> a.organization().equals(organization));
    if (account.isEmpty()) {
      return new Done.NoSuchNumber(to);
    }
    var kind = account.get().kind();
    if (!kind.equals(SimulatorCarrier.KIND)) {
      return new Done.RealCarrier(kind);
    }
    var call =
        calls.add(
            SimulatorCall.ringing(
                ids.get(), organization, number, to, Direction.FROM_PHONE, clock.instant()));
    bell.ring();
    exchange.rings(call, this::arm);
    return taken(call);
  }

  /// An app calls a phone.
  SendOutcome place(OutboundCall wish, OrganizationId organization) {
    if (phones.phone(organization, wish.to()).isEmpty()) {
      return new SendOutcome.Refused(
          RefusalReason.BAD_NUMBER, "No phone of the simulator has that number.");
    }
    var busy = calls.isOnACall(organization, wish.to());
    var fresh =
        SimulatorCall.ringing(
                ids.get(),
                organization,
                wish.to(),
                wish.from(),
                Direction.TO_PHONE,
                clock.instant())
            .placed(wish.key(), wish.ring(), wish.detectMachine());
    var call = calls.add(fresh);
    if (call.id().equals(fresh.id())) {
      bell.ring();
      ring(call, busy);
    }
    return new SendOutcome.Accepted(call.providerId());
  }

  /// The person speaks; no words at all are silence.
  Done speak(UUID id, String words) {
    return on(
        id,
        call -> {
          var said = exchange.line(Who.PERSON, words.isEmpty() ? "(says nothing)" : words);
          return switch (call.doing()) {
            case Listening(var hearing) when hearing.speech() || words.isEmpty() -> {
              exchange.happened(call, new Input.Spoken(words, ""), call.with(said), this::arm);
              yield taken(call);
            }
            case Listening _ -> new Done.NotNow("The call listens to keys only.");
            case Forwarding it when it.answered() -> talk(call, words, it.leg());
            case CallDoing.Nothing _ when call.legOf().isPresent() ->
                talk(call, words, call.legOf());
            case Forwarding _, Holding _, CallDoing.Nothing _ ->
                new Done.NotNow("Nobody listens on the call at the moment.");
          };
        });
  }

  /// The person presses keys.
  Done press(UUID id, String keys) {
    return on(
        id,
        call -> {
          if (!(call.doing() instanceof Listening(var hearing))) {
            return new Done.NotNow("Nobody listens on the call at the moment.");
          }
          if (!hearing.keypad()) {
            return new Done.NotNow("The call listens to speech only.");
          }
          var ended = hearing.digits() != 1 && keys.endsWith("#");
          var digits = ended ? keys.substring(0, keys.length() - 1) : keys;
          var kept =
              hearing.digits() > 0 && digits.length() > hearing.digits()
                  ? digits.substring(0, hearing.digits())
                  : digits;
          var shown = exchange.line(Who.KEYS, hearing.secret() ? CallLine.SECRET : keys);
          exchange.happened(call, new Input.Spoken("", kept), call.with(shown), this::arm);
          return taken(call);
        });
  }

  /// The person, or a machine, takes a call that rings; or a forwarded call was spoken to its end.
  Done answer(UUID id, boolean byMachine) {
    var found = calls.call(id);
    if (found.isEmpty()) {
      return new Done.NoSuchCall();
    }
    var call = found.get();
    if (outside(call)) {
      return forwarded(call, CallEnd.COMPLETED);
    }
    if (call.state() != State.RINGING || call.direction() != Direction.TO_PHONE) {
      return new Done.NotNow("The call does not ring.");
    }
    var now = call.answered(byMachine, clock.instant());
    if (call.legOf().isEmpty()) {
      var what = new Input.PickedUp(byMachine && call.askMachine());
      exchange.happened(call, what, now, this::arm);
    } else if (calls.change(now).isPresent()) {
      var parent = calls.call(call.legOf().get());
      parent.ifPresent(it -> connected(it, call.phone()));
      bell.ring();
    }
    return taken(call);
  }

  /// A call that rings, or is forwarded to somebody who is not here, is not taken.
  Done refuse(UUID id, CallEnd how) {
    var found = calls.call(id);
    if (found.isEmpty()) {
      return new Done.NoSuchCall();
    }
    var call = found.get();
    if (outside(call)) {
      return forwarded(call, how);
    }
    if (call.state() != State.RINGING || call.direction() != Direction.TO_PHONE) {
      return new Done.NotNow("The call does not ring.");
    }
    end(call, how);
    return taken(call);
  }

  /// Whatever else happens on the call at this moment, hanging up wins.
  Done hangUp(UUID id) {
    return on(
        id,
        call -> {
          var over = end(call.with(exchange.line(Who.NOTE, "You hung up.")), CallEnd.COMPLETED);
          return over ? taken(call) : hangUp(id);
        });
  }

  /// Takes up what stood when the server stopped.
  void resume() {
    for (var call : calls.open()) {
      switch (call.state()) {
        case RINGING -> {
          if (call.direction() == Direction.FROM_PHONE) {
            later.run(Duration.ZERO, () -> exchange.rings(call, this::arm));
          } else {
            ring(call, false);
          }
        }
        case GOING -> {
          if (call.doing() instanceof Forwarding it && it.leg().isPresent()) {
            later.run(Duration.ZERO, () -> afterLeg(it.leg().get()));
          } else if (!(call.doing() instanceof Forwarding)) {
            arm(call, call.doing());
          }
        }
        case ENDED -> {}
      }
    }
  }

  private Done on(UUID id, Function<SimulatorCall, Done> act) {
    var call = calls.call(id);
    if (call.isEmpty()) {
      return new Done.NoSuchCall();
    }
    return call.get().state() == State.GOING
        ? act.apply(call.get())
        : new Done.NotNow("The call is not going on.");
  }

  private Done taken(SimulatorCall call) {
    return new Done.Taken(calls.call(call.id()).orElse(call));
  }

  private void ring(SimulatorCall call, boolean busy) {
    var phone = phones.phone(call.organization(), call.phone());
    var off = phone.filter(it -> it.faults().off()).isPresent();
    var after = busy || off ? MOMENT : call.ring();
    later.run(after, () -> unanswered(call.id(), busy ? CallEnd.BUSY : CallEnd.NO_ANSWER));
  }

  private void unanswered(UUID id, CallEnd how) {
    calls.call(id).filter(it -> it.state() == State.RINGING).ifPresent(it -> end(it, how));
  }

  /// What time does with a call: a held one asks again, a forwarded one rings, and to a machine one
  /// listens in vain.
  private void arm(SimulatorCall call, CallDoing doing) {
    switch (doing) {
      case Holding(var pause) -> later.run(pause, () -> askAgain(call));
      case Forwarding it -> forward(call, it);
      case Listening(var hearing) when call.byMachine() ->
          later.run(hearing.patience(), () -> speakAt(call));
      case Listening _, CallDoing.Nothing _ -> {}
    }
  }

  private void askAgain(SimulatorCall held) {
    still(held).ifPresent(it -> exchange.happened(it, new Input.Held(), it, this::arm));
  }

  private void speakAt(SimulatorCall listening) {
    still(listening).ifPresent(it -> exchange.happened(it, Input.Spoken.NOTHING, it, this::arm));
  }

  private Optional<SimulatorCall> still(SimulatorCall call) {
    return calls
        .call(call.id())
        .filter(it -> it.state() == State.GOING && it.step() == call.step());
  }

  /// Another phone of the simulator rings; for any other number, somebody says what came of it.
  private void forward(SimulatorCall call, Forwarding forwarding) {
    var to = PhoneNumber.parse(forwarding.to());
    if (to.isEmpty() || phones.phone(call.organization(), to.get()).isEmpty()) {
      return;
    }
    var busy = calls.isOnACall(call.organization(), to.get());
    var leg =
        calls.add(
            SimulatorCall.ringing(
                    ids.get(),
                    call.organization(),
                    to.get(),
                    call.other(),
                    Direction.TO_PHONE,
                    clock.instant())
                .legOf(call.id(), forwarding.ring()));
    var rings = new Forwarding(forwarding.to(), forwarding.ring(), Optional.of(leg.id()), false);
    if (calls.change(call.now(rings)).isPresent()) {
      bell.ring();
      ring(leg, busy);
    } else {
      end(leg, CallEnd.NO_ANSWER);
    }
  }

  /// Ends a call, and with it the other end of a forwarded one.
  private boolean end(SimulatorCall call, CallEnd how) {
    if (!exchange.end(call, how)) {
      return false;
    }
    if (call.legOf().isPresent()) {
      afterLeg(call.id());
    }
    if (call.doing() instanceof Forwarding it) {
      it.leg()
          .flatMap(calls::call)
          .filter(leg -> leg.state() != State.ENDED)
          .ifPresent(
              leg ->
                  exchange.end(
                      leg.with(exchange.line(Who.NOTE, "The caller hung up.")),
                      it.answered() ? CallEnd.COMPLETED : CallEnd.NO_ANSWER));
    }
    return true;
  }

  private void afterLeg(UUID id) {
    var leg = calls.call(id).filter(it -> it.state() == State.ENDED);
    var parent = leg.flatMap(SimulatorCall::legOf).flatMap(calls::call);
    parent
        .filter(it -> it.doing() instanceof Forwarding)
        .ifPresent(it -> forwarded(it, leg.get().how().orElse(CallEnd.FAILED)));
  }

  private Done forwarded(SimulatorCall call, CallEnd how) {
    var words =
        switch (how) {
          case COMPLETED -> "The forwarded call is over.";
          case BUSY -> "The line was busy.";
          case NO_ANSWER -> "Nobody answered.";
          case FAILED -> "The number could not be reached.";
        };
    var back = call.with(exchange.line(Who.NOTE, words));
    exchange.happened(call, new Input.Forwarded(how), back, this::arm);
    return taken(call);
  }

  private static boolean outside(SimulatorCall call) {
    return call.state() == State.GOING
        && call.doing() instanceof Forwarding it
        && it.leg().isEmpty();
  }

  private void connected(SimulatorCall call, PhoneNumber with) {
    if (call.doing() instanceof Forwarding it) {
      calls.change(
          call.with(exchange.line(Who.NOTE, "Connected with " + with + ".")).now(it.connected()));
    }
  }

  /// Two phones speak with each other; the app hears nothing of it.
  private Done talk(SimulatorCall call, String words, Optional<UUID> other) {
    calls.change(call.with(exchange.line(Who.PERSON, words)));
    other
        .flatMap(calls::call)
        .ifPresent(it -> calls.change(it.with(exchange.line(Who.OTHER, words))));
    bell.ring();
    return taken(call);
  }
}
