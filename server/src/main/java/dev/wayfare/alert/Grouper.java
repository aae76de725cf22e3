package dev.wayfare.alert;

import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.publish.AlertRules;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.SealedRelease;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Counts what was noted and raised, and looks at the alerts whose moment has come. One process
/// does it at a time, in short transactions: what is taken away is counted, and told once.
final class Grouper {
  private static final Logger LOG = LoggerFactory.getLogger(Grouper.class);
  private static final int BATCH = 2_000;

  private final PgAlertStore alerts;
  private final PgEventStore events;
  private final Telling telling;
  private final LiveReleases releases;
  private final TransactionOperations transactions;
  private final Ids ids;
  private final InstantSource clock;

  Grouper(
      PgAlertStore alerts,
      PgEventStore events,
      Telling telling,
      LiveReleases releases,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    this.alerts = alerts;
    this.events = events;
    this.telling = telling;
    this.releases = releases;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  void group() {
    var more = alerts.anything(clock.instant());
    while (more) {
      more = Boolean.TRUE.equals(transactions.execute(_ -> alerts.alone() && pass()));
    }
  }

  /// Windows that are over first: what comes now belongs to the next one.
  private boolean pass() {
    var now = clock.instant();
    var due = alerts.due(now, BATCH);
    for (var alert : due) {
      telling.keep(alert, Grouping.tick(alert.standing(), alert.what().kind(), now), now);
    }
    var noted = events.take(BATCH);
    Sum.of(noted).forEach(sum -> noted(sum, now));
    var raised = events.takeRaised(BATCH);
    raised.forEach(raise -> raised(raise, now));
    return Math.max(due.size(), Math.max(noted.size(), raised.size())) == BATCH;
  }

  private void noted(Sum sum, Instant now) {
    release(sum.last().release())
        .ifPresent(
            release ->
                rule(release.alerts(), sum.last().kind())
                    .ifPresent(rule -> noted(sum, release, rule, now)));
  }

  /// One that cannot be read alerts nobody, and keeps no other from it.
  private Optional<SealedRelease> release(UUID id) {
    try {
      return releases.release(id);
    } catch (IllegalStateException unreadable) {
      LOG.error("Release {} cannot be read, and what it errs is not told", id, unreadable);
      return Optional.empty();
    }
  }

  private static Optional<AlertRules.Rule> rule(AlertRules rules, AlertKind kind) {
    return switch (kind) {
      case APPLICATION_ERROR -> rules.onApplicationError();
      case LOG_ERROR -> rules.onLogError();
      case PUBLISH_FAILED, CHANNEL_FAILING, CERTIFICATE -> Optional.empty();
    };
  }

  private void noted(Sum sum, SealedRelease release, AlertRules.Rule rule, Instant now) {
    var event = sum.last();
    var what =
        new Alert.What(
            event.kind(),
            event.code(),
            event.flow(),
            event.step(),
            Optional.of(event.deployment()),
            release.appName(),
            release.profile(),
            "",
            "",
            Alert.What.fingerprint(
                event.kind(), event.deployment(), event.code(), event.flow(), event.step()));
    var where =
        new Alert.Sighting(release.version(), release.number(), event.journey(), event.turn());
    var terms = new Alert.Terms(rule.notifiers(), Math.max(1, rule.threshold()));
    var organization = new OrganizationId(release.organization());
    var alert =
        alerts
            .find(organization, what.fingerprint())
            .map(known -> known.seen(what, where, terms))
            .orElseGet(() -> begun(organization, what, where, terms, sum.first().at()));
    telling.keep(
        alert,
        Grouping.seen(
            alert.standing(), event.kind(), sum.times(), event.at(), terms.threshold(), now),
        now);
  }

  private Alert begun(
      OrganizationId organization,
      Alert.What what,
      Alert.Sighting where,
      Alert.Terms terms,
      Instant at) {
    return new Alert(ids.next(), organization, what, Standing.first(at), where, where, terms);
  }

  private void raised(PgEventStore.Raise raise, Instant now) {
    var raised = raise.raised();
    var fingerprint = Alert.What.fingerprint(raised.kind(), raised.mark());
    var known = alerts.find(raised.organization(), fingerprint);
    if (raise.over()) {
      known.ifPresent(alert -> telling.keep(alert, Grouping.over(alert.standing(), now), now));
      return;
    }
    var what =
        new Alert.What(
            raised.kind(),
            "",
            "",
            "",
            raised.deployment(),
            raise.app(),
            raise.profile(),
            raised.text(),
            raised.link(),
            fingerprint);
    var alert =
        known
            .map(it -> it.seen(what, Alert.Sighting.NOWHERE, Alert.Terms.DEFAULT))
            .orElseGet(
                () ->
                    begun(
                        raised.organization(),
                        what,
                        Alert.Sighting.NOWHERE,
                        Alert.Terms.DEFAULT,
                        raise.at()));
    telling.keep(alert, Grouping.seen(alert.standing(), raised.kind(), 1, raise.at(), 1, now), now);
  }
}
