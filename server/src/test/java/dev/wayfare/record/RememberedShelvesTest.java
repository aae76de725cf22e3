package dev.wayfare.record;

import static dev.wayfare.record.RecordDesk.NOW;
import static dev.wayfare.record.RecordDesk.done;
import static dev.wayfare.record.RecordDesk.field;
import static dev.wayfare.record.RecordDesk.insert;
import static dev.wayfare.record.RecordDesk.is;
import static dev.wayfare.record.RecordDesk.type;
import static dev.wayfare.record.RecordDesk.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.RecordType;
import dev.wayfare.flow.Request;
import dev.wayfare.flow.Type;
import dev.wayfare.kernel.Ids;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;

/// A process remembers what a shelf looks like, and never finds wrongly by it.
class RememberedShelvesTest {
  @TempDir Path folder;

  private static RecordType thing(String indexed, RecordType.Field... fields) {
    return type("thing", List.of(), List.of(List.of(indexed)), fields);
  }

  private static Object count(Records records, RecordPlace place, String field) {
    return done(records.perform(
            place, new Request.Query("thing", List.of(is(field, "a")), List.of(), 5, 0), NOW))
        .get("count");
  }

  @Test
  void aShelfThatAnotherProcessChangedIsSeenAsItIsNow() {
    try (var desk = new RecordDesk(folder)) {
      var name = field("name", Type.TEXT);
      var size = field("size", Type.TEXT);
      var place = desk.place("remembers", thing("name", name, size));
      var other = RecordModule.over(desk.database.dataSource(), desk.server.bean(Ids.class));
      desk.done(place, insert("thing", Map.of("name", "a", "size", "b")));
      desk.done(place, insert("thing", Map.of("name", "b", "size", "a")));
      assertThat(count(other, place, "name")).isEqualTo(1.0);

      // the column of the index is taken by another, in which the same key stands for another
      // record
      var next = with(place, thing("size", name, size, field("more", Type.TEXT)));
      desk.server
          .bean(TransactionOperations.class)
          .executeWithoutResult(_ -> desk.server.bean(RecordPlans.class).apply(next, NOW));
      var found =
          done(
              other.perform(
                  place,
                  new Request.Query("thing", List.of(is("name", "a")), List.of(), 5, 0),
                  NOW));
      assertThat(((Map<?, ?>) ((List<?>) found.get("items")).getFirst()).get("size"))
          .isEqualTo("b");
      assertThat(count(other, next, "more")).as("a field that came since").isEqualTo(0.0);
    }
  }
}
