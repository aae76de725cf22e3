package dev.wayfare.record;

import static dev.wayfare.record.RecordDesk.NOW;
import static dev.wayfare.record.RecordDesk.all;
import static dev.wayfare.record.RecordDesk.done;
import static dev.wayfare.record.RecordDesk.field;
import static dev.wayfare.record.RecordDesk.first;
import static dev.wayfare.record.RecordDesk.insert;
import static dev.wayfare.record.RecordDesk.is;
import static dev.wayfare.record.RecordDesk.required;
import static dev.wayfare.record.RecordDesk.shared;
import static dev.wayfare.record.RecordDesk.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Request.Comparison;
import dev.wayfare.flow.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;

/// What steps can do with records, and what a broken rule does.
class RecordsTest {
  private static final RecordType BOOKING =
      type(
          "booking",
          List.of(List.of("day", "time")),
          List.of(List.of("day")),
          required("day", Type.DATE),
          required("time", Type.TIME),
          field("who", Type.TEXT),
          first("state", Type.TEXT, "open"),
          field("people", Type.NUMBER),
          field("seen", Type.MOMENT),
          field("tags", Type.LIST));

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
  void aRecordIsGivenBackAsItWasStored() {
    var place = desk.place("stores", BOOKING);
    var seen = Instant.parse("2026-11-23T09:30:00.123456Z");
    var made =
        desk.done(
            place,
            insert(
                "booking",
                Map.of(
                    "day",
                    "2026-12-01",
                    "time",
                    "09:30:00",
                    "people",
                    2.5,
                    "seen",
                    seen,
                    "tags",
                    List.of("a", 1.0, true))));
    assertThat(made.get("id")).isInstanceOf(String.class);
    assertThat(made.get("created")).isEqualTo(NOW);
    assertThat(made.get("changed")).isEqualTo(NOW);
    assertThat(made.get("time")).as("in its short form").isEqualTo("09:30");
    assertThat(made.get("state")).as("its default").isEqualTo("open");
    assertThat(made.get("who")).as("a text that holds nothing").isEqualTo("");
    assertThat(made.get("people")).isEqualTo(2.5);
    assertThat(made.get("seen")).isEqualTo(seen);
    assertThat(made.get("tags")).isEqualTo(List.of("a", 1.0, true));
    var found = desk.done(place, all("booking"));
    assertThat(found.get("items")).isEqualTo(List.of(made));
    assertThat(found.get("count")).isEqualTo(1.0);
    assertThat(found.get("more")).isEqualTo(false);
  }

  @Test
  void aBrokenRuleIsAnAnswerAndTheTransactionGoesOn() {
    var place = desk.place("goes-on", BOOKING);
    var one = slot("2026-12-01", "09:30");
    var other = slot("2026-12-01", "10:00");
    desk.server
        .bean(TransactionOperations.class)
        .executeWithoutResult(
            _ -> {
              var records = desk.server.bean(Records.class);
              done(records.perform(place, insert("booking", one), NOW));
              assertThat(records.perform(place, insert("booking", one), NOW))
                  .isEqualTo(
                      new Outcome.Failed(
                          "RECORD_TAKEN", "Another record has the same `day` and `time`."));
              done(records.perform(place, insert("booking", other), NOW));
              assertThat(
                      records.perform(
                          place,
                          new Request.Update(
                              "booking", List.of(is("time", "10:00")), Map.of("time", "09:30")),
                          NOW))
                  .isInstanceOfSatisfying(
                      Outcome.Failed.class, it -> assertThat(it.code()).isEqualTo("RECORD_TAKEN"));
              done(records.perform(place, insert("booking", slot("2026-12-01", "11:00")), NOW));
            });
    assertThat(times(place)).containsExactlyInAnyOrder("09:30", "10:00", "11:00");
  }

