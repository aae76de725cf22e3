package dev.wayfare.record;

import static dev.wayfare.record.RecordDesk.field;
import static dev.wayfare.record.RecordDesk.insert;
import static dev.wayfare.record.RecordDesk.required;
import static dev.wayfare.record.RecordDesk.type;
import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Type;
import dev.wayfare.http.Role;
import dev.wayfare.testing.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stored records as people see them, and a publish that carries them over.
class RecordApiTest {
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

  private static String path(String app) {
    return "/api/v1/apps/" + app + "/profiles/Production/records";
  }

  private static RecordPlace contacts(String app) {
    var place =
        desk.place(
            app,
            type(
                "contact",
                List.of(List.of("name")),
                List.of(),
                required("name", Type.TEXT),
                field("age", Type.NUMBER)));
    desk.done(place, insert("contact", Map.of("name", "Ada", "age", 36.0)));
    return place;
  }

  @Test
  void peopleLookThroughRecordsAndMendThem() {
    contacts("mends");
    var types = ok(desk.api.get(path("mends")), 200);
    assertThat(types.text("/items/0/name")).isEqualTo("contact");
    assertThat(types.text("/items/0/count")).isEqualTo("1");
    assertThat(types.text("/items/0/fields/0/name")).isEqualTo("name");

    var made = ok(desk.api.post(path("mends") + "/contact", "{\"name\": \"Bob\"}"), 201);
    var one = path("mends") + "/contact/" + made.text("/id");
    assertThat(ok(desk.api.get(one), 200).json()).isEqualTo(made.json());
    assertThat(made.header("Location")).isPresent();
    assertThat(ok(desk.api.patch(one, "{\"age\": 5}"), 200).text("/age")).isEqualTo("5.0");
    assertThat(ok(desk.api.patch(one, "{\"age\": null}"), 200).json().has("age")).isFalse();
    assertThat(ok(desk.api.patch(one, "{\"name\": \"Ada\"}"), 409).text("/code"))
        .isEqualTo("record_taken");
    assertThat(ok(desk.api.patch(one, "{\"name\": null}"), 422).text("/errors/0/code"))
        .isEqualTo("record_incomplete");
    assertThat(ok(desk.api.patch(one, "{\"age\": \"old\"}"), 422).text("/errors/0/path"))
        .isEqualTo("age");
    ok(desk.api.delete(one), 204);
    ok(desk.api.delete(one), 404);
    ok(desk.api.get(one), 404);
    ok(desk.api.get(path("mends") + "/nothing"), 404);
  }

  @Test
  void aListIsReadPageByPage() {
    var place = contacts("pages");
    for (var i = 0; i < 5; i++) {
      desk.done(place, insert("contact", Map.of("name", "n" + i, "age", (double) i)));
    }
    var where = path("pages") + "/contact?limit=2&where=name:starts_with:n&where=age:at_least:1";
    var first = ok(desk.api.get(where), 200);
    assertThat(first.json().at("/items").findValuesAsString("name")).containsExactly("n1", "n2");
    var second = ok(desk.api.get(where + "&cursor=" + first.text("/next_cursor")), 200);
    assertThat(second.json().at("/items").findValuesAsString("name")).containsExactly("n3", "n4");
    assertThat(second.json().path("next_cursor").isString()).isFalse();
    ok(desk.api.get(path("pages") + "/contact?where=age"), 400);
    ok(desk.api.get(path("pages") + "/contact?where=nothing:is:1"), 422);
  }

  @Test
  void theTableHasNoFormulas() {
    var place = contacts("exports");
    desk.done(place, insert("contact", Map.of("name", "=1+1", "age", -2.0)));
    desk.done(place, insert("contact", Map.of("name", "a \"b\",\nc é")));
    var table = ok(desk.api.get(path("exports") + "/contact/export"), 200);
    assertThat(table.header("Content-Type").orElse("")).startsWith("text/csv");
    var time = "\"[^\"]+\",\"[^\"]+\",\"[^\"]+\",";
    assertThat(table.body())
        .matches(
            "\"id\",\"created\",\"changed\",\"name\",\"age\"\r\n"
                + time
                + "\"Ada\",\"36\"\r\n"
                + time
                + "\"'=1\\+1\",\"-2\"\r\n"
                + time
                + "\"a \"\"b\"\",\nc é\",\"\"\r\n");
  }

  @Test
  void onlyDevelopersSeeRecords() {
    contacts("guards");
    ok(desk.server.with(Role.AGENT).get(path("guards")), 403);
    ok(desk.server.with(Role.DEVELOPER).get(path("guards")), 200);
  }

  @Test
  void aPublishShowsAndDoesWhatBecomesOfRecords() {
    var shop = Desk.create(desk.api, "publishes");
    shop.ready();
    var types = "records:\n  order:\n    fields:\n      size: {type: %s}\n";
    ok(shop.save("r2", Desk.document("Hello") + types.formatted("text")), 200);
    var first = ok(shop.dryRun("Production"), 200);
    assertThat(first.text("/records/0/kind")).isEqualTo("type_added");
    ok(shop.publish("Production", "r3"), 201);

    var made = ok(desk.api.post(path("publishes") + "/order", "{\"size\": \"big\"}"), 201);
    ok(shop.save("r3", Desk.document("Hello") + types.formatted("number")), 200);
    var check = ok(shop.dryRun("Production"), 200);
    assertThat(check.text("/publishable")).isEqualTo("false");
    assertThat(check.text("/records/0/records")).isEqualTo("1");
    assertThat(check.text("/records/0/refused")).isEqualTo("true");
    var refused = ok(shop.publish("Production", "r4"), 422);
    assertThat(refused.text("/errors/0/code")).isEqualTo("RECORDS_UNFIT");
    assertThat(refused.text("/errors/0/path")).isEqualTo("records/order/fields/size");

    var one = path("publishes") + "/order/" + made.text("/id");
    ok(desk.api.patch(one, "{\"size\": \"12\"}"), 200);
    ok(shop.publish("Production", "r4"), 201);
    assertThat(ok(desk.api.get(one), 200).json().at("/size").isNumber()).isTrue();
  }
}
