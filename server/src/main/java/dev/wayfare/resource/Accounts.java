package dev.wayfare.resource;

import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.MailServer;
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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// Connected accounts. A secret goes in and never comes out again, but to the adapter that needs
/// it.
public final class Accounts {
  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  private final PgAccountStore store;
  private final ResourceUses users;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final Ids ids;
  private final InstantSource clock;

  Accounts(
      PgAccountStore store,
      ResourceUses users,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.users = users;
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

  public Optional<ConnectedAccount> find(OrganizationId organization, UUID id) {
    return store.find(organization, id);
  }

  /// By id, or by name within one environment.
  public Optional<ConnectedAccount> find(
      OrganizationId organization, UUID environment, String written) {
    var which = IdOrName.of(written);
    return which.id().isPresent()
        ? store.find(organization, which.id().get())
        : store.byName(organization, environment, written);
  }

  /// The service of an account of kind `http` as it stands now, with its secret; empty when there
  /// is no such account.
  public Optional<HttpConnection> http(UUID id) {
    return store
        .open(id, AccountKind.HTTP)
        .flatMap(
            account ->
                switch (HttpConnection.read(account.settings(), account.secret())) {
                  case HttpConnection.Reading.Good(var connection) -> Optional.of(connection);
                  case HttpConnection.Reading.Mistakes(var mistakes) -> {
                    LOG.error("Account {} cannot be read: {}", id, mistakes);
                    yield Optional.empty();
                  }
                });
  }

  /// The server of an account of kind `smtp` as it stands now, with its secret, for emails of this
  /// sender; empty when there is no such account.
  ///
  /// @param name what receivers read beside the address; may be empty
  public Optional<MailServer> mail(UUID id, String address, String name) {
    return store
        .open(id, AccountKind.SMTP)
        .flatMap(
            account ->
                switch (MailServer.read(
                    AccountSettings.from(account.settings(), address, name), account.secret())) {
                  case MailServer.Reading.Good(var server) -> Optional.of(server);
                  case MailServer.Reading.Mistakes(var mistakes) -> {
                    LOG.error("Account {} cannot be read: {}", id, mistakes);
                    yield Optional.empty();
                  }
                });
  }

  /// Its secret as it is stored, to see whether new settings fit it.
  Optional<Secret> secret(ConnectedAccount account) {
    return store.open(account.id(), account.kind()).flatMap(OpenAccount::secret);
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

  /// Somebody tried the account's credentials.
  void tested(ConnectedAccount account, boolean fine, Caller caller) {
    journal.write(Fact.of(caller, "account.tested", subject(account)).with("ok", fine));
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
      return new Removal.InUse(holders(id));
    }
  }

  private List<String> holders(UUID id) {
    return Stream.concat(store.addressesOf(id).stream(), users.of(id).stream().map(Use::sentence))
        .toList();
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
