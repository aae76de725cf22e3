package dev.wayfare.alert;

import dev.wayfare.alert.Destination.Came;
import dev.wayfare.alert.PgDeliveryStore.Delivery;
import dev.wayfare.kernel.SealException;
import dev.wayfare.runtime.AtOnce;
import dev.wayfare.runtime.BackOff;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Sends what waits, to each notifier by itself: one that fails stops no other. At least once,
/// with back-off, and with a place for what cannot be sent.
final class Sender {
  static final int TRIES = 8;
  private static final Duration LEASE = Duration.ofSeconds(90);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int BATCH = 20;

  private final PgDeliveryStore deliveries;
  private final PgNotifierStore notifiers;
  private final Destinations destinations;
  private final Health health;
  private final InstantSource clock;

  Sender(
      PgDeliveryStore deliveries,
      PgNotifierStore notifiers,
      Destinations destinations,
      Health health,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.notifiers = notifiers;
    this.destinations = destinations;
    this.health = health;
    this.clock = clock;
  }

  /// Sends everything that is due, and says how many there were.
  int sendDue() {
    var sent = 0;
    while (true) {
      var now = clock.instant();
      var batch = deliveries.take(now, now.plus(LEASE), BATCH);
      if (batch.isEmpty()) {
        return sent;
      }
      // All at once, as each is for another notifier, and a slow one keeps nobody else waiting.
      AtOnce.each(batch, this::send);
      sent += batch.size();
    }
  }

  void sweep() {
    deliveries.forget(clock.instant().minus(KEPT));
  }

  private void send(Delivery delivery) {
    Optional<Notifier.Open> opened;
    try {
      opened = notifiers.open(delivery.notifier());
    } catch (SealException lost) {
      deliveries.dead(delivery, clock.instant(), "Its secret cannot be opened.");
      return;
    }
    opened.ifPresent(
        open -> {
          switch (destinations.send(open, delivery.message(), delivery.id())) {
            case Came.Taken() -> {
              deliveries.sent(delivery, clock.instant());
              health.well(open.notifier());
            }
            case Came.Refused(var why) -> {
              health.failed(open.notifier(), why, clock.instant());
              deliveries.dead(delivery, clock.instant(), why);
            }
            case Came.Later(var after, var why) -> later(delivery, open.notifier(), after, why);
          }
        });
  }

  private void later(Delivery delivery, Notifier notifier, Duration asked, String why) {
    var now = clock.instant();
    var breaker = health.failed(notifier, why, now);
    if (delivery.tries() >= TRIES) {
      deliveries.dead(delivery, now, "After " + delivery.tries() + " tries: " + why);
      return;
    }
    var pause = BackOff.after(delivery.tries());
    var due = now.plus(asked.compareTo(pause) > 0 ? asked : pause);
    deliveries.again(delivery, breaker.shutUntil().filter(due::isBefore).orElse(due), why);
  }
}
