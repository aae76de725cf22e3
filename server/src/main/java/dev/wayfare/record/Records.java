package dev.wayfare.record;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Request.Filter;
import dev.wayfare.flow.Values;
import dev.wayfare.kernel.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// Does what a step asks of stored records, as part of the caller's transaction.
///
/// A broken rule is an answer and undoes only what this request did: what the turn wrote before
/// stays, and its transaction goes on.
public final class Records {
  private static final int MOST_AT_ONCE = 10_000;
  private static final int TRIES = 3;

  private final PgShelves shelves;
  private final PgRecordStore store;
  private final TransactionOperations nested;
  private final Ids ids;

  /// `nested` works within a transaction and can be undone alone.
  Records(PgShelves shelves, PgRecordStore store, TransactionOperations nested, Ids ids) {
    this.shelves = shelves;
    this.store = store;
    this.nested = nested;
    this.ids = ids;
  }

  public Outcome perform(RecordPlace place, Request.Records request, Instant now) {
    var type = place.types().get(request.type());
    if (type == null) {
      return new Outcome.Failed(
          Broken.GONE, "This app stores no records `%s`.".formatted(request.type()));
    }
    var moment = now.truncatedTo(ChronoUnit.MICROS);
    try {
      return new Outcome.Done(
          switch (request) {
            case Request.Insert insert -> {
              var shelf = open(place, type, PgShelves.Lock.TO_WRITE, moment);
              yield answer(type, shelf, insert(shelf, insert.values(), moment));
            }
            case Request.Upsert upsert -> {
              var shelf = open(place, type, PgShelves.Lock.TO_WRITE, moment);
              yield answer(type, shelf, upsert(shelf, upsert, moment));
            }
            case Request.Update update -> {
              var shelf = open(place, type, PgShelves.Lock.TO_WRITE, moment);
              yield Map.of("count", (double) update(shelf, update, moment));
            }
            case Request.Delete delete -> {
              var shelf = open(place, type, PgShelves.Lock.TO_WRITE, moment);
              yield Map.of("count", (double) store.delete(all(shelf, delete.where(), 0)));
            }
            case Request.Query query -> found(place, type, query, moment);
          });
    } catch (Broken broken) {
      return new Outcome.Failed(broken.code(), broken.text());
    }
  }

  private Shelf open(RecordPlace place, RecordType type, PgShelves.Lock lock, Instant now) {
    return shelves.open(place, type, lock, now);
  }

  StoredRecord insert(Shelf shelf, Map<String, Object> values, Instant now) {
    var record = new StoredRecord(ids.next(), now, now, RecordReading.fresh(shelf.shape(), values));
    if (!store.add(shelf, record)) {
      throw taken(shelf, record);
    }
    return record;
  }

  private StoredRecord upsert(Shelf shelf, Request.Upsert upsert, Instant now) {
    var column = rule(shelf, upsert.by());
    var rule = shelf.shape().rules().get(column);
    var fresh = RecordReading.fresh(shelf.shape(), upsert.values());
    var key =
        Keys.rule(rule, fresh)
            .orElseThrow(
                () ->
                    new Broken(
                        Broken.INCOMPLETE,
                        rule.getFirst(),
                        "To find the record, %s are needed.".formatted(names(rule))));
    for (var tries = 0; tries < TRIES; tries++) {
      var found = store.byRule(shelf, column, key, true);
      if (found.isPresent()) {
        return change(shelf, found.get(), upsert.values(), now);
      }
      var record = new StoredRecord(ids.next(), now, now, fresh);
      if (store.add(shelf, record)) {
        return record;
      }
      if (against(shelf, record).filter(each -> !each.equals(rule)).isPresent()) {
        throw taken(shelf, record);
      }
    }
    throw new Broken(Broken.GONE, rule.getFirst(), "The record comes and goes; try again.");
  }

  private static int rule(Shelf shelf, List<String> by) {
    var rules = shelf.shape().rules();
    for (var column = 0; column < rules.size(); column++) {
      if (!by.isEmpty()
          && rules.get(column).size() == by.size()
          && rules.get(column).containsAll(by)) {
        return column;
      }
    }
    throw Broken.wrong(
        by.isEmpty() ? "" : by.getFirst(),
        "No unique rule has the fields %s.".formatted(names(by)));
  }

  /// One record with other values; its empty ones are taken away.
  StoredRecord change(Shelf shelf, StoredRecord before, Map<String, Object> values, Instant now) {
    var after =
        new StoredRecord(
            before.id(),
            before.created(),
            now,
            RecordReading.changed(shelf.shape(), before.fields(), values));
    return undoing(
        () -> {
          store.change(shelf, List.of(after));
          return after;
        });
  }

  private int update(Shelf shelf, Request.Update update, Instant now) {
    var found = store.lock(all(shelf, update.where(), MOST_AT_ONCE + 1));
    if (found.size() > MOST_AT_ONCE) {
      throw Broken.wrong("", "More than 10,000 records match; change them in parts.");
    }
    var after = new ArrayList<StoredRecord>();
    for (var each : found) {
      after.add(
          new StoredRecord(
              each.id(),
              each.created(),
              now,
              RecordReading.changed(shelf.shape(), each.fields(), update.values())));
    }
    return undoing(
        () -> {
          store.change(shelf, after);
          return after.size();
        });
  }

