package dev.wayfare.resource;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.http.Caller;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// Phone numbers, domains, routes and email addresses: added, found, renamed, removed, and who
/// uses them.
public final class Resources {
  private static final Pattern SIMULATED = Pattern.compile("\\+155501\\d{2}(\\d{2})?");

  private final PgResourceStore store;
  private final PgAccountStore accounts;
  private final ResourceUses users;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final Ids ids;
  private final InstantSource clock;

  Resources(
      PgResourceStore store,
      PgAccountStore accounts,
      ResourceUses users,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.users = users;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  public Optional<Resource> find(OrganizationId organization, UUID id) {
    return store.find(organization, id);
  }

  /// By id, or by address (`+15550100`, `help.example.com/c/parcels`, `desk@example.com`) within
  /// one environment.
  public Optional<Resource> find(OrganizationId organization, UUID environment, String written) {
    var which = IdOrName.of(written);
    return which.id().isPresent()
        ? store.find(organization, which.id().get())
        : store.byAddress(organization, environment, written);
  }

  /// By id or host, whatever its environment.
  Optional<Resource.Domain> domain(OrganizationId organization, String written) {
    var which = IdOrName.of(written);
    return (which.id().isPresent()
            ? store.find(organization, which.id().get())
            : DomainName.read(written).flatMap(it -> store.domain(organization, it.ascii())))
        .filter(Resource.Domain.class::isInstance)
        .map(Resource.Domain.class::cast);
  }

  List<Resource> list(
      OrganizationId organization, Optional<UUID> environment, Optional<UUID> after, int most) {
    return store.list(organization, environment, after, most);
  }

  public List<Use> uses(UUID resource) {
    return users.of(resource);
  }

  /// A number of a connected account. Without a number, the simulator makes one.
  AddResource addNumber(
      UUID account,
      Optional<PhoneNumber> number,
      Set<Capability> capabilities,
      String name,
      Caller caller) {
    var holder = accounts.find(caller.organization(), account);
    if (holder.isEmpty()) {
      return new AddResource.NoSuchAccount();
    }
    return settled(
        number.map(PhoneNumber::e164).orElse(""),
        () ->
            switch (holder.get().kind()) {
              case TWILIO ->
                  number
                      .map(it -> added(asNumber(holder.get(), it, capabilities, name), caller))
                      .orElseGet(AddResource.NumberMissing::new);
              case SIMULATOR -> addSimulated(holder.get(), number, capabilities, name, caller);
              case HTTP, SMTP -> new AddResource.AccountUnfit(holder.get().kind());
            });
  }

  /// An address that emails come from, by a mail server.
  AddResource addEmail(
      UUID account, String address, String displayName, String name, Caller caller) {
    var holder = accounts.find(caller.organization(), account);
    if (holder.isEmpty()) {
      return new AddResource.NoSuchAccount();
    }
    if (holder.get().kind() != AccountKind.SMTP) {
      return new AddResource.AccountUnfit(holder.get().kind());
    }
    var email =
        new Resource.Email(
            ids.next(),
            holder.get().environment(),
            name.isBlank() ? address : name,
            address,
            displayName,
            account,
            clock.instant());
    return settled(address, () -> added(email, caller));
  }

  /// A path on the server's own name.
  AddResource addRoute(UUID environment, String key, String name, Caller caller) {
    return addRoute(environment, Optional.empty(), key, name, caller);
  }

  /// A path on a domain, in the environment of the domain.
  AddResource addRoute(Resource.Domain domain, String key, String name, Caller caller) {
    var on = new Resource.Route.On(domain.id(), domain.host());
    return addRoute(domain.environment(), Optional.of(on), key, name, caller);
  }

  private AddResource addRoute(
      UUID environment,
      Optional<Resource.Route.On> domain,
      String key,
      String name,
      Caller caller) {
    var route =
        new Resource.Route(
            ids.next(), environment, name.isBlank() ? key : name, domain, key, clock.instant());
    return settled(route.address(), () -> added(route, caller));
  }

  boolean rename(UUID id, String name, Caller caller) {
    return Boolean.TRUE.equals(
        transactions.execute(
            _ -> {
              var renamed = store.rename(caller.organization(), id, name);
              if (renamed) {
                journal.write(
                    Fact.of(caller, "resource.renamed", Subject.of("resource", id, name)));
              }
              return renamed;
            }));
  }

  /// What is bound or live stays: the database refuses, and we say by whom it is held.
  Removal remove(UUID id, Caller caller) {
    var found = store.find(caller.organization(), id);
    if (found.isEmpty()) {
      return new Removal.Unknown();
    }
    try {
      return transactions.execute(
          _ -> {
            store.remove(caller.organization(), id);
            journal.write(Fact.of(caller, "resource.removed", subject(found.get())));
            return new Removal.Removed();
          });
    } catch (DataIntegrityViolationException _) {
      return new Removal.InUse(
          Stream.concat(uses(id).stream().map(Use::sentence), users.others(id).stream()).toList());
    }
  }

  private AddResource addSimulated(
      ConnectedAccount account,
      Optional<PhoneNumber> wanted,
      Set<Capability> capabilities,
      String name,
      Caller caller) {
    store.lockSimulator();
    if (wanted.isPresent()) {
      var number = wanted.get();
      if (!SIMULATED.matcher(number.e164()).matches()) {
        return new AddResource.NotOfTheSimulator(number.e164());
      }
      return store.known(number)
          ? new AddResource.Taken(number.e164())
          : added(asNumber(account, number, capabilities, name), caller);
    }
    return store
        .freeSimulatorNumber()
        .map(number -> added(asNumber(account, number, capabilities, name), caller))
        .orElseGet(AddResource.SimulatorFull::new);
  }

  private Resource asNumber(
      ConnectedAccount account, PhoneNumber number, Set<Capability> capabilities, String name) {
    return new Resource.Phone(
        ids.next(),
        account.environment(),
        name.isBlank() ? number.e164() : name,
        number,
        capabilities,
        account.id(),
        clock.instant());
  }

  private AddResource added(Resource resource, Caller caller) {
    store.add(caller.organization(), resource);
    journal.write(
        Fact.of(caller, "resource.created", subject(resource)).with("address", resource.address()));
    return new AddResource.Added(resource);
  }

  private AddResource settled(String address, Supplier<AddResource> work) {
    try {
      return transactions.execute(_ -> work.get());
    } catch (DuplicateKeyException _) {
      return new AddResource.Taken(address);
    }
  }

  private static Subject subject(Resource resource) {
    return Subject.of(resource.noun(), resource.id(), resource.name());
  }
}
