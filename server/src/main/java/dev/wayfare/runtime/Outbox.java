package dev.wayfare.runtime;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.RefusalReason;
import dev.wayfare.channel.SendOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what turns have left in the outbox: at least once, in order for each phone, with back-off,
/// and with a place for those that cannot be sent.
final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int BATCH = 50;

  private final OutboxStore store;
  private final CarrierAccounts accounts;
  private final List<Carrier> carriers;
  private final InstantSource clock;

  Outbox(OutboxStore store, CarrierAccounts accounts, List<Carrier> carriers, InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.carriers = List.copyOf(carriers);
    this.clock = clock;
  }

  /// Sends everything that is due, and says how many there were.
  int sendDue() {
    var sent = 0;
    while (true) {
      var now = clock.instant();
      var batch = store.take(now, now.plus(LEASE), BATCH);
      if (batch.isEmpty()) {
        return sent;
      }
      // All at once, so that no text's lease ends while a slow carrier keeps another one; a phone
      // has one text in a batch at most.
      AtOnce.each(batch, this::send);
      sent += batch.size();
    }
  }

  private void send(OutboxStore.Waiting text) {
    if (text.optedOut()) {
      store.unwanted(text, OutboxStore.STOPPED);
      return;
    }
    var from = new PhoneNumber(text.from());
    var account = accounts.forNumber(from);
    var carrier = account.flatMap(each -> Carrier.of(each.kind(), carriers));
    if (account.isEmpty() || carrier.isEmpty()) {
      retry(text, Duration.ZERO, "No connected account serves " + text.from() + ".");
      return;
    }
    var wish = new OutboundText(text.id(), from, new PhoneNumber(text.to()), text.body());
    switch (outcome(carrier.get(), wish, account.get())) {
      case SendOutcome.Accepted(var providerId) ->
          store.sent(text, account.get().kind(), providerId);
      case SendOutcome.Refused(var reason, var detail) when reason == RefusalReason.OPTED_OUT ->
          store.unwanted(text, reason + ": " + detail);
      case SendOutcome.Refused(var reason, var detail) ->
          store.dead(text, clock.instant(), reason + ": " + detail);
      case SendOutcome.TryAgain(var after, var detail) -> retry(text, after, detail);
    }
  }

  private static SendOutcome outcome(
      Carrier carrier, OutboundText wish, dev.wayfare.channel.CarrierAccount account) {
    try {
      return carrier.send(wish, account);
    } catch (RuntimeException fault) {
      LOG.error("Sending {} failed", wish, fault);
      return new SendOutcome.TryAgain(Duration.ZERO, "The server failed while sending.");
    }
  }

  private void retry(OutboxStore.Waiting text, Duration asked, String why) {
    if (text.tries() >= BackOff.TRIES) {
      store.dead(text, clock.instant(), "After " + text.tries() + " tries: " + why);
      return;
    }
    var pause = BackOff.after(text.tries());
    store.again(text, clock.instant().plus(asked.compareTo(pause) > 0 ? asked : pause), why);
  }
}
