package dev.wayfare.runtime;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.OutboundCall;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import dev.wayfare.flow.Input;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Places the calls that turns have left, with the same key on every try. What comes of a call is
/// told to its journey: by the carrier once it has the call, by us if it never does.
///
/// A call is for now: after a minute of trying it failed.
final class Dialer {
  private static final Logger LOG = LoggerFactory.getLogger(Dialer.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int TRIES = 5;
  private static final int BATCH = 50;

  private final CallStore store;
  private final CallTurns turns;
  private final CarrierAccounts accounts;
  private final List<Carrier> carriers;
  private final InstantSource clock;

  Dialer(
      CallStore store,
      CallTurns turns,
      CarrierAccounts accounts,
      List<Carrier> carriers,
      InstantSource clock) {
    this.store = store;
    this.turns = turns;
    this.accounts = accounts;
    this.carriers = List.copyOf(carriers);
    this.clock = clock;
  }

  /// Places every call that is due, and says how many there were.
  int placeDue() {
    var placed = 0;
    while (true) {
      var now = clock.instant();
      var batch = store.take(now, now.plus(LEASE), BATCH);
      if (batch.isEmpty()) {
        return placed;
      }
      // All at once, so that no call's lease ends while a slow carrier keeps another one.
      AtOnce.each(batch, this::place);
      placed += batch.size();
    }
  }

  private void place(CallStore.Waiting call) {
    if (!call.wanted()) {
      store.end(call.deployment(), call.id(), "cancelled", Optional.empty(), clock.instant());
      return;
    }
    var from = PhoneNumber.parse(call.from());
    var account = from.flatMap(accounts::forNumber);
    var carrier = account.flatMap(each -> Carrier.of(each.kind(), carriers));
    if (from.isEmpty() || account.isEmpty() || carrier.isEmpty()) {
      refused(call, "No connected account serves " + call.from() + ".");
      return;
    }
    var wish =
        new OutboundCall(
            call.id(), from.get(), new PhoneNumber(call.to()), call.ring(), call.detectMachine());
    switch (outcome(carrier.get(), wish, account.get())) {
      case SendOutcome.Accepted(var providerId) ->
          store.ringing(call, account.get().kind(), providerId);
      case SendOutcome.Refused(var reason, var detail) -> refused(call, reason, detail);
      case SendOutcome.TryAgain(var after, var detail) -> later(call, after, detail);
    }
  }

  private static SendOutcome outcome(Carrier carrier, OutboundCall wish, CarrierAccount account) {
    try {
      return carrier.placeCall(wish, account);
    } catch (RuntimeException fault) {
      LOG.error("Placing call {} failed", wish.key(), fault);
      return new SendOutcome.TryAgain(Duration.ZERO, "The server failed while calling.");
    }
  }

  private void later(CallStore.Waiting call, Duration asked, String why) {
    if (call.tries() >= TRIES) {
      refused(call, why);
      return;
    }
    var usual = BackOff.after(call.tries());
    var pause = asked.compareTo(usual) > 0 ? asked : usual;
    store.again(call, clock.instant().plus(pause), why);
  }

  private void refused(CallStore.Waiting call, RefusalReason reason, String detail) {
    refused(call, reason + ": " + detail);
  }

  /// The journey hears of it. If it cannot now, the call stays until its lease ends and is tried
  /// again, so the reason is kept first.
  private void refused(CallStore.Waiting call, String why) {
    LOG.warn("Call {} could not be placed: {}", call.id(), why);
    store.again(call, clock.instant().plus(LEASE), why);
    turns.failed(call.deployment(), call.id(), Input.CallEnd.FAILED);
  }
}
