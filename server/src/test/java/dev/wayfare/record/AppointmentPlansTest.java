package dev.wayfare.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.App;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.json.Documents;
import dev.wayfare.flow.step.Records.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every search of the appointments goes through an index, and reads no record in vain.
class AppointmentPlansTest {
  private static final Path EXAMPLE = Path.of("../examples/appointments.yaml");
  private static final int DAYS = 600;
  private static final int PAST = 80;
  private static final List<String> TIMES =
      List.of("09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  @TempDir static Path folder;
  private static RecordDesk desk;
  private static App app;
  private static RecordPlace place;
  private static Shelf shelf;
  private static UUID one;

  /// A visit in the middle is the one that is asked for; of the past ones the last day's are open.
  @BeforeAll
  static void stock() throws Exception {
    desk = new RecordDesk(folder);
    var documents = desk.server.bean(Documents.class);
    app = documents.read(Files.readString(EXAMPLE)).app().orElseThrow();
    place = desk.place("appointments", app.recordTypes().values().toArray(RecordType[]::new));
    for (var day = 0; day < DAYS; day++) {
      book(day);
    }
    desk.sql.sql("analyze record").update();
    shelf =
        desk.server
            .bean(PgShelves.class)
            .find(
                place,
                Objects.requireNonNull(app.recordTypes().get("booking")),
                PgShelves.Lock.NONE)
            .orElseThrow();
    one =
        desk.sql
            .sql("select id from record order by id offset 2000 limit 1")
            .query(UUID.class)
            .single();
  }

  private static void book(int day) {
    var records = desk.server.bean(Records.class);
    desk.server
        .bean(TransactionOperations.class)
        .executeWithoutResult(
            _ -> {
              for (var time = 0; time < TIMES.size(); time++) {
                var visit = visit(day * TIMES.size() + time);
                RecordDesk.done(
                    records.perform(place, new Request.Insert("booking", visit), RecordDesk.NOW));
              }
            });
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static Map<String, Object> visit(int number) {
    var day = TODAY.plusDays(number / TIMES.size() - PAST);
    return Map.of(
        "day", day.toString(),
        "time", TIMES.get(number % TIMES.size()),
        "name", "n" + number,
        "phone", "+1555%07d".formatted(number % 900),
        "status", day.isBefore(TODAY.minusDays(1)) ? "missed" : "booked");
  }

  /// What a step's condition is compared with, by its field.
  private static Object value(String step, String field) {
    return switch (field) {
      case "id" -> one.toString();
      case "phone" -> "+15550000007";
      case "status" -> "booked";
      default -> (step.equals("tidy/forget") ? TODAY.minusDays(70) : TODAY).toString();
    };
  }

  private static Map<String, PgSearch> searches() {
    var searches = new TreeMap<String, PgSearch>();
    app.flows()
        .forEach(
            (flow, each) ->
                each.steps()
                    .forEach(
                        (id, step) -> {
                          if (step instanceof dev.wayfare.flow.step.Records asks) {
                            search(flow + "/" + id, asks, searches);
                          }
                        }));
    return searches;
  }

  private static void search(
      String step, dev.wayfare.flow.step.Records asks, Map<String, PgSearch> searches) {
    var where =
        asks.where().stream()
            .map(it -> new Request.Filter(it.field(), it.comparison(), value(step, it.field())))
            .toList();
    var order = asks.order().stream().map(it -> new Request.Order(it, false)).toList();
    if (asks.what() == Kind.QUERY) {
      var query = new Request.Query("booking", where, order, asks.first() ? 1 : asks.limit(), 0);
      searches.put(step, PgSearch.finding(Records.search(shelf, query)));
    } else if (asks.what() == Kind.UPDATE) {
      searches.put(step, PgSearch.locking(Records.all(shelf, where, 10_001)));
    } else if (asks.what() == Kind.DELETE) {
      searches.put(step, PgSearch.deleting(Records.all(shelf, where, 0)));
    }
  }

  /// The parts of the plan that read records, after running it; a delete is taken back.
  private static List<JsonNode> reads(PgSearch search) {
    var plan =
        new TransactionTemplate(new DataSourceTransactionManager(desk.database.dataSource()))
            .execute(
                transaction -> {
                  transaction.setRollbackOnly();
                  return desk.sql
                      .sql("explain (analyze, format json) " + search.sql())
                      .params(search.parameters())
                      .query(String.class)
                      .single();
                });
    var reads = new ArrayList<JsonNode>();
    collect(new JsonMapper().readTree(Objects.requireNonNull(plan)).path(0).path("Plan"), reads);
    return reads;
  }

  private static void collect(JsonNode part, List<JsonNode> reads) {
    var kind = part.path("Node Type").asString();
    if (part.path("Relation Name").asString("").equals("record") && kind.endsWith("Scan")) {
      reads.add(part);
    }
    part.path("Plans").forEach(each -> collect(each, reads));
  }

  /// How many a search may read at most, and how many of those without finding them.
  private record Most(int read, int inVain) {}

  /// How `find_visit` is read is left to PostgreSQL: up to the second visit, or all that are ahead.
  /// Past visits that are not open any more are in no index of their own.
  private static final Map<String, Most> MOST =
      Map.of(
          "book/look", new Most(TIMES.size(), 0),
          "book/shift", new Most(1, 0),
          "book/again", new Most(1, 0),
          "cancel_visit/drop", new Most(1, 0),
          "reminder/confirm", new Most(1, 0),
          "find_visit/find", new Most(5, 0),
          "line/confirm", new Most(1, 0),
          "tidy/missed", new Most(TIMES.size(), (PAST - 1) * TIMES.size()),
          "tidy/forget", new Most(80, 0));

  @Test
  void everySearchUsesAnIndexAndReadsOnlyWhatItFinds() {
    var searches = searches();
    assertThat(searches.keySet()).isEqualTo(MOST.keySet());
    MOST.forEach(
        (step, most) -> {
          var reads = reads(Objects.requireNonNull(searches.get(step)));
          assertThat(reads).as(step).hasSize(1);
          var read = reads.getFirst();
          assertThat(read.path("Node Type").asString())
              .as(step)
              .isIn("Index Scan", "Index Only Scan", "Bitmap Heap Scan");
          assertThat(read.path("Actual Rows").asDouble())
              .as(step)
              .isBetween(1.0, 1.0 * most.read());
          assertThat(
                  read.path("Rows Removed by Filter").asDouble(0)
                      + read.path("Rows Removed by Index Recheck").asDouble(0))
              .as(step)
              .isLessThanOrEqualTo(most.inVain());
        });
  }

  @Test
  void theOrderOfARuleIsTheOneAskedForInBothDirections() {
    assertThat(times(false)).isEqualTo(TIMES);
    assertThat(times(true)).isEqualTo(TIMES.reversed());
  }

  private static List<Object> times(boolean descending) {
    var order = List.of(new Request.Order("time", descending));
    var day = List.of(RecordDesk.is("day", TODAY.toString()));
    var found = desk.done(place, new Request.Query("booking", day, order, 50, 0));
    return ((List<?>) found.get("items"))
        .stream().<Object>map(item -> ((Map<?, ?>) item).get("time")).toList();
  }
}
