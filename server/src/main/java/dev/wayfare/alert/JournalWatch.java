package dev.wayfare.alert;

import dev.wayfare.journal.Entry;
import dev.wayfare.journal.Journal;
import dev.wayfare.kernel.OrganizationId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/// Follows the journal of every organization by number, so that a publish that failed is raised
/// once, whichever process reads of it, and is over when the next one is live; and so a certificate
/// that nobody renews.
final class JournalWatch {
  private static final int BATCH = 500;
  private static final int LONGEST = 300;

  private final PgJournalPlace place;
  private final Journal journal;
  private final PgEventStore events;
  private final Alerts alerts;
  private final TransactionOperations transactions;

  JournalWatch(
      PgJournalPlace place,
      Journal journal,
      PgEventStore events,
      Alerts alerts,
      TransactionOperations transactions) {
    this.place = place;
    this.journal = journal;
    this.events = events;
    this.alerts = alerts;
    this.transactions = transactions;
  }

  void follow() {
    for (var organization : place.behind()) {
      while (Boolean.TRUE.equals(transactions.execute(_ -> read(organization)))) {
        // Until everything is read.
      }
    }
  }

  /// False when there is no more, or somebody else reads.
  private boolean read(OrganizationId organization) {
    var after = place.lock(organization);
    if (after.isEmpty()) {
      return false;
    }
    var entries = journal.since(organization, after.getAsLong(), BATCH);
    entries.forEach(entry -> heard(organization, entry));
    if (!entries.isEmpty()) {
      place.moveTo(organization, entries.getLast().sequence());
    }
    return entries.size() == BATCH;
  }

  private void heard(OrganizationId organization, Entry entry) {
    switch (entry.verb()) {
      case "release.failed" -> alerts.raise(failed(organization, entry));
      case "release.live" -> alerts.over(failed(organization, entry));
      case "domain.certificate_ends" -> alerts.raise(certificate(organization, entry));
      case "domain.certificate_renewed" -> alerts.over(certificate(organization, entry));
      default -> {}
    }
  }

  private Raised failed(OrganizationId organization, Entry entry) {
    var app = word(entry, "app");
    var profile = word(entry, "profile");
    var problem = problem(entry.data().get("problem"));
    return new Raised(
        organization,
        AlertKind.PUBLISH_FAILED,
        app + "\n" + profile,
        events.deployment(organization, app, profile),
        "Publishing %s under %s failed%s"
            .formatted(app, profile, problem.isEmpty() ? "." : ": " + problem),
        app.isEmpty() ? "/" : "/apps/" + app);
  }

  private static Raised certificate(OrganizationId organization, Entry entry) {
    var host = word(entry, "address");
    return new Raised(
        organization,
        AlertKind.CERTIFICATE,
        host,
        Optional.empty(),
        "The certificate of %s is good until %s and should have been renewed by now."
            .formatted(host, word(entry, "until")),
        "/resources");
  }

  private static String word(Entry entry, String name) {
    return Optional.ofNullable(entry.data().get(name)).map(Object::toString).orElse("");
  }

  /// A sentence, or a problem with its text.
  private static String problem(@Nullable Object written) {
    return switch (written) {
      case null -> "";
      case Map<?, ?> problem -> problem(problem.get("text"));
      default -> Wording.clip(written.toString(), LONGEST);
    };
  }
}
