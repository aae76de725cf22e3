package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.wayfare.testing.Soon;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Turns that ask the world outside, as those who talk to them meet it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsksTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String OF =
      " where journey_id in (select id from journey where phone = '%s')";

  private final AskWorld asks = new AskWorld(Outward.class);
  private final TestWorld world = asks.world;
  private final Service service = asks.service;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private int phones;

  @AfterAll
  void close() {
    threads.close();
    asks.close();
  }

  private String somebody() {
    var phone = "+1555888%04d".formatted(phones++);
    assertThat(asks.text(phone, "hi")).isEqualTo("Which?");
    return phone;
  }

  @Test
  void theReplyHoldsTheAnswer() {
    var ada = somebody();
    assertThat(asks.text(ada, "lamp")).isEqualTo("One moment. / lamp comes on Monday. / Which?");
    assertThat(service.calls("/lamp"))
        .singleElement()
        .satisfies(call -> assertThat(call.key()).matches("[0-9a-f-]{36}-2\\.1"))
        .satisfies(call -> assertThat(call.secret()).isEqualTo(AskWorld.SECRET));
    assertThat(asks.turns(ada)).containsExactly("text", "text", "answer");
    assertThat(count("select count(*) from ask" + OF.formatted(ada))).isZero();
    assertThat(
            count(
                "select count(*) from inbox where open_until is not null and reply like '%lamp%'"))
        .isZero();
  }

  @Test
  void whoSawAReplyGrowFindsItWholeWhenTheChainHasEndedMeanwhile() {
    var said = asks.textTo(world.base(), somebody(), "lamp", "SMwhole");
    var jdbc = world.part(JdbcClient.class);
    var heard =
        jdbc.sql("select deployment_id, key from inbox where key like '% SMwhole'")
            .query()
            .singleRow();
    var deployment = (UUID) heard.get("deployment_id");
    var key = (String) heard.get("key");
    var chains = world.part(Chains.class);
    assertThat(chains.wholeReply(deployment, key, Duration.ZERO))
        .hasValueSatisfying(reply -> assertThat(String.join(" / ", reply)).isEqualTo(said));

    jdbc.sql("update inbox set open_until = now() where deployment_id = ? and key = ?")
        .params(deployment, key)
        .update();
    assertThat(chains.wholeReply(deployment, key, Duration.ZERO)).isEmpty();
    jdbc.sql("update inbox set open_until = null where deployment_id = ? and key = ?")
        .params(deployment, key)
        .update();
  }

  @Test
  void aWrongAnswerFailsTheStep() {
    assertThat(asks.text(somebody(), "wrong"))
        .isEqualTo("One moment. / No luck (HTTP_500). / Which?");
  }

  @Test
  void whereNothingIsBoundTheStepFails() {
    assertThat(asks.text(somebody(), "nowhere"))
        .isEqualTo("One moment. / No luck (CONNECTION_MISSING). / Which?");
  }

  @Test
  void anEmailIsSentAndABadAddressFailsTheStep() throws Exception {
    var ada = somebody();
    assertThat(asks.text(ada, "two at@once"))
        .isEqualTo("One moment. / No luck (EMAIL_ADDRESS_REFUSED). / Which?");
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      System.setProperty(Outward.MAIL_PORT, "" + mail.getSmtp().getPort());
      assertThat(asks.text(ada, "ann@example.com")).isEqualTo("One moment. / Mailed. / Which?");
      assertThat(mail.getReceivedMessages())
          .singleElement()
          .satisfies(it -> assertThat(it.getSubject()).isEqualTo("Hi ann@example.com"));
    } finally {
      mail.stop();
    }
  }

  @Test
  void aMailServerThatIsAwayIsTriedAgain() throws Exception {
    var ada = somebody();
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    var port = mail.getSmtp().getPort();
    mail.stop();
    System.setProperty(Outward.MAIL_PORT, "" + port);
    assertThat(asks.text(ada, "bo@example.com")).isEqualTo("One moment.");
    var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    back.start();
    try {
      world.clock().jump(Duration.ofMinutes(2));
      Soon.within(PATIENCE, "the rest by text", () -> world.sentTo(ada).size() == 2);
      assertThat(world.sentTo(ada)).containsExactly("Mailed.", "Which?");
      assertThat(back.getReceivedMessages()).hasSize(1);
    } finally {
      back.stop();
    }
  }

  @Test
  void aMailServerThatStaysAwayFailsTheStepInTheEnd() {
    var ada = somebody();
    System.setProperty(Outward.MAIL_PORT, "1");
    assertThat(asks.text(ada, "cy@example.com")).isEqualTo("One moment.");
    Soon.within(
        PATIENCE,
        "the last try",
        () -> {
          world.clock().jump(Duration.ofMinutes(61));
          return !world.sentTo(ada).isEmpty();
        });
    Soon.within(PATIENCE, "both texts", () -> world.sentTo(ada).size() == 2);
    assertThat(world.sentTo(ada)).containsExactly("No luck (EMAIL_NOT_SENT).", "Which?");
  }

  @Test
  void aTimerAsksAndWhatItTellsLeavesByItself() {
    var ada = somebody();
    assertThat(asks.text(ada, "later")).isEqualTo("One moment. / Later. / Which?");
    world.clock().jump(Duration.ofHours(1));
    Soon.within(PATIENCE, "the text", () -> !world.sentTo(ada).isEmpty());
    assertThat(world.sentTo(ada)).containsExactly("late comes on Monday.");
    assertThat(service.calls("/late")).hasSize(1);
    assertThat(asks.turns(ada)).containsExactly("text", "text", "timer", "answer");
  }

  @Test
  void whatIsTooSlowComesByItself() {
    var ada = somebody();
    service.shut();
    assertThat(asks.textTo(world.base(), ada, "slow1", "SMslow1")).isEqualTo("One moment.");
    assertThat(world.sentTo(ada)).isEmpty();
    assertThat(asks.textTo(world.base(), ada, "slow1", "SMslow1")).isEqualTo("One moment.");
    service.open();
    Soon.within(PATIENCE, "the answer by text", () -> world.sentTo(ada).size() == 2);
    assertThat(world.sentTo(ada)).containsExactly("slow1 comes on Monday.", "Which?");
    assertThat(service.calls("/slow1")).hasSize(1);
    assertThat(asks.textTo(world.base(), ada, "slow1", "SMslow1")).isEqualTo("One moment.");
  }

  @Test
  void aRepeatedWebhookWaitsForTheWholeReply() throws Exception {
    var ada = somebody();
    service.shut();
    var whole = "One moment. / slow2 comes on Monday. / Which?";
    var first = threads.submit(() -> asks.textTo(world.base(), ada, "slow2", "SMslow2"));
    Soon.within(PATIENCE, "the call", () -> service.calls("/slow2").size() == 1);
    var again = new ArrayList<>(List.of(first));
    for (var each = 0; each < 5; each++) {
      again.add(threads.submit(() -> asks.textTo(world.base(), ada, "slow2", "SMslow2")));
    }
    service.open();
    for (var reply : again) {
      assertThat(reply.get()).isEqualTo(whole);
    }
    assertThat(asks.textTo(world.base(), ada, "slow2", "SMslow2")).isEqualTo(whole);
    assertThat(service.calls("/slow2")).hasSize(1);
    assertThat(asks.turns(ada)).containsExactly("text", "text", "answer");
  }

  @Test
  void aSecondTextIsHeardAfterTheAnswer() throws Exception {
    var ada = somebody();
    service.shut();
    var first = threads.submit(() -> asks.text(ada, "slow3"));
    Soon.within(PATIENCE, "the call", () -> service.calls("/slow3").size() == 1);
    assertThat(asks.text(ada, "lamp3")).isEmpty();
    service.open();
    assertThat(first.get())
        .isEqualTo(
            "One moment. / slow3 comes on Monday. / Which? / One moment. / lamp3 comes on Monday."
                + " / Which?");
    assertThat(asks.turns(ada)).containsExactly("text", "text", "text", "answer", "answer");
  }

  @Test
  void aPageWaitsForTheAnswerAndIsThereLater() {
    var page = world.visit(world.startingLink("orders"));
    assertThat(world.submits(page, Map.of("path", "chair")).body())
        .contains("chair comes on Monday");
    service.shut();
    var slow = world.visit(world.startingLink("orders"));
    assertThat(world.submits(slow, Map.of("path", "slow4")).body()).doesNotContain("Monday");
    service.open();
    Soon.within(
        PATIENCE, "the page", () -> world.get(slow).body().contains("slow4 comes on Monday"));
    assertThat(service.calls("/slow4")).hasSize(1);
  }

  @Test
  void whatFailsTooOftenIsKeptAndSentAgain() {
    var ada = somebody();
    assertThat(asks.text(ada, "fault")).isEqualTo("One moment.");
    Soon.within(
        PATIENCE,
        "the last try",
        () -> {
          world.clock().jump(Duration.ofMinutes(61));
          world.runDue();
          return !world.api().get("asks/dead").path("items").isEmpty();
        });
    var dead = world.api().get("asks/dead").path("items").get(0);
    assertThat(dead.path("kind").asString()).isEqualTo("http");
    assertThat(dead.path("error").asString()).isEqualTo("IllegalStateException");
    assertThat(dead.path("tries").asInt()).isEqualTo(BackOff.TRIES);
    var journey = dead.path("journey").asString();
    world.api().post("journeys/" + journey + "/asks/2.1/send-again", Map.of());
    assertThat(world.api().get("asks/dead").path("items")).isEmpty();
  }

  @Test
  void whoStartsAnewIsNotAnsweredWhatTheOldJourneyAsked() {
    var ada = somebody();
    service.shut();
    assertThat(asks.text(ada, "slow5")).isEqualTo("One moment.");
    world.clock().jump(Duration.ofDays(31));
    assertThat(asks.text(ada, "hello again")).isEqualTo("Which?");
    assertThat(
            count(
                """
                select count(*) from ask where journey_id in
                  (select id from journey where standing <> 'open')"""))
        .isZero();
    service.open();
    assertThat(asks.text(ada, "lamp5")).isEqualTo("One moment. / lamp5 comes on Monday. / Which?");
    assertThat(world.sentTo(ada)).isEmpty();
  }

  @Test
  void noSecretIsInTheDatabaseInClear() throws Exception {
    var ada = somebody();
    service.shut();
    var first = threads.submit(() -> asks.text(ada, "slow6"));
    Soon.within(PATIENCE, "the call", () -> service.calls("/slow6").size() == 1);
    assertThat(count("select count(*) from ask" + OF.formatted(ada))).isEqualTo(1);
    var found = new ArrayList<String>();
    var hex = HexFormat.of().formatHex(AskWorld.SECRET.getBytes(StandardCharsets.UTF_8));
    for (var table : tables()) {
      if (count(
              "select count(*) from \"%s\" t where t::text like '%%%s%%' or t::text like '%%%s%%'"
                  .formatted(table, AskWorld.SECRET, hex))
          > 0) {
        found.add(table);
      }
    }
    service.open();
    first.get();
    assertThat(found).isEmpty();
  }

  private List<String> tables() {
    return world
        .part(JdbcClient.class)
        .sql("select tablename from pg_tables where schemaname = current_schema()")
        .query(String.class)
        .list();
  }

  private long count(String query) {
    return world.part(JdbcClient.class).sql(query).query(Long.class).single();
  }
}
