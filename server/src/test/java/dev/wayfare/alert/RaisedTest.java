package dev.wayfare.alert;

import static dev.wayfare.testing.Desk.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.TextReply;
import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.journal.Fact;
import dev.wayfare.journal.Journal;
import dev.wayfare.journal.Subject;
import dev.wayfare.kernel.OrganizationId;
import dev.wayfare.runtime.Workers;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is raised beside journeys, who gets it, and what several servers and organizations do to
/// each other: nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaisedTest {
  private final AlertWorld world = new AlertWorld();

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void aFailedPublishIsRaisedOnceAndOverWithTheNextThatIsLive() {
    var talk = world.app("desk", "error", 1);
    world.webhook("/publish", "publish_failed");
    world.webhook("/deaf", "certificate");
    world.runDue();
    failed("desk", "The proof of the text entrance had no answer.");
    failed("desk", "The proof of the text entrance had no answer.");
    world.runDue().runDue();
    var message = world.hookTexts("/publish").getFirst();
    assertThat(message.path("text").asString())
        .startsWith(
            "Publishing desk under Production failed: The proof of the text entrance had no"
                + " answer.");
    assertThat(message.path("link").asString()).isEqualTo("https://wayfare.example/apps/desk");
    assertThat(message.path("app").asString()).isEqualTo("desk");
    assertThat(world.onlyAlert("desk").path("total").asInt()).isEqualTo(2);
    world.pass(Duration.ofHours(2));
    assertThat(world.onlyAlert("desk").path("state").asString())
        .as("silence is no success")
        .isEqualTo("open");
    talk.publishesAnother();
    world.runDue();
    assertThat(world.hookTexts("/publish").getLast().path("news").asString())
        .isEqualTo("recovered");
    assertThat(world.hookTexts("/deaf")).isEmpty();
  }

  @Test
  void aChannelOnWhichTheServerItselfFailsIsRaised() {
    var talk = world.app("shop", "error", 1);
    world.webhook("/channels", "channel_failing");
    world.runDue();
    var sql = JdbcClient.create(world.server.dataSource());
    sql.sql("alter table trail rename to trail_away").update();
    try {
      assertThat(talk.hears("fail")).isInstanceOf(TextReply.Unavailable.class);
      assertThat(talk.hears("fail")).isInstanceOf(TextReply.Unavailable.class);
    } finally {
      sql.sql("alter table trail_away rename to trail").update();
    }

    world.runDue().runDue();

    assertThat(world.hookTexts("/channels")).hasSize(1);
    var message = world.hookTexts("/channels").getFirst();
    assertThat(message.path("text").asString())
        .startsWith(
            "The server fails (BadSqlGrammarException) at what comes by text to shop under"
                + " Production.");
    assertThat(message.path("link").asString()).isEqualTo("https://wayfare.example/apps/shop");
    world.pass(Duration.ofHours(2));
    world.runDue();
    assertThat(world.hookTexts("/channels").getLast().path("news").asString())
        .isEqualTo("recovered");
  }

  private void failed(String app, String problem) {
    world
        .server
        .bean(Journal.class)
        .write(
            Fact.ofServer(
                    world.server.organization().id(),
                    "release.failed",
                    Subject.of("release", new UUID(3, 4), app + " Production #2"))
                .with("app", app)
                .with("profile", "Production")
                .with("problem", problem));
  }

  @Test
  void aCertificateThatNobodyRenewsIsRaisedOnceAndOverWhenItIsRenewed() {
    world.webhook("/renewals", "certificate");
    world.runDue();
    certificate("domain.certificate_ends", "2026-03-09T00:00:00Z");
    world.runDue().runDue();
    assertThat(world.hookTexts("/renewals")).hasSize(1);
    assertThat(world.hookTexts("/renewals").getFirst().path("text").asString())
        .startsWith("The certificate of help.example.com is good until 2026-03-09T00:00:00Z");
    certificate("domain.certificate_renewed", "2026-06-09T00:00:00Z");
    world.runDue().runDue();
    assertThat(world.hookTexts("/renewals").getLast().path("news").asString())
        .isEqualTo("recovered");
  }

  private void certificate(String verb, String until) {
    world
        .server
        .bean(Journal.class)
        .write(
            Fact.ofServer(
                    world.server.organization().id(),
                    verb,
                    Subject.of("domain", new UUID(5, 6), "Help"))
                .with("address", "help.example.com")
                .with("until", until));
  }

  @Test
  void whatIsRaisedIsCountedAndOverWhenSomebodySaysSo() {
    world.webhook("/tls", "certificate");
    var alerts = world.server.bean(Alerts.class);
    var raised =
        new Raised(
            world.server.organization().id(),
            AlertKind.CERTIFICATE,
            "shop.example",
            Optional.empty(),
            "The certificate of shop.example ends in 5 days.",
            "/resources");
    alerts.over(raised);
    world.runDue();
    assertThat(world.hookTexts("/tls")).as("it was never there").isEmpty();
    alerts.raise(raised);
    alerts.raise(raised);
    world.runDue();
    assertThat(world.hookTexts("/tls")).hasSize(1);
    alerts.over(raised);
    world.runDue();
    assertThat(world.hookTexts("/tls").getLast().path("title").asString())
        .isEqualTo("Recovered: A certificate ends soon");
  }

  @Test
  void nobodyOfAnotherOrganizationIsToldOrSeesAnything() {
    var theirs = another();
    var hook =
        ok(
                theirs.post(
                    "/api/v1/notifiers",
                    """
                    {"kind": "webhook", "name": "Theirs", "url": "%s", "secret": "%s",
                     "receives": ["publish_failed", "channel_failing", "certificate"]}"""
                        .formatted(world.receiver.url("/theirs"), AlertWorld.KEY)),
                201)
            .text("/id");
    world.app("ours", "error", 1, hook).says("fail");
    failed("ours", "It failed.");
    world.runDue();
    assertThat(world.alerts("ours")).hasSize(2);
    assertThat(world.receiver.posts("/theirs")).isEmpty();
    assertThat(theirs.get("/api/v1/alerts").json().path("items")).isEmpty();
    ok(world.api.get("/api/v1/notifiers/" + hook), 404);
    ok(world.api.post("/api/v1/notifiers/" + hook + "/test", ""), 404);
    ok(world.api.delete("/api/v1/notifiers/" + hook), 404);
    assertThat(world.api.get("/api/v1/notifiers").body()).doesNotContain("Theirs");
  }

  private Client another() {
    var id = new OrganizationId(new UUID(4, 2));
    JdbcClient.create(world.server.dataSource())
        .sql("insert into organization (id, name, created_at) values (?, 'Another', now())")
        .param(id.value())
        .update();
    var token = world.server.bean(Identity.class).makeToken(id, "test", Role.ADMIN, List.of("*"));
    return world.server.anonymous().with("Authorization", "Bearer " + token.token().reveal());
  }

  @Test
  void twoServersSendEachMessageOnce() throws Exception {
    try (var there = world.server.another()) {
      there.bean(Workers.class).stop();
      var hooks = new ArrayList<String>();
      for (var each = 0; each < 6; each++) {
        hooks.add(world.webhook("/twice" + each));
      }
      var talk = world.app("twice", "error", 1, hooks.toArray(String[]::new));
      talk.says("fail");
      talk.says("grave");
      failed("twice", "It failed.");
      atOnce(there, world.server);
      for (var each = 0; each < hooks.size(); each++) {
        assertThat(world.hookTexts("/twice" + each)).hasSize(2);
      }
    }
  }

  private static void atOnce(TestServer here, TestServer there) throws Exception {
    var begin = new CyclicBarrier(4);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var works = new ArrayList<Callable<Boolean>>();
      for (var server : List.of(here, there, here, there)) {
        works.add(
            () -> {
              begin.await(10, TimeUnit.SECONDS);
              AlertWorld.runDue(server);
              AlertWorld.runDue(server);
              return true;
            });
      }
      for (var done : threads.invokeAll(works)) {
        assertThat(done.get()).isTrue();
      }
    }
    AlertWorld.runDue(here);
  }

  @Test
  void aListIsReadPageByPageAndFiltered() {
    var talk = world.app("pages", "warning", 1);
    talk.says("fail");
    talk.says("warn");
    talk.says("grave");
    world.runDue();
    var first = world.api.get("/api/v1/alerts?app=pages&limit=2");
    assertThat(first.json().path("items")).hasSize(2);
    var rest =
        world.api.get("/api/v1/alerts?app=pages&limit=2&cursor=" + first.text("/next_cursor"));
    assertThat(rest.json().path("items")).hasSize(1);
    assertThat(
            rest.json().path("next_cursor").isMissingNode()
                || rest.json().path("next_cursor").isNull())
        .isTrue();
    assertThat(list("app=pages&state=open&profile=Production")).isEqualTo(3);
    assertThat(list("app=pages&state=recovered")).isZero();
    assertThat(list("app=pages&profile=QA")).isZero();
    ok(world.api.get("/api/v1/alerts?state=closed"), 400);
  }

  private int list(String query) {
    return ok(world.api.get("/api/v1/alerts?" + query), 200).json().path("items").size();
  }
}
