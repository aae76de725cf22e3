package dev.wayfare.runtime;

import dev.wayfare.channel.DeliveryReport;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Texts on their way out, and those that did not get there.
interface OutboxStore {
  /// Why a text to somebody who wants no more is dead.
  String STOPPED = "The person asked this number to stop.";

  /// Takes texts that are due, for as long as the lease lasts: nobody else gets them meanwhile. Of
  /// the texts to one phone only the oldest is given, so that they arrive in order.
  List<Waiting> take(Instant now, Instant leaseUntil, int most);

  void sent(Waiting text, String carrier, String providerId);

  void again(Waiting text, Instant due, String why);

  /// Given up, which is an application error of its journey.
  void dead(Waiting text, Instant now, String why);

  /// Given up because the person wants no texts, which is nobody's error.
  void unwanted(Waiting text, String why);

  /// Keeps how far a text came. A late report never undoes a later state.
  void delivered(DeliveryReport report);

  /// A text to send. `tries` counts this one.
  record Waiting(
      UUID deployment, UUID id, String from, String to, String body, int tries, boolean optedOut) {}
}
