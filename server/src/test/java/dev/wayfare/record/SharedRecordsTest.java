package dev.wayfare.record;

import static dev.wayfare.record.RecordDesk.NOW;
import static dev.wayfare.record.RecordDesk.all;
import static dev.wayfare.record.RecordDesk.field;
import static dev.wayfare.record.RecordDesk.insert;
import static dev.wayfare.record.RecordDesk.shared;
import static dev.wayfare.record.RecordDesk.type;
import static dev.wayfare.record.RecordDesk.with;
import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Type;
import dev.wayfare.testing.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;

/// Shared records belong to an environment: its apps share them, others never see them.
class SharedRecordsTest {
  private static final RecordType.Field TEXT = field("text", Type.TEXT);

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

  private static RecordType board(String name) {
    return shared(type(name, List.of(List.of("text")), List.of(), TEXT));
  }

  private static List<RecordChange> apply(RecordPlace place) {
    return desk.server
        .bean(TransactionOperations.class)
        .execute(_ -> desk.server.bean(RecordPlans.class).apply(place, NOW));
  }

  private static Object count(RecordPlace place, String type) {
    return desk.done(place, all(type)).get("count");
  }

  private static String path(String app, String profile) {
    return "/api/v1/apps/%s/profiles/%s/records".formatted(app, profile);
  }

  @Test
  void profilesOfTwoEnvironmentsDoNotSeeEachOthersSharedRecords() {
    var live = desk.place("silo", board("silo_board"));
    var tried = desk.under("QA", "silo", board("silo_board"));
    assertThat(tried.environment()).isNotEqualTo(live.environment());
    apply(live);
    apply(tried);

    desk.done(live, insert("silo_board", Map.of("text", "one")));
    desk.done(tried, insert("silo_board", Map.of("text", "one")));
    desk.done(tried, insert("silo_board", Map.of("text", "two")));

    assertThat(count(live, "silo_board")).isEqualTo(1.0);
    assertThat(count(tried, "silo_board")).isEqualTo(2.0);
    var seen = ok(desk.api.get(path("silo", "Production")), 200);
    assertThat(seen.json().at("/items")).hasSize(1);
    assertThat(seen.text("/items/0/environment")).isEqualTo("Production");
    assertThat(seen.text("/items/0/count")).isEqualTo("1");
    var tables = ok(desk.api.get(path("silo", "QA") + "/silo_board/export"), 200).body();
    assertThat(tables.lines()).hasSize(3);
    ok(desk.api.get(path("silo", "QA") + "/silo_board?environment=Production"), 404);
    ok(desk.api.get(path("silo", "QA") + "/silo_board?environment=Nowhere"), 404);
  }

  @Test
  void appsOfOneEnvironmentShareThem() {
    var one = desk.place("shares-one", board("pin"));
    var other = desk.place("shares-other", board("pin"));
    apply(one);
    apply(other);
    desk.done(one, insert("pin", Map.of("text", "hello")));
    assertThat(desk.refused(other, insert("pin", Map.of("text", "hello"))))
        .isEqualTo("RECORD_TAKEN");
    assertThat(count(other, "pin")).isEqualTo(1.0);

    var made =
        ok(
            desk.api.post(path("shares-other", "Production") + "/pin", "{\"text\": \"by hand\"}"),
            201);
    var address = made.header("Location").orElseThrow();
    assertThat(address).endsWith("?environment=" + other.environment());
    assertThat(ok(desk.api.get(address), 200).text("/text")).isEqualTo("by hand");
    assertThat(count(one, "pin")).isEqualTo(2.0);
    assertThat(
            desk.sql
                .sql(
                    """
                    select data ->> 'environment' from journal
                     where verb = 'record.created' and subject_id = :id""")
                .param("id", made.text("/id"))
                .query(String.class)
                .single())
        .isEqualTo(other.environment().toString());
  }

  @Test
  void theTypesOfOneEnvironmentDoNotBindAnother() {
    apply(desk.place("binds", board("rule")));
    var tried = desk.under("QA", "binds");
    var otherwise = shared(type("rule", List.of(), List.of(), field("text", Type.NUMBER)));
    assertThat(apply(with(tried, otherwise)))
        .extracting(RecordChange::kind)
        .containsExactly(RecordChange.Kind.TYPE_ADDED);
  }

  @Test
  void aProfileThatMovesLeavesItsRecordsWhereTheyWere() {
    var before = desk.under("QA", Desk.create(desk.api, "moves").name(), board("note"));
    apply(before);
    desk.done(before, insert("note", Map.of("text", "old")));
    ok(desk.api.patch("/api/v1/apps/moves/profiles/QA", "{\"environment\": \"Production\"}"), 200);
    var after = desk.under("QA", "moves", board("note"));
    assertThat(apply(after))
        .extracting(it -> "%s %d %s".formatted(it.kind(), it.records(), it.refused()))
        .containsExactly("TYPE_ADDED 0 false", "ENVIRONMENT_SWITCHED 1 false");

    assertThat(count(after, "note")).isEqualTo(0.0);
    assertThat(count(before, "note")).as("a journey of the release before").isEqualTo(1.0);
    var unclear = ok(desk.api.get(path("moves", "QA") + "/note"), 400);
    assertThat(unclear.text("/errors/0/path")).isEqualTo("environment");
    assertThat(unclear.text("/detail")).contains("Production").contains("Staging");
    var old = ok(desk.api.get(path("moves", "QA") + "/note?environment=Staging"), 200);
    assertThat(old.text("/items/0/text")).isEqualTo("old");
    ok(desk.api.get(path("moves", "QA") + "/note?environment=Production"), 200);

    var one = path("moves", "QA") + "/note/" + old.text("/items/0/id") + "?environment=Staging";
    ok(desk.api.delete(one), 204);
    apply(after);
    ok(desk.api.get(path("moves", "QA") + "/note"), 200);
  }

  @Test
  void aProfileThatMovesLeavesWhatOthersShareToThem() {
    var stays = desk.under("QA", Desk.create(desk.api, "stays").name(), board("desk"));
    var goes = desk.under("QA", Desk.create(desk.api, "goes").name(), board("desk"));
    apply(stays);
    apply(goes);
    desk.done(stays, insert("desk", Map.of("text", "kept")));
    ok(desk.api.patch("/api/v1/apps/goes/profiles/QA", "{\"environment\": \"Production\"}"), 200);
    apply(desk.under("QA", "goes", board("desk")));
    assertThat(ok(desk.api.get(path("goes", "QA") + "/desk"), 200).json().at("/items")).isEmpty();
    assertThat(ok(desk.api.get(path("stays", "QA") + "/desk"), 200).json().at("/items")).hasSize(1);
  }
}