  @Test
  void aTurnThatIsUndoneStoredNothing() {
    var place = desk.place("undone", BOOKING);
    desk.done(place, insert("booking", slot("2026-12-01", "08:00")));
    desk.server
        .bean(TransactionOperations.class)
        .executeWithoutResult(
            transaction -> {
              var records = desk.server.bean(Records.class);
              done(records.perform(place, insert("booking", slot("2026-12-01", "09:30")), NOW));
              transaction.setRollbackOnly();
            });
    assertThat(times(place)).containsExactly("08:00");
  }

  @Test
  void whatIsRequiredIsNeverEmpty() {
    var place = desk.place("required", BOOKING);
    assertThat(desk.refused(place, insert("booking", Map.of("day", "2026-12-01"))))
        .isEqualTo("RECORD_INCOMPLETE");
    desk.done(place, insert("booking", slot("2026-12-01", "09:30")));
    assertThat(desk.refused(place, new Request.Update("booking", List.of(), Map.of("time", ""))))
        .isEqualTo("RECORD_INCOMPLETE");
    assertThat(
            desk.refused(
                place, new Request.Upsert("booking", List.of("day", "time"), Map.of("day", "x"))))
        .isEqualTo("RECORD_WRONG");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    var place = desk.place("wrong", BOOKING);
    for (var values :
        List.<Map<String, Object>>of(
            Map.of("day", "tomorrow", "time", "09:30"),
            Map.of("day", "2026-12-01", "time", "half past nine"),
            Map.of("day", "2026-02-30", "time", "09:30"),
            Map.of("day", "2026-12-01", "time", "09:30", "people", "two"),
            Map.of("day", "2026-12-01", "time", "09:30", "people", Double.NaN),
            Map.of("day", "2026-12-01", "time", "09:30", "who", "zero\0"),
            Map.of("day", "2026-12-01", "time", "09:30", "who", "half \uD83D"),
            Map.of("day", "2026-12-01", "time", "09:30", "who", "x".repeat(70_000)),
            Map.of("day", "2026-12-01", "time", "09:30", "id", "mine"),
            Map.of("day", "2026-12-01", "time", "09:30", "colour", "red"))) {
      assertThat(desk.refused(place, insert("booking", values)))
          .as(values.keySet().toString())
          .isEqualTo("RECORD_WRONG");
    }
    assertThat(desk.refused(place, all("bookings"))).isEqualTo("RECORD_GONE");
    assertThat(times(place)).isEmpty();
  }

  @Test
  void namesFromOutsideNeverBecomeSql() {
    var place = desk.place("injection", BOOKING);
    desk.done(place, insert("booking", slot("2026-12-01", "09:30")));
    var evil = "day' or '1'='1";
    assertThat(desk.refused(place, new Request.Delete("booking", List.of(is(evil, "x")))))
        .isEqualTo("RECORD_WRONG");
    assertThat(
            desk.refused(
                place,
                new Request.Query(
                    "booking", List.of(), List.of(new Request.Order(evil, false)), 5, 0)))
        .isEqualTo("RECORD_WRONG");
    var declared =
        type("evil", List.of(), List.of(), field("a", Type.TEXT), field(evil, Type.TEXT));
    var other = RecordDesk.with(place, declared);
    assertThat(
            desk.refused(other, new Request.Query("evil", List.of(is(evil, "x")), List.of(), 5, 0)))
        .isEqualTo("RECORD_WRONG");
    assertThat(
            desk.done(
                    place,
                    new Request.Query(
                        "booking", List.of(is("who", "'; delete from record --")), List.of(), 5, 0))
                .get("count"))
        .isEqualTo(0.0);
    assertThat(times(place)).containsExactly("09:30");
  }

  @Test
  void anUpsertChangesTheRecordItFinds() {
    var place = desk.place("upserts", BOOKING);
    var by = List.of("time", "day");
    var made =
        desk.done(
            place,
            new Request.Upsert(
                "booking", by, Map.of("day", "2026-12-01", "time", "09:30", "who", "Ada")));
    var changed =
        desk.done(
            place,
            new Request.Upsert(
                "booking", by, Map.of("day", "2026-12-01", "time", "09:30", "people", 3.0)));
    assertThat(changed.get("id")).isEqualTo(made.get("id"));
    assertThat(changed.get("who")).as("what was not given stays").isEqualTo("Ada");
    assertThat(changed.get("people")).isEqualTo(3.0);
    assertThat(
            desk.refused(
                place, new Request.Upsert("booking", List.of("who"), slot("2026-12-01", "09:30"))))
        .as("who is under no rule")
        .isEqualTo("RECORD_WRONG");
  }

