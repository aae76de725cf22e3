package dev.wayfare.record;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Values;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Records that live in memory and are thrown away: empty at first, with the rules of the stored
/// ones. For previews, which neither see nor touch what is stored.
public final class ScratchRecords {
  private final Map<String, RecordType> types;
  private final Map<String, List<StoredRecord>> drawers = new LinkedHashMap<>();
  private long made;

  public ScratchRecords(Map<String, RecordType> types) {
    this.types = types;
  }

  public Outcome perform(Request.Records request, Instant at) {
    var type = types.get(request.type());
    if (type == null) {
      return new Outcome.Failed(
          Broken.GONE, "This app stores no records `%s`.".formatted(request.type()));
    }
    try {
      var drawer = drawers.computeIfAbsent(type.name(), _ -> new ArrayList<>());
      return new Outcome.Done(done(drawer, type, request, at.truncatedTo(ChronoUnit.MICROS)));
    } catch (Broken broken) {
      return new Outcome.Failed(broken.code(), broken.text());
    }
  }

  private Object done(
      List<StoredRecord> drawer, RecordType type, Request.Records request, Instant now) {
    var shelf = shelf(type);
    return switch (request) {
      case Request.Insert(_, var values) ->
          Records.answer(type, shelf, insert(drawer, shelf.shape(), values, now));
      case Request.Upsert(_, var by, var values) ->
          Records.answer(type, shelf, upsert(drawer, shelf.shape(), by, values, now));
      case Request.Update(_, var where, var values) -> {
        var found = found(drawer, shelf.shape(), where);
        found.forEach(each -> change(drawer, shelf.shape(), each, values, now));
        yield Map.of("count", (double) found.size());
      }
      case Request.Delete(_, var where) -> {
        var found = found(drawer, shelf.shape(), where);
        drawer.removeAll(found);
        yield Map.of("count", (double) found.size());
      }
      case Request.Query query -> answer(drawer, type, shelf, query);
    };
  }

  private static Shelf shelf(RecordType type) {
    var id = new UUID(0, 0);
    return new Shelf(id, type.name(), Optional.empty(), 1, Shape.NONE.with(id, type));
  }

  private StoredRecord insert(
      List<StoredRecord> drawer, Shape shape, Map<String, Object> values, Instant now) {
    var record =
        new StoredRecord(new UUID(0, ++made), now, now, RecordReading.fresh(shape, values));
    refuseTaken(drawer, shape, record);
    drawer.add(record);
    return record;
  }

  private StoredRecord upsert(
      List<StoredRecord> drawer,
      Shape shape,
      List<String> by,
      Map<String, Object> values,
      Instant now) {
    var fresh = RecordReading.fresh(shape, values);
    var key =
        Keys.rule(by, fresh)
            .orElseThrow(
                () ->
                    new Broken(
                        Broken.INCOMPLETE, "", "To find the record, %s are needed.".formatted(by)));
    return drawer.stream()
        .filter(
            each -> Keys.rule(by, each.fields()).filter(it -> Arrays.equals(it, key)).isPresent())
        .findFirst()
        .map(each -> change(drawer, shape, each, values, now))
        .orElseGet(() -> insert(drawer, shape, values, now));
  }

  private static StoredRecord change(
      List<StoredRecord> drawer,
      Shape shape,
      StoredRecord before,
      Map<String, Object> values,
      Instant now) {
    var after =
        new StoredRecord(
            before.id(),
            before.created(),
            now,
            RecordReading.changed(shape, before.fields(), values));
    refuseTaken(drawer, shape, after);
    drawer.set(drawer.indexOf(before), after);
    return after;
  }

  private static void refuseTaken(List<StoredRecord> drawer, Shape shape, StoredRecord record) {
    for (var rule : shape.rules()) {
      var key = Keys.rule(rule, record.fields());
      var taken =
          key.isPresent()
              && drawer.stream()
                  .filter(each -> !each.id().equals(record.id()))
                  .flatMap(each -> Keys.rule(rule, each.fields()).stream())
                  .anyMatch(other -> Arrays.equals(other, key.get()));
      if (taken) {
        throw new Broken(
            Broken.TAKEN, rule.getFirst(), "Another record has the same %s.".formatted(rule));
      }
    }
  }

  // looking for records

  private static List<StoredRecord> found(
      List<StoredRecord> drawer, Shape shape, List<Request.Filter> where) {
    var conditions = RecordReading.conditions(shape, where);
    return drawer.stream()
        .filter(each -> conditions.stream().allMatch(it -> Holding.holds(it, each)))
        .toList();
  }

  private static Map<String, Object> answer(
      List<StoredRecord> drawer, RecordType type, Shelf shelf, Request.Query query) {
    var order = RecordReading.order(shelf.shape(), query.order());
    var found =
        found(drawer, shelf.shape(), query.where()).stream()
            .sorted(by(order))
            .skip(Math.max(0, query.skip()))
            .toList();
    var items =
        found.stream().limit(query.limit()).map(each -> Records.answer(type, shelf, each)).toList();
    return Values.object(
        "items", items, "count", (double) items.size(), "more", found.size() > items.size());
  }

  /// As the stored ones: what holds nothing first, the oldest first where nothing is asked for.
  private static Comparator<StoredRecord> by(List<Request.Order> order) {
    Comparator<StoredRecord> all = (_, _) -> 0;
    for (var each : order) {
      Comparator<StoredRecord> one =
          (left, right) ->
              Arrays.compareUnsigned(key(each.field(), left), key(each.field(), right));
      all = all.thenComparing(each.descending() ? one.reversed() : one);
    }
    Comparator<StoredRecord> byId = Comparator.comparing(StoredRecord::id);
    return all.thenComparing(
        !order.isEmpty() && order.getLast().descending() ? byId.reversed() : byId);
  }

  private static byte[] key(String field, StoredRecord record) {
    return Holding.value(field, record)
        .map(value -> Keys.of(List.of(field), Map.of(field, value)))
        .orElseGet(() -> Keys.of(List.of(field), Map.of()));
  }
}
