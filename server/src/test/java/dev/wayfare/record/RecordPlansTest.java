package dev.wayfare.record;

import static dev.wayfare.record.RecordDesk.NOW;
import static dev.wayfare.record.RecordDesk.all;
import static dev.wayfare.record.RecordDesk.field;
import static dev.wayfare.record.RecordDesk.first;
import static dev.wayfare.record.RecordDesk.insert;
import static dev.wayfare.record.RecordDesk.is;
import static dev.wayfare.record.RecordDesk.required;
import static dev.wayfare.record.RecordDesk.shared;
import static dev.wayfare.record.RecordDesk.type;
import static dev.wayfare.record.RecordDesk.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;

/// What a publish does to records that are there already.
class RecordPlansTest {
  private static final RecordType.Field NAME = field("name", Type.TEXT);
  private static final RecordType.Field SIZE = field("size", Type.TEXT);

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

  private static RecordType of(RecordType.Field... fields) {
    return type("thing", List.of(), List.of(), fields);
  }

  /// An app with these records, published with name and size.
  private static RecordPlace stocked(String app, List<Map<String, Object>> records) {
    var place = desk.place(app, of(NAME, SIZE));
    assertThat(apply(place)).containsExactly("thing TYPE_ADDED  0 `thing` is new.");
    records.forEach(each -> desk.done(place, insert("thing", each)));
    return place;
  }

  private static List<String> plan(RecordPlace place) {
    return told(desk.server.bean(RecordPlans.class).plan(place));
  }

  private static List<String> apply(RecordPlace place) {
    var before = plan(place);
    desk.server
        .bean(TransactionOperations.class)
        .executeWithoutResult(_ -> desk.server.bean(RecordPlans.class).apply(place, NOW));
    return before;
  }

  private static List<String> told(List<RecordChange> changes) {
    return changes.stream()
        .map(
            it ->
                "%s%s %s %s %d %s"
                    .formatted(
                        it.refused() ? "REFUSED " : "",
                        it.type(),
                        it.kind(),
                        it.field(),
                        it.records(),
                        it.text()))
        .toList();
  }

  private static List<Object> values(RecordPlace place, String field) {
    var values = new ArrayList<Object>();
    ((List<?>) desk.done(place, all("thing")).get("items"))
        .forEach(item -> values.add(((Map<?, ?>) item).get(field)));
    return values;
  }

  @Test
  void theSameTypesChangeNothing() {
    var place = stocked("same", List.of(Map.of("name", "a")));
    assertThat(apply(place)).isEmpty();
  }

  @Test
  void aFieldIsAddedWithItsDefaultAndRemovedWithoutLosingAnything() {
    var place = stocked("adds", List.of(Map.of("name", "a", "size", "1"), Map.of("name", "b")));
    var next = with(place, of(NAME, first("state", Type.TEXT, "open"), field("x", Type.TEXT)));
    assertThat(apply(next))
        .containsExactly(
            "thing FIELD_ADDED state 2 `state` is added, with its default.",
            "thing FIELD_ADDED x 0 `x` is added, empty.",
            "thing FIELD_REMOVED size 0 `size` is no longer declared; its values are kept.");
    assertThat(values(next, "state")).containsExactly("open", "open");
    assertThat(values(place, "size"))
        .as("an older release still reads it")
        .containsExactly("1", "");
    assertThat(apply(place))
        .containsExactly(
            "thing FIELD_BACK size 0 `size` is declared again, with the values it had.",
            "thing FIELD_REMOVED state 0 `state` is no longer declared; its values are kept.",
            "thing FIELD_REMOVED x 0 `x` is no longer declared; its values are kept.");
    assertThat(values(place, "size")).containsExactly("1", "");
    assertThat(apply(next).getFirst()).startsWith("thing FIELD_BACK state");
  }

  @Test
  void aTypeChangesForwardAndBackWhereEveryValueConverts() {
    var place =
        stocked("converts", List.of(Map.of("size", "1.50"), Map.of("size", "-3"), Map.of()));
    var next = with(place, of(NAME, field("size", Type.NUMBER)));
    assertThat(apply(next))
        .containsExactly(
            "thing FIELD_RETYPED size 2 `size` becomes number, was text; 2 values are converted.");
    assertThat(values(next, "size")).containsExactly(1.5, -3.0, 0.0);
    assertThat(values(place, "size")).as("for an older release").containsExactly("1.5", "-3", "");
    desk.done(place, insert("thing", Map.of("size", 7.0)));
    assertThat(apply(place)).singleElement().asString().contains("3 values are converted");
    assertThat(values(place, "size")).containsExactly("1.5", "-3", "", "7");
  }

  @Test
  void aTypeDoesNotChangeWhereAValueDoesNotConvert() {
    var place = stocked("refuses", List.of(Map.of("size", "1"), Map.of("size", "big")));
    var next = with(place, of(NAME, field("size", Type.NUMBER)));
    assertThat(apply(next))
        .containsExactly(
            "REFUSED thing FIELD_RETYPED size 1 `size` becomes number, was text; 1 values cannot be"
                + " converted, 1 can.");
    assertThat(values(place, "size")).containsExactly("1", "big");
  }