  private <T> T undoing(Supplier<T> act) {
    try {
      return java.util.Objects.requireNonNull(nested.execute(_ -> act.get()));
    } catch (DuplicateKeyException _) {
      throw new Broken(
          Broken.TAKEN, "", "Another record has these values, and a unique rule forbids it.");
    }
  }

  static Search all(Shelf shelf, List<Filter> where, int most) {
    return new Search(
        shelf,
        RecordReading.conditions(shelf.shape(), where),
        List.of(),
        Optional.empty(),
        most,
        0);
  }

  /// By the shelf as it is remembered; where that is not so any more, by what it is now.
  private Map<String, Object> found(
      RecordPlace place, RecordType type, Request.Query query, Instant now) {
    return shelves
        .remembered(place, type)
        .flatMap(shelf -> foundAsBefore(type, shelf, query))
        .orElseGet(() -> foundAnew(place, type, query, now));
  }

  /// A field that is unknown may have come since.
  private Optional<Map<String, Object>> foundAsBefore(
      RecordType type, Shelf shelf, Request.Query query) {
    try {
      return found(type, shelf, query);
    } catch (Broken _) {
      return Optional.empty();
    }
  }

  private Map<String, Object> foundAnew(
      RecordPlace place, RecordType type, Request.Query query, Instant now) {
    for (var tries = 0; tries < TRIES; tries++) {
      var shelf = open(place, type, PgShelves.Lock.NONE, now);
      var found = found(type, shelf, query);
      if (found.isPresent()) {
        shelves.remember(place, type, shelf);
        return found.get();
      }
    }
    throw changing(type.name());
  }

  static Broken changing(String type) {
    return new Broken(
        Broken.GONE, "", "What `%s` looks like is being changed; try again.".formatted(type));
  }

  private Optional<Map<String, Object>> found(RecordType type, Shelf shelf, Request.Query query) {
    return store
        .find(search(shelf, query))
        .map(records -> answer(type, shelf, records, query.limit()));
  }

  /// One more than is wanted, which tells whether there are more.
  static Search search(Shelf shelf, Request.Query query) {
    return new Search(
        shelf,
        RecordReading.conditions(shelf.shape(), query.where()),
        RecordReading.order(shelf.shape(), query.order()),
        Optional.empty(),
        query.limit() + 1,
        Math.max(0, query.skip()));
  }

  private static Map<String, Object> answer(
      RecordType type, Shelf shelf, List<StoredRecord> records, int limit) {
    var items = records.stream().limit(limit).map(each -> answer(type, shelf, each)).toList();
    return Map.of("items", items, "count", (double) items.size(), "more", records.size() > limit);
  }

  // what went wrong

  private Broken taken(Shelf shelf, StoredRecord record) {
    var rule = against(shelf, record).orElse(List.of());
    return new Broken(
        Broken.TAKEN,
        rule.isEmpty() ? "" : rule.getFirst(),
        "Another record has the same %s.".formatted(rule.isEmpty() ? "values" : names(rule)));
  }

  /// The rule under which another record has the same key.
  private Optional<List<String>> against(Shelf shelf, StoredRecord record) {
    var rules = shelf.shape().rules();
    for (var column = 0; column < rules.size(); column++) {
      var key = Keys.rule(rules.get(column), record.fields());
      if (key.isPresent() && store.byRule(shelf, column, key.get(), false).isPresent()) {
        return Optional.of(rules.get(column));
      }
    }
    return Optional.empty();
  }

  private static String names(List<String> fields) {
    return fields.stream()
        .map(field -> "`" + field + "`")
        .collect(java.util.stream.Collectors.joining(" and "));
  }

  /// The record as the steps of a version that declares it so see it.
  static Map<String, Object> answer(RecordType type, Shelf shelf, StoredRecord record) {
    return answer(type, shelf, record, Optional.empty());
  }

  /// The same with `nothing` in the fields that hold nothing.
  static Map<String, Object> answer(
      RecordType type, Shelf shelf, StoredRecord record, Object nothing) {
    return answer(type, shelf, record, Optional.of(nothing));
  }

  private static Map<String, Object> answer(
      RecordType type, Shelf shelf, StoredRecord record, Optional<Object> nothing) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("id", record.id().toString());
    answer.put("created", record.created());
    answer.put("changed", record.changed());
    type.fields()
        .values()
        .forEach(
            field -> {
              var now = shelf.shape().types().getOrDefault(field.name(), field.type());
              answer.put(
                  field.name(),
                  Optional.ofNullable(record.fields().get(field.name()))
                      .flatMap(value -> FieldValues.converted(now, field.type(), value))
                      .map(value -> FieldValues.plain(field.type(), value))
                      .or(() -> nothing)
                      .orElse(Values.empty(field.type())));
            });
    return answer;
  }
}
