package dev.wayfare.resource;

import dev.wayfare.http.Caller;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// An organization's environments. The first look finds Development, Staging and Production ready,
/// each with an account at the carrier simulator.
public final class Environments {
  public static final String DEVELOPMENT = "Development";
  public static final String STAGING = "Staging";
  public static final String PRODUCTION = "Production";

  private static final List<String> READY_MADE = List.of(DEVELOPMENT, STAGING, PRODUCTION);

  private final PgEnvironmentStore store;
  private final Journal journal;
  private final TransactionOperations transactions;

  Environments(PgEnvironmentStore store, Journal journal, TransactionOperations transactions) {
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
  }

  public List<Environment> of(OrganizationId organization) {
    var there = store.list(organization);
    if (!there.isEmpty()) {
      return there;
    }
    transactions.executeWithoutResult(_ -> store.makeReady(organization, READY_MADE));
    return store.list(organization);
  }

  public Optional<Environment> find(OrganizationId organization, IdOrName which) {
    return of(organization).stream()
        .filter(
            one ->
                which.id().filter(one.id()::equals).isPresent()
                    || one.name().equalsIgnoreCase(which.name()))
        .findFirst();
  }

  /// A new environment; empty when the name is taken.
  Optional<Environment> create(String name, Caller caller) {
    of(caller.organization());
    try {
      return transactions.execute(
          _ -> {
            var made = store.add(caller.organization(), name);
            journal.write(
                Fact.of(caller, "environment.created", Subject.of("environment", made.id(), name)));
            return Optional.of(made);
          });
    } catch (DuplicateKeyException _) {
      return Optional.empty();
    }
  }
}
