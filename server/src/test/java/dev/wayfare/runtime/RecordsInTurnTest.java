package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Records change in the turn's own transaction, with one connection in the pool. The door here is
/// the smallest one there can be: a table of names.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsInTurnTest {
  private static final AtomicInteger DISTURB = new AtomicInteger();

  private static final String APP =
      """
      wayfare: 1
      name: names
      title: Names
      variables: {name: text, kept: object}
      triggers:
        texted: {type: text, flow: talk}
      records:
        name:
          fields: {name: text}
      flows:
        talk:
          channel: text
          start: which
          steps:
            which: {type: ask, text: "Who?", into: name, next: again}
            again: {type: say, text: "Noting {{ name }}.", next: keep}
            keep:
              type: records
              do: insert
              record: name
              values: {name: name}
              into: kept
              next: keep_twice
              failed: taken
            keep_twice:
              type: records
              do: insert
              record: name
              values: {name: "name + '!'"}
              next: done
              failed: taken
            done: {type: say, text: "Kept as {{ kept.id }}.", next: which}
            taken: {type: say, text: "Taken ({{ error.code }}).", next: which}
      """;

  @Configuration(proxyBeanMethods = false)
  static class Names {
    @Bean
    RecordsDoor names(JdbcClient jdbc) {
      return (release, journey, request, now) -> {
        if (DISTURB.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          // As if another process had moved the journey, seen from inside this transaction.
          jdbc.sql("update journey set turn = turn + 100 where id = ?").param(journey).update();
        }
        var insert = (Request.Insert) request;
        var stored =
            jdbc.sql("insert into names (name) values (?) on conflict do nothing")
                .param(insert.values().get("name"))
                .update();
        return stored == 1
            ? new Outcome.Done(Map.of("id", "n-" + insert.values().get("name")))
            : new Outcome.Failed("RECORD_TAKEN", "there is one of this name");
      };
    }
  }

  private final TestWorld world = new TestWorld(Names.class);

  @BeforeAll
  void publish() {
    world.part(JdbcClient.class).sql("create table names (name text primary key)").update();
    world.saves("names", APP).publishes("names");
  }

  @AfterAll
  void close() {
    world.close();
  }

  private List<String> names() {
    return world
        .part(JdbcClient.class)
        .sql("select name from names order by name")
        .query(String.class)
        .list();
  }

  @Test
  void recordsAndJourneyChangeTogetherAsOneTurn() {
    world.sms("+15550001", "hi");
    assertThat(world.sms("+15550001", "ann"))
        .containsExactly("Noting ann.", "Kept as n-ann.", "Who?");
    assertThat(names()).contains("ann", "ann!");
    assertThat(world.sms("+15550001", "ann"))
        .containsExactly("Noting ann.", "Taken (RECORD_TAKEN).", "Who?");
    var journey = world.api().get("journeys").path("items").get(0).path("id").asString();
    assertThat(world.api().get("journeys/" + journey + "/trail").path("turns")).hasSize(3);
  }

  @Test
  void whereTheJourneyMovedMeanwhileAllOfItIsUndoneAndRunAgain() {
    world.sms("+15550002", "hi");
    DISTURB.set(2);
    assertThat(world.sms("+15550002", "bob"))
        .containsExactly("Noting bob.", "Kept as n-bob.", "Who?");
    assertThat(DISTURB).hasValue(0);
    assertThat(names()).contains("bob", "bob!");
  }
}
