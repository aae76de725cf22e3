package dev.wayfare.app;

import dev.wayfare.http.Caller;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.resource.IdOrName;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// Apps: made with a first draft and three profiles, found, listed.
public final class Apps {
  private final PgAppStore store;
  private final Drafts drafts;
  private final Profiles profiles;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final Ids ids;
  private final InstantSource clock;

  Apps(
      PgAppStore store,
      Drafts drafts,
      Profiles profiles,
      Journal journal,
      TransactionOperations transactions,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.drafts = drafts;
    this.profiles = profiles;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  public Optional<NamedApp> find(OrganizationId organization, IdOrName which) {
    return store.find(organization, which);
  }

  public List<NamedApp> list(OrganizationId organization, Optional<String> after, int most) {
    return store.list(organization, after, most);
  }

  /// Makes an app of this document, under a name that it keeps.
  public CreateApp create(String name, String document, Caller caller) {
    return switch (drafts.read(document)) {
      case Drafts.Read.Unreadable(var problems) -> new CreateApp.Unreadable(problems);
      case Drafts.Read.Understood readable -> create(name, readable, caller);
    };
  }

  private CreateApp create(String name, Drafts.Read.Understood readable, Caller caller) {
    var now = clock.instant();
    var title = readable.app().title().isBlank() ? name : readable.app().title();
    var app = new NamedApp(ids.next(), caller.organization(), name, title, 1, now);
    var first = new Draft(app.id(), 1, readable.json(), readable.hash(), now, caller.name());
    profiles.ready(app.organization());
    try {
      transactions.executeWithoutResult(
          _ -> {
            store.add(app, first);
            profiles.addReadyMade(app);
            journal.write(Fact.of(caller, "app.created", Subject.of("app", app.id(), name)));
          });
      return new CreateApp.Created(app, readable.problems());
    } catch (DuplicateKeyException _) {
      return new CreateApp.NameTaken();
    }
  }
}
