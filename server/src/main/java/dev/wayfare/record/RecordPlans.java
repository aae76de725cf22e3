package dev.wayfare.record;

import dev.wayfare.flow.RecordType;
import dev.wayfare.record.RecordChange.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

  /// What publishing these types there would do now. Changes nothing.
  public List<RecordChange> plan(RecordPlace place) {
    return prepare(place, PgShelves.Lock.NONE, new ArrayList<>());
  }

  /// Does it, unless something is refused: then nothing is changed. Belongs into a transaction;
  /// turns that store such records wait for its end.
  public List<RecordChange> apply(RecordPlace place, Instant now) {
    var moves = new ArrayList<Carriage>();
    var changes = prepare(place, PgShelves.Lock.TO_RESHAPE, moves);
    if (changes.stream().noneMatch(RecordChange::refused)) {
      moves.forEach(move -> carry(move, now));
      for (var type : new TreeMap<>(place.types()).values()) {
        var shelf = shelves.open(place, type, PgShelves.Lock.TO_RESHAPE, now);
        var shape = shelf.shape();
        if (!type.equals(shape.declared().get(place.deployment()))) {
          carry(new Carriage(shelf, shape.with(place.deployment(), type)), now);
        }
      }
    }
    return changes;
  }

  /// A shelf on the way to another shape.
  private record Carriage(Shelf shelf, Shape next) {}

  private List<RecordChange> prepare(RecordPlace place, PgShelves.Lock lock, List<Carriage> moves) {
    var changes = new ArrayList<RecordChange>();
    var there = new HashSet<UUID>();
    for (var type : new TreeMap<>(place.types()).values()) {
      var found = shelves.find(place, type, lock);
      changes.addAll(
          found.isEmpty() ? List.of(added(type)) : declared(place, type, found.get(), moves));
      found.map(Shelf::id).ifPresent(there::add);
    }
    for (var shelf : shelves.of(place.organization(), place.deployment())) {
      if (!there.contains(shelf.id())) {
        changes.add(left(place, shelves.locked(shelf.id(), lock), moves));
      }
    }
    return List.copyOf(changes);
  }

  private List<RecordChange> declared(
      RecordPlace place, RecordType type, Shelf shelf, List<Carriage> moves) {
    var before = shelf.shape();
    var after = before.with(place.deployment(), type);
    var survey = new Survey(before, after);
    if (survey.needed()) {
      each(shelf, page -> page.forEach(survey::carry));
    }
    moves.add(new Carriage(shelf, after));
    return Comparing.of(type.name(), place.deployment(), before, after, survey);
  }

  private static RecordChange added(RecordType type) {
    return new RecordChange(
        type.name(), Kind.TYPE_ADDED, "", 0, false, "`%s` is new.".formatted(type.name()));
  }

  /// A shelf that this deployment declared and that is no longer the one it uses. It goes on
  /// showing its records to people until they are gone, unless another deployment does.
  private RecordChange left(RecordPlace place, Shelf shelf, List<Carriage> moves) {
    var type = Optional.ofNullable(place.types().get(shelf.name()));
    var count = store.count(shelf);
    if (shelf.shape().declared().size() > 1 || type.isPresent() && count == 0) {
      moves.add(new Carriage(shelf, shelf.shape().without(place.deployment())));
    }
    return type.map(now -> elsewhere(now, shelf, count))
        .orElseGet(
            () ->
                new RecordChange(
                    shelf.name(),
                    Kind.TYPE_REMOVED,
                    "",
                    count,
                    false,
                    "`%s` is no longer declared; its records are kept.".formatted(shelf.name())));
  }

  /// Records do not move from a deployment to an environment or back, nor between environments.
  private static RecordChange elsewhere(RecordType type, Shelf was, long count) {
    var name = type.name();
    if (type.shared() && was.shared()) {
      return new RecordChange(
          name,
          Kind.ENVIRONMENT_SWITCHED,
          "",
          count,
          false,
          "`%s` is that of another environment now; %d records stay in the one before."
              .formatted(name, count));
    }
    var now = type.shared() ? "shared" : "the app's own";
    return new RecordChange(
        name,
        Kind.SHARING_SWITCHED,
        "",
        count,
        count > 0,
        count > 0
            ? "`%s` is to be %s, and %d records stand where it was; delete them first."
                .formatted(name, now, count)
            : "`%s` is %s now.".formatted(name, now));
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