  @Test
  void whatIsChangedOrDeletedIsCounted() {
    var place = desk.place("counts", BOOKING);
    for (var hour = 10; hour < 15; hour++) {
      desk.done(place, insert("booking", slot("2026-12-0" + (hour % 2 + 1), hour + ":00")));
    }
    var first = List.of(is("day", "2026-12-01"));
    assertThat(
            desk.done(place, new Request.Update("booking", first, Map.of("who", "Ada")))
                .get("count"))
        .isEqualTo(3.0);
    var hers = new Request.Query("booking", List.of(is("who", "Ada")), List.of(), 2, 0);
    var found = desk.done(place, hers);
    assertThat(found.get("count")).isEqualTo(2.0);
    assertThat(found.get("more")).isEqualTo(true);
    assertThat(desk.done(place, new Request.Delete("booking", first)).get("count")).isEqualTo(3.0);
    assertThat(times(place)).containsExactlyInAnyOrder("11:00", "13:00");
    assertThat(desk.done(place, hers).get("count")).isEqualTo(0.0);
  }

  @Test
  void aFieldThatIsEmptiedHoldsNothing() {
    var place = desk.place("empties", BOOKING);
    desk.done(place, insert("booking", slot("2026-12-01", "09:30")));
    desk.done(place, new Request.Update("booking", List.of(), Map.of("state", "")));
    var empty = new Request.Filter("state", Comparison.IS_EMPTY, "");
    assertThat(
            desk.done(place, new Request.Query("booking", List.of(empty), List.of(), 5, 0))
                .get("count"))
        .isEqualTo(1.0);
  }

  @Test
  void recordsBelongToTheDeploymentOrAreShared() {
    var note = type("note", List.of(List.of("text")), List.of(), field("text", Type.TEXT));
    var board = shared(type("board", List.of(), List.of(), field("text", Type.TEXT)));
    var one = desk.place("shares-one", note, board);
    var other = desk.place("shares-other", note, board);
    desk.done(one, insert("note", Map.of("text", "mine")));
    desk.done(other, insert("note", Map.of("text", "mine")));
    desk.done(one, insert("board", Map.of("text", "ours")));
    assertThat(desk.done(one, all("note")).get("count")).isEqualTo(1.0);
    assertThat(desk.done(other, all("note")).get("count")).isEqualTo(1.0);
    assertThat(desk.done(other, all("board")).get("count")).isEqualTo(1.0);
  }

  @Test
  void oneOfManyWhoStoreTheSameAtOnceIsTheFirst() throws Exception {
    var place = desk.place("races", BOOKING);
    desk.done(place, all("booking"));
    var together = new CyclicBarrier(4);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Outcome>>();
      for (var person = 0; person < 4; person++) {
        var who = "person " + person;
        answers.add(
            people.submit(
                () -> {
                  together.await();
                  return desk.perform(
                      place,
                      new Request.Upsert(
                          "booking",
                          List.of("day", "time"),
                          Map.of("day", "2026-12-01", "time", "09:30", "who", who)));
                }));
      }
      for (var answer : answers) {
        done(answer.get());
      }
    }
    assertThat(times(place)).containsExactly("09:30");
  }

  private static Map<String, Object> slot(String day, String time) {
    return Map.of("day", day, "time", time);
  }

  private static List<Object> times(RecordPlace place) {
    var items = (List<?>) desk.done(place, all("booking")).get("items");
    var times = new ArrayList<Object>();
    items.forEach(item -> times.add(((Map<?, ?>) item).get("time")));
    return times;
  }
}
