package dev.wayfare.resource;

import dev.wayfare.http.Caller;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// Custom domains: added, looked at until their owner has proven them, and ever after.
public final class Domains {
  private static final int WORD = 32;
  private static final int AT_ONCE = 5;

  private final PgDomainStore store;
  private final PgResourceStore resources;
  private final DomainNames names;
  private final DomainLooks looks;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final Ids ids;
  private final InstantSource clock;

  Domains(
      PgDomainStore store,
      PgResourceStore resources,
      DomainNames names,
      DomainLooks looks,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.resources = resources;
    this.names = names;
    this.looks = looks;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /// Whether the organization has proven that this name is its own.
  public boolean verified(OrganizationId organization, String host) {
    return store.isVerifiedBy(organization, host);
  }

  List<Domain> list(OrganizationId organization, Optional<UUID> after, int most) {
    return store.list(organization, after, most);
  }

  Optional<Domain> find(OrganizationId organization, UUID id) {
    return store.find(organization, id);
  }

  /// After its removal: from now on it is nobody's here.
  void forget(Domain domain) {
    names.forget(domain.host());
  }

  AddDomain add(DomainName host, UUID environment, String title, Caller caller) {
    if (names.isHome(host.ascii())) {
      return new AddDomain.OurOwn();
    }
    var now = clock.instant();
    var resource =
        new Resource.Domain(
            ids.next(), environment, title.isBlank() ? host.shown() : title, host.ascii(), now);
    try {
      transactions.executeWithoutResult(
          _ -> {
            resources.add(caller.organization(), resource);
            store.add(resource.id(), host, ids.word(WORD), now);
            journal.write(
                Fact.of(caller, "resource.created", subject(resource.id(), resource.name()))
                    .with("address", host.ascii()));
          });
    } catch (DuplicateKeyException _) {
      return new AddDomain.Taken();
    }
    return new AddDomain.Added(find(caller.organization(), resource.id()).orElseThrow());
  }

  /// Looks now, because somebody asks.
  Domain verify(Domain domain, Caller caller) {
    var hopeful = domain.hopeful(clock.instant());
    return look(hopeful, domain.state(), verb -> fact -> Fact.of(caller, verb, fact));
  }

  /// Looks at those whose time has come.
  public void lookDue() {
    for (var due : store.due(clock.instant(), AT_ONCE)) {
      look(due, due.state(), verb -> subject -> Fact.ofServer(due.organization(), verb, subject));
    }
  }

  private Domain look(
      Domain domain, DomainState before, Function<String, Function<Subject, Fact>> facts) {
    var seen = looks.dns(domain);
    var after = keep(domain, domain.after(seen), before, facts);
    if (!after.verified()) {
      return after;
    }
    var reached = after.after(looks.reached(after, seen));
    transactions.executeWithoutResult(
        _ -> {
          store.keep(reached);
          certificate(domain, reached, facts);
        });
    return reached;
  }

  /// Noted when it changes, for those who watch.
  private void certificate(
      Domain before, Domain after, Function<String, Function<Subject, Fact>> facts) {
    var seen = after.seen().orElseThrow();
    var ended = before.seen().filter(DomainLook::certificateEnds).isPresent();
    if (seen.certificate().isPresent() && seen.certificateEnds() != ended) {
      var verb = ended ? "domain.certificate_renewed" : "domain.certificate_ends";
      journal.write(
          named(after, facts.apply(verb))
              .with("until", seen.certificate().get().until().toString()));
    }
  }

  private Domain keep(
      Domain domain,
      Domain after,
      DomainState before,
      Function<String, Function<Subject, Fact>> facts) {
    try {
      return transactions.execute(
          _ -> {
            store.keep(after);
            if (after.state() != before) {
              store.move(after);
              journal.write(fact(after, facts));
            }
            return after;
          });
    } catch (DuplicateKeyException _) {
      var taken = domain.taken(after.seen().orElseThrow());
      return keep(domain, taken, before, facts);
    } finally {
      names.forget(domain.host());
    }
  }

  private static Fact fact(Domain after, Function<String, Function<Subject, Fact>> facts) {
    var verb =
        switch (after.state()) {
          case AWAITING_DNS -> "domain.awaited";
          case VERIFIED -> "domain.verified";
          case NEVER_SEEN -> "domain.never_seen";
          case LAPSED -> "domain.lapsed";
          case TAKEN -> "domain.taken";
        };
    return named(after, facts.apply(verb));
  }

  private static Fact named(Domain domain, Function<Subject, Fact> fact) {
    return fact.apply(subject(domain.id(), domain.title())).with("address", domain.host().ascii());
  }

  private static Subject subject(UUID id, String title) {
    return Subject.of("domain", id, title);
  }
}
