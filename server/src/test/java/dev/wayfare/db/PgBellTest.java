package dev.wayfare.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.testing.HeardLog;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PgBellTest {
  private final TestDatabase test = TestDatabase.fresh("classpath:db/tiny");
  private final Database here = database();
  private final Database there = database();
  private final PgBell ours = PgBell.open(here);
  private final PgBell theirs = PgBell.open(there);
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void tidy() {
    ours.close();
    theirs.close();
    here.close();
    there.close();
    test.close();
  }

  @Test
  void aRingIsHeardInEveryProcess() throws Exception {
    listen(ours, "here");
    listen(theirs, "there");
    theirs.ring("releases", "app 12");
    assertThat(new String[] {next(), next()})
        .containsExactlyInAnyOrder("here: app 12", "there: app 12");
  }

  @Test
  void otherTopicsStaySilent() throws Exception {
    listen(ours, "here");
    ours.ring("people", "Ann");
    ours.ring("releases", "");
    assertThat(next()).isEqualTo("here: ");
  }

  @Test
  void aRingIsHeardWhenItsTransactionCommitsAndOnlyThen() throws Exception {
    listen(ours, "here");
    var transaction = new TransactionTemplate(new JdbcTransactionManager(there.dataSource()));
    transaction.executeWithoutResult(
        status -> {
          theirs.ring("releases", "taken back");
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(_ -> theirs.ring("releases", "kept"));
    assertThat(next()).isEqualTo("here: kept");
  }

  @Test
  void aStatementMayRingByItself() throws Exception {
    listen(ours, "here");
    JdbcClient.create(there.dataSource())
        .sql("with a as (select pg_notify('wayfare', 'releases ' || 7)) select count(*) from a")
        .query(Integer.class)
        .single();
    assertThat(next()).isEqualTo("here: 7");
  }

  @Test
  void afterALostConnectionEverybodyReadsAgainAndHearsAsBefore() throws Exception {
    listen(ours, "here");
    JdbcClient.create(there.dataSource())
        .sql(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
             where datname = current_database() and query = 'listen wayfare'""")
        .query(Integer.class)
        .single();
    assertThat(next()).isEqualTo("here missed");
    theirs.ring("releases", "again");
    assertThat(next()).isEqualTo("here: again");
  }

  @Test
  void aListenerThatFailsDoesNotSilenceTheOthers() throws Exception {
    try (var log = new HeardLog(PgBell.class)) {
      ours.on(
          "releases",
          () -> {
            throw new IllegalStateException("of this listener");
          });
      listen(ours, "here");
      ours.ring("releases", "1");
      ours.ring("releases", "2");
      assertThat(next()).isEqualTo("here: 1");
      assertThat(next()).isEqualTo("here: 2");
      assertThat(log.lines()).hasSize(2).allMatch(line -> line.contains("topic releases failed"));
    }
  }

  @Test
  void aTopicIsOneWord() {
    assertThatThrownBy(() -> ours.ring("two words", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void listen(PgBell bell, String name) {
    bell.on(
        "releases", payload -> heard.add(name + ": " + payload), () -> heard.add(name + " missed"));
  }

  private String next() throws InterruptedException {
    var next = heard.poll(20, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  private Database database() {
    return Database.open(
        DatabaseSettings.external(test.url()).withMigrations("classpath:db/tiny").withPoolSize(1));
  }
}
