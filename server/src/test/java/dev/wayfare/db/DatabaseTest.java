package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseTest {
  private static final String TINY = "classpath:db/tiny";

  @Test
  void theEmbeddedOneOpensMigratedAndStopsOnClose() {
    var data = TestFolders.fresh();
    var settings = DatabaseSettings.embedded(data).withMigrations(TINY).withPoolSize(1);
    EmbeddedPostgres server;
    try (var database = Database.open(settings)) {
      server = database.embedded().orElseThrow();
      assertThat(people(database)).isZero();
      assertThat(database.place()).startsWith("postgresql://127.0.0.1:" + server.port());
    }
    assertThat(new Postmaster(server.pid(), 0, "").isAlive()).isFalse();
    FileTree.delete(data);
  }

  @Test
  void manyProcessesThatStartAtOnceMigrateOnce() throws Exception {
    try (var empty = TestDatabase.empty(TINY);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var starts =
          IntStream.range(0, 6)
              .<Callable<Integer>>mapToObj(
                  _ ->
                      () -> {
                        try (var database = Database.open(external(empty))) {
                          return people(database);
                        }
                      })
              .toList();
      for (var start : threads.invokeAll(starts)) {
        assertThat(start.get()).isZero();
      }
    }
  }

  @Test
  void aServerOfVersion15IsWelcome() throws Exception {
    var installed = TestFolders.installed(15);
    assumeTrue(installed.isPresent(), "PostgreSQL 15 is not installed here");
    var home = new ClusterHome(TestFolders.fresh());
    try (var server = EmbeddedPostgres.start(home, installed::get);
        var database = Database.open(at(server.url()))) {
      var jdbc = JdbcClient.create(database.dataSource());
      assertThat(jdbc.sql("show server_version_num").query(Integer.class).single())
          .isBetween(150_000, 159_999);
      assertThat(people(database)).isZero();
    }
    FileTree.delete(home.folder());
  }

  @Test
  void theTestsRunOnTheServerThatWasAskedFor() {
    try (var test = TestDatabase.fresh(TINY)) {
      var number = JdbcClient.create(test.dataSource()).sql("show server_version_num");
      assertThat(number.query(Integer.class).single() / 10_000)
          .isEqualTo(Integer.getInteger("wayfare.test.postgres", 18));
      assertThat(test.settings().poolSize()).isEqualTo(Integer.getInteger("wayfare.test.pool", 1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17, 18})
  void versions15To18AreAccepted(int major) {
    assertThat(new ServerFacts(major, "UTF8").refusal()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 14, 19})
  void othersAreRefusedByName(int major) {
    assertThat(new ServerFacts(major, "UTF8").refusal().orElseThrow())
        .hasMessageContaining("15 to 18")
        .hasMessageContaining("PostgreSQL " + major);
  }

  @Test
  void anotherEncodingIsRefused() {
    assertThat(new ServerFacts(18, "LATIN1").refusal().orElseThrow())
        .hasMessageContaining("LATIN1");
  }

  @Test
  void aWrongPasswordIsToldWithoutThePassword() {
    try (var test = TestDatabase.fresh(TINY)) {
      var wrong = new DatabaseUrl(test.databaseUrl().jdbc(), "wayfare", "guessed-word");
      assertThatThrownBy(() -> Database.open(at(wrong)))
          .isInstanceOf(DatabaseTrouble.class)
          .hasMessageContaining("does not let us in")
          .hasMessageNotContaining("guessed-word");
    }
  }

  @Test
  void aMigrationThatWasChangedAfterwardsStopsTheStart() {
    try (var test = TestDatabase.fresh(TINY)) {
      JdbcClient.create(test.dataSource())
          .sql("update flyway_schema_history set checksum = 1 where version = '1'")
          .update();
      assertThatThrownBy(() -> Database.open(external(test)))
          .isInstanceOfSatisfying(
              DatabaseTrouble.class,
              trouble ->
                  assertThat(trouble.code()).isEqualTo(DatabaseTrouble.Code.MIGRATION_FAILED));
    }
  }

  @Test
  void everyTestHasItsOwn() {
    try (var one = TestDatabase.fresh(TINY);
        var other = TestDatabase.fresh(TINY)) {
      JdbcClient.create(one.dataSource()).sql("insert into person (name) values ('Ann')").update();
      assertThat(people(one.database())).isEqualTo(1);
      assertThat(people(other.database())).isZero();
    }
  }

  private static DatabaseSettings external(TestDatabase test) {
    return DatabaseSettings.external(test.url()).withMigrations(TINY).withPoolSize(1);
  }

  private static DatabaseSettings at(DatabaseUrl url) {
    return new DatabaseSettings(new DatabaseSettings.Place.External(url), 1, TINY);
  }

  private static int people(Database database) {
    return JdbcClient.create(database.dataSource())
        .sql("select count(*) from person")
        .query(Integer.class)
        .single();
  }
}