  @Test
  void aRuleIsAddedWhereNoTwoRecordsBreakIt() {
    var place =
        stocked("rules", List.of(Map.of("name", "a"), Map.of("name", "a"), Map.of("size", "1")));
    var next = with(place, type("thing", List.of(List.of("name")), List.of(), NAME, SIZE));
    assertThat(apply(next))
        .containsExactly(
            "REFUSED thing RULE_ADDED name 2 `name` is to be unique, and 2 records are alike in it.");
    assertThat(desk.done(place, insert("thing", Map.of("name", "a"))))
        .as("nothing was changed")
        .isNotEmpty();
    desk.done(place, new Request.Delete("thing", List.of(is("name", "a"))));
    desk.done(place, insert("thing", Map.of("name", "a")));
    assertThat(apply(next)).containsExactly("thing RULE_ADDED name 0 `name` is unique now.");
    assertThat(desk.refused(next, insert("thing", Map.of("name", "a")))).isEqualTo("RECORD_TAKEN");
    assertThat(apply(place))
        .containsExactly("thing RULE_REMOVED name 0 `name` is no longer unique.");
    desk.done(place, insert("thing", Map.of("name", "a")));
  }

  @Test
  void valuesThatBecomeAlikeBreakARule() {
    var place = desk.place("alike", type("thing", List.of(List.of("size")), List.of(), SIZE));
    apply(place);
    desk.done(place, insert("thing", Map.of("size", "1")));
    desk.done(place, insert("thing", Map.of("size", "1.0")));
    var number = field("size", Type.NUMBER);
    assertThat(apply(with(place, type("thing", List.of(List.of("size")), List.of(), number))))
        .anyMatch(line -> line.startsWith("REFUSED thing RULE_ADDED size 2"));
  }

  @Test
  void aFieldIsRequiredOnceEveryRecordHoldsIt() {
    var place = stocked("requires", List.of(Map.of("name", "a"), Map.of("size", "1")));
    assertThat(apply(with(place, of(required("name", Type.TEXT), SIZE))))
        .containsExactly(
            "REFUSED thing FIELD_REQUIRED name 1 `name` is required now, and 1 records have nothing"
                + " in it.");
    var filled =
        with(
            place,
            of(
                new RecordType.Field("name", Type.TEXT, true, java.util.Optional.of("?"), ""),
                SIZE));
    assertThat(apply(filled))
        .containsExactly("thing FIELD_REQUIRED name 1 `name` is required now.");
    assertThat(values(filled, "name")).containsExactly("a", "?");
    assertThat(apply(place)).containsExactly("thing FIELD_OPTIONAL name 0 `name` may be empty.");
  }

  @Test
  void anIndexIsFilledWithWhatIsThere() {
    var place = stocked("indexes", List.of(Map.of("name", "b"), Map.of("name", "a")));
    var next = with(place, type("thing", List.of(), List.of(List.of("name")), NAME, SIZE));
    assertThat(apply(next)).containsExactly("thing INDEX_ADDED name 2 `name` gets an index.");
    assertThat(
            desk.sql
                .sql("select count(*) from record where k0 is not null")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(
            desk.done(next, new Request.Query("thing", List.of(is("name", "a")), List.of(), 5, 0))
                .get("count"))
        .isEqualTo(1.0);
    assertThat(apply(place)).containsExactly("thing INDEX_REMOVED name 0 `name` loses its index.");
  }

  @Test
  void aTypeThatIsRemovedKeepsItsRecords() {
    var place = stocked("removes", List.of(Map.of("name", "a")));
    assertThat(apply(with(place)))
        .containsExactly(
            "thing TYPE_REMOVED  1 `thing` is no longer declared; its records are kept.");
    assertThat(apply(place)).isEmpty();
    assertThat(values(place, "name")).containsExactly("a");
  }

  @Test
  void recordsAreNotSwitchedFromTheAppToAll() {
    var place = stocked("switches", List.of(Map.of("name", "a")));
    var next = with(place, shared(of(NAME, SIZE)));
    assertThat(apply(next)).anyMatch(line -> line.startsWith("REFUSED thing SHARING_SWITCHED  1"));
    desk.done(place, new Request.Delete("thing", List.of()));
    assertThat(plan(next)).noneMatch(line -> line.startsWith("REFUSED"));
  }

  @Test
  void appsThatShareARecordAgreeOnItsFields() {
    var one = desk.place("agrees-one", shared(type("pool", List.of(), List.of(), NAME)));
    var other = desk.place("agrees-other");
    apply(one);
    var clash = shared(type("pool", List.of(), List.of(), field("name", Type.NUMBER)));
    assertThat(apply(with(other, clash)))
        .anyMatch(line -> line.startsWith("REFUSED pool SHARED_OTHERWISE name"));
    var more = shared(type("pool", List.of(), List.of(), NAME, field("more", Type.TEXT)));
    assertThat(apply(with(other, more)))
        .containsExactly("pool FIELD_ADDED more 0 `more` is added, empty.");
    assertThat(apply(one)).as("what another app declares stays").isEmpty();
    assertThat(apply(with(other))).anyMatch(line -> line.startsWith("pool TYPE_REMOVED"));
  }
}
