package dev.wayfare.record;

import dev.wayfare.flow.RecordType;
import dev.wayfare.record.RecordChange.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// How stored records are carried over when an app changes what it stores: planned and shown
/// before a publish, applied in its transaction. No record and no value is ever dropped.
///
/// What is compared with is what the records are like now, so that publishing an older version
/// carries them back the same way.
public final class RecordPlans {
  private static final int PAGE = 1_000;
  private static final UUID BEGIN = new UUID(0, 0);

  private final PgShelves shelves;
  private final PgRecordStore store;

  RecordPlans(PgShelves shelves, PgRecordStore store) {
    this.shelves = shelves;
    this.store = store;
  }

  /// What publishing these types would do now. Changes nothing.
  public List<RecordChange> plan(
      UUID organization, UUID deployment, Map<String, RecordType> types) {
    return prepare(organization, deployment, types, PgShelves.Lock.NONE, new ArrayList<>());
  }

  /// Does it, unless something is refused: then nothing is changed. Belongs into a transaction;
  /// turns that store such records wait for its end.
  public List<RecordChange> apply(
      UUID organization, UUID deployment, Map<String, RecordType> types, Instant now) {
    var moves = new ArrayList<Carriage>();
    var changes = prepare(organization, deployment, types, PgShelves.Lock.TO_RESHAPE, moves);
    if (changes.stream().noneMatch(RecordChange::refused)) {
      moves.forEach(move -> carry(move, now));
      for (var type : new TreeMap<>(types).values()) {
        var shelf = shelves.open(organization, deployment, type, PgShelves.Lock.TO_RESHAPE, now);
        var shape = shelf.shape();
        if (!type.equals(shape.declared().get(deployment))) {
          carry(new Carriage(shelf, shape.with(deployment, type)), now);
        }
      }
    }
    return changes;
  }

  /// A shelf on the way to another shape.
  private record Carriage(Shelf shelf, Shape next) {}

  private List<RecordChange> prepare(
      UUID organization,
      UUID deployment,
      Map<String, RecordType> types,
      PgShelves.Lock lock,
      List<Carriage> moves) {
    var changes = new ArrayList<RecordChange>();
    for (var type : new TreeMap<>(types).values()) {
      changes.addAll(switched(organization, deployment, type));
      var shelf = shelves.find(organization, deployment, type.name(), type.shared(), lock);
      if (shelf.isEmpty()) {
        changes.add(added(type));
        continue;
      }
      var before = shelf.get().shape();
      var after = before.with(deployment, type);
      var survey = new Survey(before, after);
      if (survey.needed()) {
        each(shelf.get(), page -> page.forEach(survey::carry));
      }
      changes.addAll(Comparing.of(type.name(), deployment, before, after, survey));
      moves.add(new Carriage(shelf.get(), after));
    }
    for (var shelf : shelves.of(organization, deployment)) {
      var type = types.get(shelf.name());
      if (type == null) {
        changes.add(
            new RecordChange(
                shelf.name(),
                Kind.TYPE_REMOVED,
                "",
                store.count(shelf),
                false,
                "`%s` is no longer declared; its records are kept.".formatted(shelf.name())));
      }
      var others = shelf.shape().declared().size() > 1;
      if (shelf.shared() && others && (type == null || !type.shared())) {
        moves.add(new Carriage(shelf, shelf.shape().without(deployment)));
      }
    }
    return List.copyOf(changes);
  }

  private static RecordChange added(RecordType type) {
    return new RecordChange(
        type.name(), Kind.TYPE_ADDED, "", 0, false, "`%s` is new.".formatted(type.name()));
  }

  /// Records do not move from a deployment to the organization or back.
  private List<RecordChange> switched(UUID organization, UUID deployment, RecordType type) {
    return shelves
        .find(organization, deployment, type.name(), !type.shared(), PgShelves.Lock.NONE)
        .filter(other -> other.shape().declared().containsKey(deployment))
        .map(
            other -> {
              var count = store.count(other);
              return new RecordChange(
                  type.name(),
                  Kind.SHARING_SWITCHED,
                  "",
                  count,
                  count > 0,
                  count > 0
                      ? "`%s` is to be %s, and %d records stand where it was; delete them first."
                          .formatted(type.name(), type.shared() ? "shared" : "the app's own", count)
                      : "`%s` is %s now."
                          .formatted(type.name(), type.shared() ? "shared" : "the app's own"));
            })
        .stream()
        .toList();
  }

  private void carry(Carriage move, Instant now) {
    var shelf = move.shelf();
    var next = shelf.with(move.next());
    var survey = new Survey(shelf.shape(), move.next());
    if (survey.needed()) {
      store.forgetRules(shelf);
      each(
          shelf,
          page ->
              store.change(
                  next,
                  page.stream()
                      .map(
                          record -> {
                            var fields = survey.carry(record);
                            return new StoredRecord(
                                record.id(),
                                record.created(),
                                fields.equals(record.fields()) ? record.changed() : now,
                                fields);
                          })
                      .toList()));
    }
    if (!shelf.shape().equals(move.next())) {
      shelves.reshape(next);
    }
  }

  private void each(Shelf shelf, Consumer<List<StoredRecord>> page) {
    var after = BEGIN;
    while (true) {
      var records = store.page(shelf, after, PAGE);
      if (records.isEmpty()) {
        return;
      }
      page.accept(records);
      after = records.getLast().id();
    }
  }
}
