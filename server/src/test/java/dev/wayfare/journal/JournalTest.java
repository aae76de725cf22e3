package dev.wayfare.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.http.Role;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
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
    assertThat(first.text("/items/0/at")).isEqualTo("2026-03-04T05:06:07Z");
  }

  private long write(String verb) {
    return journal.write(Fact.ofServer(organization, verb, APP));
  }

  private List<Entry> newest(Journal.Filter filter) {
    return journal.newestFirst(organization, filter, OptionalLong.empty(), 10);
  }

  private static Journal.Filter filter(String verb, @Nullable String subject) {
    return new Journal.Filter(Optional.of(verb), Optional.empty(), Optional.ofNullable(subject));
  }

  private static List<String> verbs(List<Entry> entries) {
    return entries.stream().map(Entry::verb).toList();
  }
}
