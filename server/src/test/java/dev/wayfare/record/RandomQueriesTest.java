package dev.wayfare.record;

import static dev.wayfare.record.RecordDesk.field;
import static dev.wayfare.record.RecordDesk.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Request.Comparison;
import dev.wayfare.flow.Request.Filter;
import dev.wayfare.flow.Request.Order;
import dev.wayfare.flow.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What PostgreSQL finds is what a loop over the same records finds, whatever the indexes.
class RandomQueriesTest {
  private static final int RECORDS = 300;
  private static final int QUERIES = 600;
  private static final List<RecordType.Field> FIELDS =
      List.of(
          field("name", Type.TEXT),
          field("size", Type.NUMBER),
          field("day", Type.DATE),
          field("at", Type.MOMENT),
          field("done", Type.BOOLEAN),
          field("tags", Type.LIST));
  private static final List<String> WORDS =
      List.of("", "a", "A", "ab", "b", "Ä", "ä", "é", "z", "👋", "a%", "a_", "'", "\uFFFD", "aa");

  @TempDir static Path folder;
  private static RecordDesk desk;

  @BeforeAll
  static void start() {
    desk = new RecordDesk(folder);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void withoutAnyIndex() {
    same("plain", new Random(3), List.of());
  }

  @Test
  void withIndexesOfOneFieldAndOfSeveral() {
    same(
        "indexed",
        new Random(4),
        List.of(
            List.of("name"),
            List.of("size"),
            List.of("day", "size"),
            List.of("done", "day", "name"),
            List.of("at"),
            List.of("name", "size")));
  }

  private static void same(String app, Random chance, List<List<String>> indexes) {
    var kind = type("thing", List.of(), indexes, FIELDS.toArray(RecordType.Field[]::new));
    var place = desk.place(app, kind);
    var records = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < RECORDS; i++) {
      var values = new HashMap<String, Object>();
      FIELDS.forEach(field -> values.put(field.name(), value(field.type(), chance)));
      desk.done(place, new Request.Insert("thing", values));
      records.add(values);
    }
    for (var i = 0; i < QUERIES; i++) {
      var where = new ArrayList<Filter>();
      for (var conditions = chance.nextInt(4); conditions > 0; conditions--) {
        where.add(filter(chance));
      }
      var order = new ArrayList<Order>();
      var down = chance.nextBoolean();
      for (var fields = chance.nextInt(3); fields > 0; fields--) {
        var field = FIELDS.get(chance.nextInt(5)).name();
        if (order.stream().noneMatch(each -> each.field().equals(field))) {
          order.add(new Order(field, chance.nextInt(4) == 0 ? !down : down));
        }
      }
      var query =
          new Request.Query("thing", where, order, 1 + chance.nextInt(60), chance.nextInt(9));
      assertThat(found(place, query))
          .as("seeded query %d: %s", i, query)
          .isEqualTo(loop(records, query));
    }
  }

  private static List<Map<String, Object>> found(RecordPlace place, Request.Query query) {
    var found = new ArrayList<Map<String, Object>>();
    for (var item : (List<?>) desk.done(place, query).get("items")) {
      var values = new HashMap<String, Object>();
      FIELDS.forEach(field -> values.put(field.name(), ((Map<?, ?>) item).get(field.name())));
      found.add(values);
    }
    return found;
  }

  // the loop

  private static List<Map<String, Object>> loop(
      List<Map<String, Object>> records, Request.Query query) {
    var found = new ArrayList<Map<String, Object>>();
    for (var record : records) {
      if (query.where().stream().allMatch(filter -> holds(filter, record.get(filter.field())))) {
        found.add(record);
      }
    }
    if (!query.order().isEmpty() && query.order().getLast().descending()) {
      found = new ArrayList<>(found.reversed());
    }
    found.sort(
        (one, other) -> {
          for (var order : query.order()) {
            var sign = compare(one.get(order.field()), other.get(order.field()));
            if (sign != 0) {
              return order.descending() ? -sign : sign;
            }
          }
          return 0;
        });
    return found.stream().skip(query.skip()).limit(query.limit()).toList();
  }

