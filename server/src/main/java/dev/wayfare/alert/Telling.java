package dev.wayfare.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Keeps what became of an alert, with a message for everybody who is to know.
final class Telling {
  private final PgAlertStore alerts;
  private final PgNotifierStore notifiers;
  private final PgDeliveryStore deliveries;
  private final Links links;

  Telling(PgAlertStore alerts, PgNotifierStore notifiers, PgDeliveryStore deliveries, Links links) {
    this.alerts = alerts;
    this.notifiers = notifiers;
    this.deliveries = deliveries;
    this.links = links;
  }

  void keep(Alert before, Grouping.Change change, Instant now) {
    var alert = before.with(change.after());
    alerts.save(alert);
    change.told().ifPresent(told -> tell(alert, told, now));
  }

  private void tell(Alert alert, Grouping.Told told, Instant now) {
    var message = Message.of(alert, told, links.to(alert));
    for (var notifier : whom(alert)) {
      deliveries.add(alert.id(), notifier, message, now);
    }
  }

  /// Never one of another organization, whatever a release names.
  private List<UUID> whom(Alert alert) {
    return alert.what().kind().ofJourneys()
        ? notifiers.existing(alert.organization(), alert.terms().notifiers())
        : notifiers.receiving(alert.organization(), alert.what().kind());
  }
}
