package dev.wayfare.app;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Problem;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.flow.json.Reading;
import dev.wayfare.http.Caller;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/// The one draft of every app. A save makes a revision and reaches nobody outside.
public final class Drafts {
  private final PgAppStore store;
  private final Documents documents;
  private final AppChecks checks;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Drafts(
      PgAppStore store,
      Documents documents,
      AppChecks checks,
      Journal journal,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.documents = documents;
    this.checks = checks;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// A document that was read, or why it could not be.
  public sealed interface Read {

    record Readable(App app, String json, String hash, List<Problem> problems) implements Read {}

    record Unreadable(List<Problem> problems) implements Read {}
  }

  public Draft current(UUID app) {
    return store.current(app);
  }

  /// What today's draft says; empty only when this server no longer knows its format.
  public Optional<App> definition(UUID app) {
    return documents.read(store.current(app).document()).app();
  }

  public Optional<Draft> revision(UUID app, int number) {
    return store.revision(app, number);
  }

  List<Revision> history(UUID app, int before, int most) {
    return store.history(app, before, most);
  }

  /// Reads YAML or JSON, with every problem: those of reading and those of the checks.
  public Read read(String source) {
    return switch (documents.read(source)) {
      case Reading(var app, var problems) when app.isPresent() -> {
        var all = new ArrayList<>(problems);
        checks.of(app.get()).stream().filter(it -> !all.contains(it)).forEach(all::add);
        var document = app.get().document();
        yield new Read.Readable(
            app.get(), documents.json(document), documents.hash(document), List.copyOf(all));
      }
      case Reading(_, var problems) -> new Read.Unreadable(problems);
    };
  }

  /// The document for people and git.
  String yaml(Draft draft) {
    return switch (read(draft.document())) {
      case Read.Readable readable -> documents.yaml(readable.app().document());
      case Read.Unreadable _ -> draft.document();
    };
  }

  /// Saves a new revision after the one that was seen; without one, after whatever is there.
  public SaveDraft save(NamedApp app, Optional<Integer> seen, String source, Caller caller) {
    return switch (read(source)) {
      case Read.Unreadable(var problems) -> new SaveDraft.Unreadable(problems);
      case Read.Readable readable -> transactions.execute(_ -> save(app, seen, readable, caller));
    };
  }

  private SaveDraft save(
      NamedApp app, Optional<Integer> seen, Read.Readable readable, Caller caller) {
    var title = readable.app().title().isBlank() ? app.title() : readable.app().title();
    var number = store.move(app.id(), title, seen);
    if (number.isEmpty()) {
      return new SaveDraft.Moved(store.current(app.id()).revision());
    }
    var draft =
        new Draft(
            app.id(),
            number.get(),
            readable.json(),
            readable.hash(),
            clock.instant(),
            caller.name());
    store.addRevision(draft);
    journal.write(
        Fact.of(caller, "draft.saved", Subject.of("app", app.id(), app.name()))
            .with("revision", draft.revision()));
    return new SaveDraft.Saved(draft, readable.problems());
  }
}
