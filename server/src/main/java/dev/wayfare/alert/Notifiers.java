package dev.wayfare.alert;

import dev.wayfare.alert.Destination.Came;
import dev.wayfare.http.Caller;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.kernel.Secret;
import dev.wayfare.publish.AlertRules;
import dev.wayfare.publish.LiveReleases;
import dev.wayfare.publish.SealedRelease;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// The notifiers of organizations. A secret goes in and never comes out again, but to its
/// destination.
final class Notifiers {
  private final PgNotifierStore store;
  private final LiveReleases live;
  private final Destinations destinations;
  private final Health health;
  private final Links links;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final Ids ids;
  private final InstantSource clock;

  Notifiers(
      PgNotifierStore store,
      LiveReleases live,
      Destinations destinations,
      Health health,
      Links links,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.live = live;
    this.destinations = destinations;
    this.health = health;
    this.links = links;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  List<Notifier> list(OrganizationId organization) {
    return store.list(organization);
  }

  Optional<Notifier> find(OrganizationId organization, UUID id) {
    return store.find(organization, id);
  }

  /// A notifier that is not kept yet.
  Notifier fresh(NotifierKind kind, NotifierWish.Checked wish, Caller caller) {
    return new Notifier(
        ids.next(),
        caller.organization(),
        kind,
        wish.name(),
        wish.settings(),
        wish.receives(),
        clock.instant(),
        Breaker.WELL,
        "");
  }

  /// Empty when the organization has a notifier of this name.
  Optional<Notifier> add(Notifier notifier, Optional<Secret> secret, Caller caller) {
    return noted("notifier.created", notifier, caller, () -> store.add(notifier, secret));
  }

  Optional<Notifier> change(Notifier notifier, Optional<Secret> secret, Caller caller) {
    return noted("notifier.changed", notifier, caller, () -> store.change(notifier, secret));
  }

  private Optional<Notifier> noted(String verb, Notifier notifier, Caller caller, Runnable work) {
    try {
      return transactions.execute(
          _ -> {
            work.run();
            journal.write(Fact.of(caller, verb, subject(notifier)));
            return store.find(notifier.organization(), notifier.id());
          });
    } catch (DuplicateKeyException _) {
      return Optional.empty();
    }
  }

  /// Who is told nothing any more without it, or nobody, and then it is gone.
  List<String> remove(Notifier notifier, Caller caller) {
    live.refresh();
    var holders = holders(notifier);
    if (holders.isEmpty()) {
      transactions.executeWithoutResult(
          _ -> {
            store.remove(notifier.organization(), notifier.id());
            journal.write(Fact.of(caller, "notifier.removed", subject(notifier)));
          });
    }
    return holders;
  }

  private List<String> holders(Notifier notifier) {
    return live.deployments().stream()
        .flatMap(deployment -> live.release(deployment.release()).stream())
        .filter(release -> release.organization().equals(notifier.organization().value()))
        .filter(release -> rules(release).anyMatch(it -> it.notifiers().contains(notifier.id())))
        .map(release -> "%s under %s".formatted(release.appName(), release.profile()))
        .sorted()
        .toList();
  }

  private static Stream<AlertRules.Rule> rules(SealedRelease release) {
    var rules = release.alerts();
    return Stream.concat(rules.onApplicationError().stream(), rules.onLogError().stream());
  }

  /// Sends a message that says it is a test, whatever the breaker says, and tells what came of
  /// it.
  Came test(Notifier notifier) {
    var open = store.open(notifier.id());
    if (open.isEmpty()) {
      return new Came.Refused("It was removed meanwhile.");
    }
    var now = clock.instant();
    var came = destinations.send(open.get(), Message.test(now, links.home()), ids.next());
    switch (came) {
      case Came.Taken() -> health.well(open.get().notifier());
      case Came.Refused _, Came.Later _ -> {}
    }
    return came;
  }

  private static Subject subject(Notifier notifier) {
    return Subject.of("notifier", notifier.id(), notifier.name());
  }
}
