package dev.wayfare.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.http.Role;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class JournalTest {

  private static final Subject APP = Subject.of("app", "parcel-desk", "Parcel desk");

  private static TestServer server;
  private static Journal journal;
  private OrganizationId organization = new OrganizationId(new UUID(0, 0));

  @BeforeAll
  static void start() {
    server = TestServer.start();
    journal = server.bean(Journal.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void anotherOrganization() {
    organization = new OrganizationId(UUID.randomUUID());
  }

  @Test
  void factsAreNumberedFromOneInEachOrganization() {
    assertThat(write("app.created")).isEqualTo(1);
    assertThat(write("release.live")).isEqualTo(2);
    anotherOrganization();
    assertThat(write("app.created")).isEqualTo(1);
  }

  @Test
  void whatIsUndoneWasNeverWritten() {
    write("app.created");
    server
        .bean(TransactionOperations.class)
        .executeWithoutResult(
            transaction -> {
              write("release.live");
              transaction.setRollbackOnly();
            });
    write("release.live");
    assertThat(verbs(journal.since(organization, 0, 10)))
        .containsExactly("app.created", "release.live");
    assertThat(journal.since(organization, 0, 10).getLast().sequence()).isEqualTo(2);
  }

  @Test
  void aFactKeepsWhoWhatAndWhen() {
    journal.write(
        Fact.ofServer(organization, "release.live", APP).with("version", 12).with("was", 11));
    assertThat(journal.since(organization, 0, 10))
        .containsExactly(
            new Entry(
                1,
                server.clock().instant(),
                Actor.SERVER,
                "release.live",
                APP,
                Map.of("version", 12, "was", 11)));
  }

  @Test
  void theJournalIsOnlyEverAddedTo() {
    write("app.created");
    var sql = JdbcClient.create(server.dataSource());
    for (var attempt :
        List.of("update journal set verb = 'nothing'", "delete from journal", "truncate journal")) {
      assertThatThrownBy(() -> sql.sql(attempt).update())
          .rootCause()
          .hasMessageContaining("only ever added to");
    }
  }

  @Test
  void anUntouchedJournalVerifies() {
    assertThat(journal.verify(organization))
        .isEqualTo(new Journal.Verification(0, "", Optional.empty()));
    for (var i = 0; i < 20; i++) {
      write("release.live");
    }
    var verified = journal.verify(organization);
    assertThat(verified.broken()).isEmpty();
    assertThat(verified.entries()).isEqualTo(20);
    assertThat(verified.newest()).hasSize(64);
    write("release.live");
    assertThat(journal.verify(organization).newest()).isNotEqualTo(verified.newest());
  }

  @Test
  void factsWrittenAtTheSameMomentAreChainedOneAfterTheOther() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<?>>();
      for (var i = 0; i < 40; i++) {
        all.add(threads.submit(() -> write("release.live")));
      }
      for (var each : all) {
        each.get();
      }
    }
    var verified = journal.verify(organization);
    assertThat(verified.entries()).isEqualTo(40);
    assertThat(verified.broken()).isEmpty();
  }

  @Test
  void oneAlteredEntryIsFound() {
    for (var i = 0; i < 5; i++) {
      write("release.live");
    }
    tamper("update journal set actor_name = 'Somebody else' where sequence = 3");
    assertThat(journal.verify(organization).broken())
        .contains(new Journal.Broken(3, Journal.Fault.CHANGED));
  }

  @Test
  void anEntryThatWasTakenOutIsFoundInTheMiddleAndAtTheNewestEnd() {
    for (var i = 0; i < 5; i++) {
      write("release.live");
    }
    tamper("delete from journal where sequence = 5");
    assertThat(journal.verify(organization).broken())
        .contains(new Journal.Broken(5, Journal.Fault.MISSING));
    tamper("delete from journal where sequence = 2");
    assertThat(journal.verify(organization).broken())
        .contains(new Journal.Broken(2, Journal.Fault.MISSING));
  }

  @Test
  void theApiVerifiesAndExportsWhatTheFiltersPick() {
    organization = server.organization().id();
    write("app.exported");
    server.clock().jump(Duration.ofDays(1));
    write("app.exported");
    var client = server.token(Role.DEVELOPER, "journal:read");
    assertThat(client.get("/api/v1/journal/verification").json().path("broken").isMissingNode())
        .isTrue();
    var all = client.get("/api/v1/journal/export?verb=app.exported").body().lines().toList();
    assertThat(all).hasSize(2).allMatch(line -> line.contains("\"verb\":\"app.exported\""));
    var later = client.get("/api/v1/journal/export?verb=app.exported&from=2026-03-05T00:00:00Z");
    assertThat(later.body().lines()).hasSize(1);
    assertThat(client.get("/api/v1/journal?from=yesterday").status()).isEqualTo(422);
    var table = client.get("/api/v1/journal/export?verb=app.exported&format=csv").body().lines();
    assertThat(table.toList())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("\"sequence\",\"at\",\"actor_kind\"");
    assertThat(client.get("/api/v1/journal/export?format=pdf").status()).isEqualTo(422);
  }

  /// As somebody with the keys to the database would.
  private void tamper(String change) {
    var sql = JdbcClient.create(server.dataSource());
    sql.sql("alter table journal disable trigger journal_append_only").update();
    sql.sql(change + " and organization_id = ?").param(organization.value()).update();
    sql.sql("alter table journal enable trigger journal_append_only").update();
  }

  @Test
  void filtersPickVerbsFamiliesAndSubjects() {
    write("app.created");
    write("release.live");
    write("release.failed");
    journal.write(Fact.ofServer(organization, "release.live", Subject.of("app", "other", "Other")));
    assertThat(newest(filter("release.*", null))).hasSize(3);
    assertThat(newest(filter("release.live", null))).hasSize(2);
    assertThat(newest(filter("release.live", "other"))).hasSize(1);
    assertThat(newest(filter("rel", null))).isEmpty();
    assertThat(newest(Journal.Filter.ALL)).hasSize(4);
  }

  @Test
  void theApiShowsTheNewestFirstAndGoesOnByCursor() {
    organization = server.organization().id();
    for (var i = 0; i < 5; i++) {
      write("app.saved");
    }
    var client = server.token(Role.DEVELOPER, "journal:read");
    var first = client.get("/api/v1/journal?verb=app.saved&limit=3");
    var rest =
        client.get("/api/v1/journal?verb=app.saved&limit=3&cursor=" + first.text("/next_cursor"));
    assertThat(first.json().at("/items")).hasSize(3);
    assertThat(rest.json().at("/items")).hasSize(2);
    assertThat(rest.json().at("/next_cursor").isMissingNode()).isTrue();
    assertThat(first.json().at("/items/0/sequence").asLong())
        .isGreaterThan(rest.json().at("/items/0/sequence").asLong());
    assertThat(first.text("/items/0/actor/kind")).isEqualTo("server");
    assertThat(first.text("/items/0/at")).isEqualTo(server.clock().instant().toString());
  }

  private long write(String verb) {
    return journal.write(Fact.ofServer(organization, verb, APP));
  }

  private List<Entry> newest(Journal.Filter filter) {
    return journal.newestFirst(organization, filter, OptionalLong.empty(), 10);
  }

  private static Journal.Filter filter(String verb, @Nullable String subject) {
    return new Journal.Filter(
        Optional.of(verb),
        Optional.empty(),
        Optional.ofNullable(subject),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<String> verbs(List<Entry> entries) {
    return entries.stream().map(Entry::verb).toList();
  }
}