  private static boolean empty(Object value) {
    return value.equals("") || value.equals(List.of()) || value.equals(Instant.EPOCH);
  }

  /// What is empty comes first.
  private static int compare(Object one, Object other) {
    if (empty(one) || empty(other)) {
      return Boolean.compare(empty(other), empty(one));
    }
    return switch (one) {
      case String text ->
          Arrays.compareUnsigned(
              text.getBytes(StandardCharsets.UTF_8),
              ((String) other).getBytes(StandardCharsets.UTF_8));
      case Double number -> number.compareTo((Double) other);
      case Boolean truth -> truth.compareTo((Boolean) other);
      case Instant at -> at.compareTo((Instant) other);
      default -> throw new AssertionError(one);
    };
  }

  private static boolean holds(Filter filter, Object value) {
    var to = filter.value();
    return switch (filter.comparison()) {
      case IS -> value.equals(to) || empty(value) && empty(to);
      case IS_NOT -> !value.equals(to) && !(empty(value) && empty(to));
      case LESS -> !empty(value) && compare(value, to) < 0;
      case AT_MOST -> !empty(value) && compare(value, to) <= 0;
      case MORE -> !empty(value) && compare(value, to) > 0;
      case AT_LEAST -> !empty(value) && compare(value, to) >= 0;
      case IN ->
          ((List<?>) to).contains(value)
              || empty(value) && ((List<?>) to).stream().anyMatch(RandomQueriesTest::empty);
      case STARTS_WITH -> !empty(value) && ((String) value).startsWith((String) to);
      case CONTAINS ->
          value instanceof List<?> items
              ? items.contains(to)
              : !empty(value) && ((String) value).contains((String) to);
      case IS_EMPTY -> empty(value);
      case IS_SET -> !empty(value);
    };
  }

  // chance

  private static Object value(Type type, Random chance) {
    return switch (type) {
      case TEXT -> WORDS.get(chance.nextInt(WORDS.size()));
      case NUMBER ->
          switch (chance.nextInt(4)) {
            case 0 -> (double) chance.nextInt(-3, 4);
            case 1 -> chance.nextDouble(-2, 2);
            case 2 -> chance.nextGaussian() * 1e200;
            default -> chance.nextInt(5) / 4.0;
          };
      case DATE ->
          chance.nextInt(5) == 0
              ? ""
              : "2026-1%d-0%d".formatted(chance.nextInt(3), chance.nextInt(1, 5));
      case MOMENT ->
          chance.nextInt(5) == 0
              ? Instant.EPOCH
              : Instant.ofEpochSecond(chance.nextInt(-3, 4), chance.nextInt(3) * 500_000L + 1_000);
      case BOOLEAN -> chance.nextBoolean();
      case LIST ->
          chance
              .ints(chance.nextInt(3), 1, WORDS.size())
              .mapToObj(i -> (Object) WORDS.get(i))
              .toList();
      case TIME, EMAIL, PHONE, URL, MONEY, ADDRESS, FILE, OBJECT, SECRET, ANY ->
          throw new AssertionError(type);
    };
  }

  private static Filter filter(Random chance) {
    var field = FIELDS.get(chance.nextInt(FIELDS.size()));
    var hows =
        Arrays.stream(Comparison.values())
            .filter(how -> how.fits(field.type()))
            .sorted(Comparator.naturalOrder())
            .toList();
    var how = hows.get(chance.nextInt(hows.size()));
    var value =
        switch (how) {
          case IN -> List.of(value(field.type(), chance), value(field.type(), chance));
          case CONTAINS -> WORDS.get(1 + chance.nextInt(WORDS.size() - 1));
          case LESS, AT_MOST, MORE, AT_LEAST -> {
            var some = value(field.type(), chance);
            while (empty(some)) {
              some = value(field.type(), chance);
            }
            yield some;
          }
          case IS, IS_NOT, STARTS_WITH, IS_EMPTY, IS_SET -> value(field.type(), chance);
        };
    return new Filter(field.name(), how, value);
  }
}
