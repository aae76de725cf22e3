package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of the shelves that a whole organization shared, now that environments have theirs.
class SharedShelvesMigrationTest {
  private static final String BEFORE = "18";

  private static final UUID ORGANIZATION = UUID.randomUUID();
  private static final UUID STAGING = UUID.randomUUID();
  private static final UUID PRODUCTION = UUID.randomUUID();
  private static final UUID LAST = UUID.randomUUID();

  private static TestDatabase database;
  private static JdbcClient sql;

  private static final UUID TRIED = UUID.randomUUID();
  private static final UUID LIVE = UUID.randomUUID();

  @BeforeAll
  static void migrate() {
    database = TestDatabase.empty(DatabaseSettings.DEFAULT_MIGRATIONS);
    sql = JdbcClient.create(database.dataSource());
    var migrations = new Migrations(database.databaseUrl(), DatabaseSettings.DEFAULT_MIGRATIONS);
    migrations.towards("public", BEFORE);
    sql.sql("insert into organization values (?, 'Org', now())").param(ORGANIZATION).update();
    environment(STAGING, "Staging", 2);
    environment(PRODUCTION, "Production", 3);
    environment(LAST, "Berlin", 4);
    var app = UUID.randomUUID();
    sql.sql(
            """
            with a as (insert into app values (:app, :organization, 'app', 'App', 1, now()))
            insert into draft_revision values (:app, 1, '', '', now(), '')""")
        .param("app", app)
        .param("organization", ORGANIZATION)
        .update();
    deployment(app, TRIED, "QA", STAGING);
    deployment(app, LIVE, "Production", PRODUCTION);
    shelf("tried", TRIED);
    shelf("both", TRIED, LIVE);
    shelf("nobody");
    sql.sql(
            """
            insert into record_shelf (id, organization_id, deployment_id, name, shape, created_at)
            values (?, ?, ?, 'own', ?, now())""")
        .params(UUID.randomUUID(), ORGANIZATION, TRIED, shape(TRIED))
        .update();
    migrations.toLatest("public");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static void environment(UUID id, String name, int position) {
    sql.sql(
            """
            insert into environment (id, organization_id, name, position, created_at)
            values (?, ?, ?, ?, now())""")
        .params(id, ORGANIZATION, name, position)
        .update();
  }

  private static void deployment(UUID app, UUID id, String profile, UUID environment) {
    var settings = UUID.randomUUID();
    sql.sql("insert into profile values (?, ?, ?, ?, 1, 'en', 'Europe/Berlin', 30, 1, now())")
        .params(settings, app, profile, environment)
        .update();
    sql.sql("insert into deployment values (?, ?, ?, ?)")
        .params(id, ORGANIZATION, app, settings)
        .update();
  }

  private static void shelf(String name, UUID... declaredBy) {
    sql.sql(
            """
            insert into record_shelf (id, organization_id, name, shape, created_at)
            values (?, ?, ?, ?, now())""")
        .params(UUID.randomUUID(), ORGANIZATION, name, shape(declaredBy))
        .update();
  }

  private static String shape(UUID... declaredBy) {
    var declared = new StringBuilder();
    for (var deployment : declaredBy) {
      declared
          .append(declared.isEmpty() ? "" : ",")
          .append("\"%s\":{\"fields\":{\"size\":1,\"at\":2}}".formatted(deployment));
    }
    return "{\"declared\":{%s},\"types\":{\"size\":\"text\",\"at\":\"date\"},\"rules\":[],\"indexes\":[[\"at\"]]}"
        .formatted(declared);
  }

  private static Object of(String name, String column) {
    return sql.sql("select %s from record_shelf where name = ?".formatted(column))
        .param(name)
        .query()
        .singleValue();
  }

  @Test
  void whatOneEnvironmentUsesGoesThere() {
    assertThat(of("tried", "environment_id")).isEqualTo(STAGING);
    assertThat(of("tried", "shape")).isEqualTo(shape(TRIED));
  }

  @Test
  void whatSeveralUseGoesToProductionAndTheOthersLetGo() {
    assertThat(of("both", "environment_id")).isEqualTo(PRODUCTION);
    assertThat(of("both", "shape").toString().replace(" ", ""))
        .as("with its fields in their order")
        .isEqualTo(shape(LIVE));
  }

  @Test
  void whatNobodyUsesGoesToProduction() {
    assertThat(of("nobody", "environment_id")).isEqualTo(PRODUCTION);
  }

  @Test
  void whatIsAnAppsOwnStaysSo() {
    assertThat(
            sql.sql("select environment_id is null from record_shelf where name = 'own'")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void anEnvironmentHasOneOfAName() {
    assertThat(List.of(add(STAGING), add(STAGING), add(PRODUCTION))).containsExactly(1, 0, 1);
  }

  private static int add(UUID environment) {
    return sql.sql(
            """
            insert into record_shelf
              (id, organization_id, environment_id, name, shape, created_at)
            values (?, ?, ?, 'new', '{}', now()) on conflict do nothing""")
        .params(UUID.randomUUID(), ORGANIZATION, environment)
        .update();
  }
}
