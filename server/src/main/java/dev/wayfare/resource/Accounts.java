package dev.wayfare.resource;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.http.Caller;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.Secret;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// Connected accounts. A secret goes in and never comes out again, but to the adapter that needs
/// it.
public final class Accounts {
  private final PgAccountStore store;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final Ids ids;
  private final InstantSource clock;

  Accounts(
      PgAccountStore store,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /// The account behind every phone number of this server, live or not: a number that nothing is
  /// live on still gets a signed and clear answer.
  public Map<PhoneNumber, CarrierAccount> carriers() {
    return store.carriers();
  }

  public List<ConnectedAccount> list(OrganizationId organization, Optional<UUID> environment) {
    return store.list(organization, environment);
  }

  Optional<ConnectedAccount> find(OrganizationId organization, UUID id) {
    return store.find(organization, id);
  }

  /// Empty when the environment has an account of this name.
  Optional<ConnectedAccount> add(
      UUID environment,
      AccountKind kind,
      String name,
      Map<String, String> settings,
      Optional<Secret> secret,
      Caller caller) {
    var account =
        new ConnectedAccount(
            ids.next(), environment, kind, name, settings, secret.isPresent(), clock.instant());
    return noted(
        "account.created",
        account,
        caller,
        () -> store.add(caller.organization(), account, secret));
  }

  Optional<ConnectedAccount> change(
      ConnectedAccount account, Optional<Secret> secret, Caller caller) {
    return noted(
        "account.changed",
        account,
        caller,
        () -> store.change(caller.organization(), account, secret));
  }

  Removal remove(UUID id, Caller caller) {
    var found = store.find(caller.organization(), id);
    if (found.isEmpty()) {
      return new Removal.Unknown();
    }
    try {
      return transactions.execute(
          _ -> {
            store.remove(caller.organization(), id);
            journal.write(Fact.of(caller, "account.removed", subject(found.get())));
            return new Removal.Removed();
          });
    } catch (DataIntegrityViolationException _) {
      return new Removal.InUse(store.numbersOf(id));
    }
  }

  private Optional<ConnectedAccount> noted(
      String verb, ConnectedAccount account, Caller caller, Runnable work) {
    try {
      return transactions.execute(
          _ -> {
            work.run();
            journal.write(Fact.of(caller, verb, subject(account)));
            return store.find(caller.organization(), account.id());
          });
    } catch (DuplicateKeyException _) {
      return Optional.empty();
    }
  }

  private static Subject subject(ConnectedAccount account) {
    return Subject.of("connected account", account.id(), account.name());
  }
}
