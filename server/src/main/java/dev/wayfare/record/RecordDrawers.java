package dev.wayfare.record;

import dev.wayfare.app.NamedApp;
import dev.wayfare.app.Profile;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Values;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Csv;
import dev.wayfare.http.Mistake;
import dev.wayfare.http.ProblemException;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/// Stored records in the hands of people: looked through, mended, taken out. The same rules hold as
/// for steps; the journal says who did it, and never a value.
final class RecordDrawers {
  private static final UUID BEGIN = new UUID(0, 0);
  private static final int EXPORT_PAGE = 1_000;

  private final PgShelves shelves;
  private final PgRecordStore store;
  private final Records records;
  private final Journal journal;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  RecordDrawers(
      PgShelves shelves,
      PgRecordStore store,
      Records records,
      Journal journal,
      TransactionOperations transactions,
      InstantSource clock) {
    this.shelves = shelves;
    this.store = store;
    this.records = records;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  List<Shelf> all(NamedApp app, Profile profile) {
    return shelves
        .deployment(profile.id())
        .map(deployment -> shelves.of(app.organization().value(), deployment))
        .orElse(List.of());
  }

  long count(Shelf shelf) {
    return store.count(shelf);
  }

  /// In the order in which they were made.
  List<StoredRecord> page(Shelf shelf, List<Request.Filter> where, Optional<UUID> after, int most) {
    return reading(
        () ->
            store
                .find(
                    new Search(
                        shelf,
                        RecordReading.conditions(shelf.shape(), where),
                        List.of(),
                        Optional.of(after.orElse(BEGIN)),
                        most,
                        0))
                .orElseThrow(() -> Records.changing(shelf.name())));
  }

  StoredRecord one(Shelf shelf, UUID id) {
    return store.byId(shelf, id, false).orElseThrow(() -> gone(id));
  }

  StoredRecord create(Shelf seen, Map<String, Object> values, Caller caller) {
    return writing(
        () -> {
          var made =
              records.insert(locked(seen), values, clock.instant().truncatedTo(ChronoUnit.MICROS));
          journal.write(fact("record.created", seen, made.id(), caller));
          return made;
        });
  }

  StoredRecord change(Shelf seen, UUID id, Map<String, Object> values, Caller caller) {
    return writing(
        () -> {
          var shelf = locked(seen);
          var before = store.byId(shelf, id, true).orElseThrow(() -> gone(id));
          var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          var after = records.change(shelf, before, values, now);
          journal.write(fact("record.changed", shelf, id, caller));
          return after;
        });
  }

  void delete(Shelf shelf, UUID id, Caller caller) {
    writing(
        () -> {
          if (!store.delete(shelf, id)) {
            throw gone(id);
          }
          journal.write(fact("record.deleted", shelf, id, caller));
          return true;
        });
  }

  /// All records of a shelf as lines of a table, the first with the names.
  void export(Shelf shelf, Consumer<String> line) {
    var type = type(shelf);
    line.accept(Csv.line(List.copyOf(Records.answer(type, shelf, NAMES).keySet())));
    var after = BEGIN;
    while (true) {
      var page = store.page(shelf, after, EXPORT_PAGE);
      if (page.isEmpty()) {
        return;
      }
      for (var record : page) {
        line.accept(
            Csv.cells(
                Records.answer(type, shelf, record, "").values().stream()
                    .map(RecordDrawers::cell)
                    .toList()));
      }
      after = page.getLast().id();
    }
  }

  private static final StoredRecord NAMES =
      new StoredRecord(BEGIN, java.time.Instant.EPOCH, java.time.Instant.EPOCH, Map.of());

  /// What all who declare the type together say of it.
  static RecordType type(Shelf shelf) {
    return new RecordType(
        shelf.name(),
        shelf.shared(),
        shelf.shape().fields(),
        shelf.shape().rules().stream().filter(it -> !it.isEmpty()).toList(),
        shelf.shape().indexes().stream().filter(it -> !it.isEmpty()).toList(),
        "");
  }

  /// A record as the API tells it: a field that holds nothing is not there.
  static Map<String, Object> view(Shelf shelf, StoredRecord record) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", record.id().toString());
    view.put("created", record.created().toString());
    view.put("changed", record.changed().toString());
    shelf.shape().fields().keySet().stream()
        .filter(record.fields()::containsKey)
        .forEach(field -> view.put(field, Objects.requireNonNull(record.fields().get(field))));
    return view;
  }

  private Shelf locked(Shelf seen) {
    return shelves.locked(seen.id(), PgShelves.Lock.TO_WRITE);
  }

  private static Fact fact(String verb, Shelf shelf, UUID id, Caller caller) {
    var fact = Fact.of(caller, verb, Subject.of("record", id, shelf.name()));
    return shelf.environment().map(it -> fact.with("environment", it.toString())).orElse(fact);
  }

  private static ProblemException gone(UUID id) {
    return ProblemException.notFound("record", id);
  }

  private <T> T writing(Supplier<T> act) {
    return reading(() -> Objects.requireNonNull(transactions.execute(_ -> act.get())));
  }

  private static <T> T reading(Supplier<T> act) {
    try {
      return act.get();
    } catch (Broken broken) {
      if (broken.code().equals(Broken.TAKEN)) {
        throw ProblemException.conflict(
            "record_taken", "Another record has these values", broken.text());
      }
      throw ProblemException.unprocessable(
          List.of(
              new Mistake(
                  broken.code().toLowerCase(java.util.Locale.ROOT),
                  broken.field(),
                  broken.text(),
                  "")));
    }
  }

  private static String cell(Object value) {
    var text = Values.show(value);
    return value instanceof Double ? Csv.figure(text) : Csv.text(text);
  }
}
