package dev.wayfare.alert;

import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import java.time.Instant;
import org.springframework.transaction.support.TransactionOperations;

/// What is remembered of a notifier that fails: its breaker, and one line in the journal when it
/// shuts and one when it opens. Nobody is alerted about alerts.
final class Health {
  private final PgNotifierStore store;
  private final Journal journal;
  private final TransactionOperations transactions;

  Health(PgNotifierStore store, Journal journal, TransactionOperations transactions) {
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
  }

  void well(Notifier notifier) {
    if (!notifier.breaker().equals(Breaker.WELL) || !notifier.error().isEmpty()) {
      transactions.executeWithoutResult(
          _ ->
              store
                  .lock(notifier.id())
                  .ifPresent(
                      before -> {
                        store.keep(notifier.id(), Breaker.WELL, "");
                        if (before.shut()) {
                          journal.write(fact(notifier, "notifier.recovered"));
                        }
                      }));
    }
  }

  /// How it stands after one more failure.
  Breaker failed(Notifier notifier, String why, Instant now) {
    return transactions.execute(
        _ ->
            store
                .lock(notifier.id())
                .map(
                    before -> {
                      var after = before.failed(now);
                      store.keep(notifier.id(), after, why);
                      if (after.shut() && !before.shut()) {
                        journal.write(fact(notifier, "notifier.failing").with("error", why));
                      }
                      return after;
                    })
                .orElse(Breaker.WELL));
  }

  private static Fact fact(Notifier notifier, String verb) {
    return Fact.ofServer(
            notifier.organization(), verb, Subject.of("notifier", notifier.id(), notifier.name()))
        .with("kind", notifier.kind().word());
  }
}
