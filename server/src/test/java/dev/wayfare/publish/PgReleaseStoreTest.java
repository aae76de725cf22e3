package dev.wayfare.publish;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.testing.AppServer;
import dev.wayfare.testing.Desk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database itself holds, whatever the program does.
class PgReleaseStoreTest {
  @TempDir static Path folder;

  private static TestDatabase database;
  private static AppServer server;
  private static JdbcClient sql;
  private static PgReleaseStore store;
  private static Entrance live;
  private static Entrance other;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    server = AppServer.start(database, folder);
    sql = JdbcClient.create(database.dataSource());
    store = server.bean(PgReleaseStore.class);
    live = published("one");
    other = published("two");
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  private static Entrance published(String name) {
    var desk = Desk.create(server.admin(), name);
    var number = new PhoneNumber(desk.ready());
    ok(desk.publish("Production", "r2"), 201);
    return server.bean(LiveReleases.class).byNumber(number).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update release set note = 'x'",
        "delete from release",
        "truncate release cascade",
        "update version set document = '{}'",
        "delete from version",
        "truncate version cascade",
        "update draft_revision set document = '{}'",
        "delete from draft_revision",
        "update profile_secret set fingerprint = 'x' where false or true"
      })
  void whatWasSealedIsNeverChanged(String statement) {
    sql.sql(
            """
            insert into profile_secret (id, profile_id, name, sealed, fingerprint, created_at)
            select gen_random_uuid(), id, 'k', '', 'f', now() from profile limit 1""")
        .update();
    assertThatThrownBy(() -> sql.sql(statement).update()).hasMessageContaining("is refused");
  }

  @Test
  void aDeploymentPointsOnlyAtAReleaseOfItsOwn() {
    assertThatThrownBy(
            () -> store.pointTo(live.deployment(), Optional.of(other.release()), Instant.EPOCH))
        .hasMessageContaining("violates foreign key");
  }

  @Test
  void aResourceIsLiveInOneDeploymentOnly() {
    var taken = resource(other);
    assertThatThrownBy(() -> store.claim(live.deployment(), Map.of("text", taken)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void aNumberIsLiveOnceWhoeverRegisteredIt() {
    var taken = resource(other);
    var twin = UUID.randomUUID();
    sql.sql(
            """
            insert into connected_account (id, organization_id, environment_id, kind, name,
                                           settings, created_at)
            select :id, organization_id, id, 'simulator', 'Twin', '{}', now()
              from environment where name = 'Staging'""")
        .param("id", twin)
        .update();
    sql.sql(
            """
            insert into resource (id, organization_id, environment_id, kind, name, address,
                                  account_id, texts, created_at)
            select :id, organization_id, environment_id, 'phone_number', 'twin', :address, id,
                   true, now()
              from connected_account where id = :id""")
        .param("id", twin)
        .param("address", taken.address())
        .update();
    assertThatThrownBy(
            () ->
                store.claim(
                    live.deployment(), Map.of("text", new Bound.Number(twin, taken.address()))))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void everyChangeOfTheRoutingIsCounted() {
    var routing = new PgRoutingStore(sql);
    var before = routing.change();
    sql.sql("update resource set name = name").update();
    assertThat(routing.change()).isGreaterThan(before);
  }

  @Test
  void aStartingLinkIsMadeOnce() {
    var first = store.startingLink(live.deployment(), "another");
    assertThat(first).hasSize(21);
    assertThat(store.startingLink(live.deployment(), "another")).isEqualTo(first);
    assertThat(store.startingLink(other.deployment(), "another")).isNotEqualTo(first);
  }

  private static Bound resource(Entrance entrance) {
    return ManifestJson.read(store.manifest(entrance.release()).orElseThrow())
        .bindings()
        .get("text");
  }
}
