package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupsTest {
  private static final String TINY = "classpath:db/tiny";
  private final List<AutoCloseable> open = new ArrayList<>();
  private final TestDatabase full = opened(TestDatabase.fresh(TINY));

  @AfterEach
  void tidy() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void everyColumnComesBackAsItWas() {
    fill(full);
    var backup = backup(full);
    for (var target : List.of(TestDatabase.empty(TINY), TestDatabase.fresh(TINY))) {
      opened(target);
      var summary = restore(target, backup, Backups.Existing.KEEP);
      assertThat(summary).isEqualTo(new Backups.Summary("2", 3, 6));
      assertThat(contents(target)).isEqualTo(contents(full)).hasSize(6);
    }
  }

  @Test
  void sequencesGoOnWhereTheyWere() {
    fill(full);
    var expected = List.of(next(full, "ticket"), next(full, "person_id_seq"));
    assertThat(expected).containsExactly(102L, 3L);
    var target = opened(TestDatabase.fresh(TINY));
    restore(target, backup(full), Backups.Existing.KEEP);
    assertThat(List.of(next(target, "ticket"), next(target, "person_id_seq")))
        .containsExactly(103L, 4L);
  }

  @Test
  void foreignKeysHoldAfterwards() {
    fill(full);
    var target = opened(TestDatabase.fresh(TINY));
    restore(target, backup(full), Backups.Existing.KEEP);
    assertThatThrownBy(
            () ->
                jdbc(target).sql("insert into person (name, friend_id) values ('X', 99)").update())
        .hasMessageContaining("person_friend_id_fkey");
    assertThatThrownBy(() -> jdbc(target).sql("delete from city").update())
        .hasMessageContaining("person_city");
  }

  @Test
  void anOlderSchemaIsRestoredAndBroughtToToday() {
    var old = opened(TestDatabase.empty(TINY));
    new Migrations(old.databaseUrl(), TINY).towards("public", "1");
    jdbc(old).sql("insert into person (name) values ('Ann')").update();
    var target = opened(TestDatabase.fresh(TINY));
    assertThat(restore(target, backup(old), Backups.Existing.KEEP).schemaVersion()).isEqualTo("1");
    assertThat(jdbc(target).sql("select name from person").query(String.class).list())
        .containsExactly("Ann");
    assertThat(jdbc(target).sql("select count(*) from everything").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aSchemaOfTomorrowIsRefused() {
    jdbc(full)
        .sql(
            """
            insert into flyway_schema_history
              (installed_rank, version, description, type, script, installed_by, execution_time, success)
            values (9, '9', 'tomorrow', 'SQL', 'V9__tomorrow.sql', 'x', 1, true)""")
        .update();
    var target = opened(TestDatabase.fresh(TINY));
    refused(target, backup(full), DatabaseTrouble.Code.BACKUP_TOO_NEW);
  }

  @Test
  void dataIsReplacedOnlyWhenAskedFor() {
    fill(full);
    var target = opened(TestDatabase.fresh(TINY));
    jdbc(target).sql("insert into person (name) values ('Zoe')").update();
    var backup = backup(full);
    refused(target, backup, DatabaseTrouble.Code.DATABASE_NOT_EMPTY);
    restore(target, backup, Backups.Existing.REPLACE);
    assertThat(contents(target)).isEqualTo(contents(full));
  }

  @Test
  void aCutFileChangesNothing() {
    fill(full);
    var whole = backup(full);
    var target = opened(TestDatabase.empty(TINY));
    for (var length : List.of(0, 1, whole.length / 2, whole.length - 30, whole.length - 1)) {
      refused(target, Arrays.copyOf(whole, length), DatabaseTrouble.Code.BACKUP_DAMAGED);
    }
    assertThat(relations(target)).isEmpty();
  }

  @Test
  void alteredRowsAreNoticed() throws IOException {
    fill(full);
    var target = opened(TestDatabase.fresh(TINY));
    refused(
        target,
        edited(backup(full), "tables/person.copy", "Ann", "Eve"),
        DatabaseTrouble.Code.BACKUP_DAMAGED);
    refused(
        target,
        edited(backup(full), "manifest.txt", "\nend\n", "\n"),
        DatabaseTrouble.Code.BACKUP_DAMAGED);
  }

  @Test
  void rowsThatTheSchemaRefusesLeaveTheOldOnesInPlace() throws IOException {
    fill(full);
    var target = opened(TestDatabase.fresh(TINY));
    jdbc(target).sql("insert into person (name) values ('Zoe')").update();
    var wrong = edited(backup(full), "manifest.txt", "table\tcity\t1", "table\tcity\t2");
    assertThatThrownBy(() -> restore(target, wrong, Backups.Existing.REPLACE))
        .hasMessageContaining("city should have 2 rows and has 1");
    assertThat(jdbc(target).sql("select name from person").query(String.class).list())
        .containsExactly("Zoe");
    assertThat(schemas(target)).doesNotContain("wayfare_restore");
  }

  @Test
  void aProcessAtWorkIsNotPulledAway() {
    var backup = backup(full);
    var target = opened(TestDatabase.fresh(TINY));
    var other = opened(Database.open(DatabaseSettings.external(target.url()).withMigrations(TINY)));
    JdbcClient.create(other.dataSource()).sql("select 1").query(Integer.class).single();
    refused(target, backup, DatabaseTrouble.Code.DATABASE_BUSY);
  }

  @Test
  void tablesOfSomebodyElseAreNotSweptAway() {
    var backup = backup(full);
    var target = opened(TestDatabase.fresh(TINY));
    jdbc(target).sql("create table theirs (n int)").update();
    refused(target, backup, DatabaseTrouble.Code.DATABASE_NOT_EMPTY);
    assertThat(relations(target)).contains("theirs");
  }

  @Test
  void aBackupIsOneSnapshot() throws Exception {
    fill(full);
    try (var connection = full.databaseUrl().connect()) {
      // as soon as the first bytes leave, somebody writes into a table still to come
      var target =
          new OutputStream() {
            private boolean written;

            @Override
            public void write(int one) {
              if (!written) {
                written = true;
                jdbc(full).sql("insert into person (name) values ('Late')").update();
              }
            }
          };
      var manifest = new BackupWriter(connection).write(target);
      assertThat(manifest.rows()).isEqualTo(6);
    }
    assertThat(jdbc(full).sql("select count(*) from person").query(Integer.class).single())
        .isEqualTo(3);
  }

  private static void fill(TestDatabase test) {
    var jdbc = jdbc(test);
    // the friend has the greater number, and the city's mayor lives in the city: no order of rows
    // or tables fits
    for (var statement :
        """
        insert into person (name) values ('Ann'), ('Bo\tb \\ "x" \n é 😀');
        update person set friend_id = 2 where id = 1;
        insert into city values ('00000000-0000-0000-0000-000000000001', 1);
        update person set city_id = '00000000-0000-0000-0000-000000000001';
        select nextval('ticket'), nextval('ticket')
        """
            .split(";\n", -1)) {
      if (statement.startsWith("select")) {
        jdbc.sql(statement).query((_, _) -> 0).list();
      } else {
        jdbc.sql(statement).update();
      }
    }
    jdbc.sql(
            """
            insert into everything
            select gen_random_uuid(), 'x' || n, true, -7, 12345.60, 0.1::float8 + 0.2,
                   '2026-03-29 02:30:00.123456+13:45', '2024-02-29', '\\x00ff5c0a09'::bytea,
                   '{"a": [1, 2.50, null, "\\u00e9 \\\\ \\n"], "b": {}}', array['a,b', null, '{}', ''],
                   '2001:db8::1', '1 year 2 days 03:04:05.6'
              from generate_series(1, 2) n""")
        .update();
    jdbc.sql("insert into everything (deployment, id) values (gen_random_uuid(), '')").update();
  }

  private static List<String> contents(TestDatabase test) {
    var rows = new ArrayList<String>();
    for (var table : List.of("person", "city", "everything")) {
      rows.addAll(
          jdbc(test)
              .sql("select t::text from %s t order by 1".formatted(table))
              .query(String.class)
              .list());
    }
    return rows;
  }

  private void refused(TestDatabase target, byte[] backup, DatabaseTrouble.Code code) {
    var before = relations(target);
    assertThatThrownBy(() -> restore(target, backup, Backups.Existing.KEEP))
        .isInstanceOfSatisfying(
            DatabaseTrouble.class, trouble -> assertThat(trouble.code()).isEqualTo(code));
    assertThat(relations(target)).isEqualTo(before);
    assertThat(schemas(target)).doesNotContain("wayfare_restore");
  }

  private static byte[] backup(TestDatabase test) {
    var bytes = new ByteArrayOutputStream();
    new Backups(test.database()).backup(bytes);
    return bytes.toByteArray();
  }

  private static Backups.Summary restore(
      TestDatabase target, byte[] backup, Backups.Existing existing) {
    return new Backups(target.database()).restore(new ByteArrayInputStream(backup), existing);
  }

  private static byte[] edited(byte[] zip, String entry, String from, String to)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
        var out = new ZipOutputStream(bytes)) {
      for (var each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(each.getName()));
        var content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        var after = each.getName().equals(entry) ? content.replace(from, to) : content;
        out.write(after.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static List<String> relations(TestDatabase test) {
    return names(test, "select relname from pg_class where relnamespace = 'public'::regnamespace");
  }

  private static List<String> schemas(TestDatabase test) {
    return names(test, "select nspname from pg_namespace");
  }

  private static List<String> names(TestDatabase test, String query) {
    return jdbc(test).sql(query + " order by 1").query(String.class).list().stream()
        .map(Objects::toString)
        .toList();
  }

  private static long next(TestDatabase test, String sequence) {
    return jdbc(test)
        .sql("select nextval(:sequence)")
        .param("sequence", sequence)
        .query(Long.class)
        .single();
  }

  private static JdbcClient jdbc(TestDatabase test) {
    return JdbcClient.create(test.dataSource());
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.add(resource);
    return resource;
  }
}
