package dev.wayfare.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Errors of customers' journeys, and what those who are told get of them. Each test has an app
/// and notifiers of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final AlertWorld world = new AlertWorld();

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void tenThousandEqualErrorsAreOneMessageAndOneDigest() {
    var talk = world.app("flood", "error", 1, world.slack("/flood"));
    var phone = talk.says("many");
    world.runDue();
    for (var turn = 1; turn < 10_000 / AlertWorld.MANY; turn++) {
      talk.hear(phone, "many");
      world.runDue();
    }
    assertThat(world.slackTexts("/flood"))
        .singleElement()
        .asString()
        .contains("Log event lost in flood, Production", "New since v1. Seen 400 times.");
    world.pass(WINDOW);
    assertThat(world.slackTexts("/flood"))
        .hasSize(2)
        .last()
        .asString()
        .contains("9,600 more in the last 5 minutes.");
    world.pass(WINDOW);
    assertThat(world.slackTexts("/flood")).as("nothing came since").hasSize(2);
    var alert = world.onlyAlert("flood");
    assertThat(alert.path("total").asInt()).isEqualTo(10_000);
    assertThat(alert.path("state").asString()).isEqualTo("open");
    assertThat(alert.path("reached").asString()).isEqualTo("all");
  }

  @Test
  void everyMessageLeadsToTheJourneyAndSaysNothingOfTheCustomer() {
    var talk = world.app("quiet", "error", 1, world.webhook("/quiet"), world.slack("/quiet-slack"));
    var phone = talk.says("a lamp for Ada Lovelace");
    world.runDue();
    var message = world.hookTexts("/quiet").getFirst();
    var journeys = world.api.get("/api/v1/journeys?limit=1").json().path("items");
    assertThat(message.path("link").asString())
        .isEqualTo(
            "https://wayfare.example/apps/quiet/journeys/%s#turn-2"
                .formatted(journeys.get(0).path("id").asString()));
    assertThat(message.path("code").asString()).isEqualTo("no_stock");
    assertThat(message.path("flow").asString() + "/" + message.path("step").asString())
        .isEqualTo("talk/fail");
    assertThat(message.path("version").asInt()).isEqualTo(1);
    assertThat(message + String.join("", world.slackTexts("/quiet-slack")))
        .doesNotContain("Ada", "lamp", phone, phone.substring(1), "Nothing for");
  }

  @Test
  void aDeadSlackDoesNotKeepTheEmailBack() throws Exception {
    var slack = world.slack("/dead");
    world.receiver.answers("/dead", 503);
    var talk = world.app("post", "error", 1, slack, world.email("ops@home.example"));
    talk.says("fail");
    world.runDue();
    var letters = world.mail.getReceivedMessages();
    assertThat(letters).hasSize(1);
    assertThat(letters[0].getSubject()).isEqualTo("Application error no_stock in post, Production");
    assertThat(letters[0].getContent().toString())
        .contains("New since v1. Seen once.", "Step: fail of talk", "#turn-2");
    var alert = world.onlyAlert("post");
    assertThat(alert.path("reached").asString()).isEqualTo("some");
    assertThat(alert.path("deliveries").toString())
        .contains("\"waiting\"", "\"sent\"", "status 503");
    world.receiver.answers("/dead", 200);
    world.pass(WINDOW);
    assertThat(world.onlyAlert("post").path("reached").asString()).isEqualTo("all");
    assertThat(world.slackTexts("/dead")).last().asString().contains("New since v1");
    assertThat(world.mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void whenNobodyTakesItTheAlertSaysSo() {
    world.receiver.answers("/gone", 404);
    world.app("gone", "error", 1, world.slack("/gone")).says("fail");
    world.runDue();
    assertThat(world.onlyAlert("gone").path("reached").asString()).isEqualTo("nobody");
    world.app("none", "error", 1).says("fail");
    world.runDue();
    assertThat(world.onlyAlert("none").path("reached").asString()).isEqualTo("nobody");
  }

  @Test
  void aWebhookCanBeVerified() throws Exception {
    world.app("signed", "error", 1, world.webhook("/signed")).says("fail");
    world.runDue();
    var post = world.receiver.posts("/signed").getFirst();
    var parts = post.signature().split("t=|,v1=", -1);
    var at = parts[1];
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(AlertWorld.KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var expected = mac.doFinal((at + "." + post.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(parts[2]).isEqualTo(HexFormat.of().formatHex(expected));
    assertThat(Long.parseLong(at)).isEqualTo(world.server.clock().instant().getEpochSecond());
    assertThat(post.type()).isEqualTo("application/json");
    assertThat(post.delivery()).isEqualTo(post.json().path("id").asString());
  }

  @Test
  void levelsAndThresholdsAreHeeded() {
    var talk = world.app("heed", "error", 3, world.webhook("/heed"));
    talk.says("warn");
    talk.says("grave");
    talk.says("grave");
    world.runDue();
    assertThat(world.hookTexts("/heed")).isEmpty();
    assertThat(world.onlyAlert("heed").path("state").asString()).isEqualTo("counting");
    world.pass(WINDOW);
    talk.says("grave");
    talk.says("grave");
    world.runDue();
    assertThat(world.hookTexts("/heed")).as("the window of the first two is over").isEmpty();
    talk.says("grave");
    world.runDue();
    assertThat(world.hookTexts("/heed"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.path("code").asString()).isEqualTo("lost");
              assertThat(it.path("count").asInt()).isEqualTo(3);
            });
    world.app("mild", "warning", 1, world.webhook("/mild")).says("warn");
    world.runDue();
    assertThat(world.hookTexts("/mild").getFirst().path("code").asString()).isEqualTo("late");
  }

  @Test
  void whatIsQuietHasRecoveredAndMayComeBack() {
    var talk = world.app("back", "error", 1, world.webhook("/back"));
    talk.says("fail");
    world.runDue().pass(Duration.ofMinutes(61));
    assertThat(news("/back")).containsExactly("new", "recovered");
    assertThat(world.onlyAlert("back").path("state").asString()).isEqualTo("recovered");
    talk.publishesAnother();
    talk.says("fail");
    talk.says("grave");
    world.runDue();
    assertThat(news("/back")).containsExactly("new", "recovered", "came_back", "new");
    assertThat(world.hookTexts("/back").getLast().path("text").asString())
        .isEqualTo("New since v2. Seen once.");
    var cameBack = world.hookTexts("/back").get(2);
    assertThat(cameBack.path("first_version").asInt()).isEqualTo(1);
    assertThat(cameBack.path("version").asInt()).isEqualTo(2);
    world.pass(Duration.ofMinutes(7));
    talk.says("fail");
    world.runDue();
    assertThat(news("/back"))
        .as("still open, in a window of its own")
        .hasSize(5)
        .last()
        .isEqualTo("again");
  }

  @Test
  void aDeadEndpointIsNotHammeredAndNobodyIsAlertedAboutIt() {
    var slack = world.slack("/broken", "channel_failing", "publish_failed", "certificate");
    world.receiver.answers("/broken", 500);
    var talk = world.app("broken", "error", 1, slack);
    var failing = world.journal("notifier.failing");
    for (var minute = 0; minute < 240; minute++) {
      talk.says("fail");
      world.pass(Duration.ofMinutes(1));
    }
    assertThat(world.receiver.posts("/broken")).hasSizeBetween(8, 20);
    assertThat(world.journal("notifier.failing") - failing).isEqualTo(1);
    assertThat(world.alerts("broken")).hasSize(1);
    var health = world.api.get("/api/v1/notifiers/" + slack).json().path("health");
    assertThat(health.path("state").asString()).isEqualTo("shut");
    assertThat(health.path("error").asString()).contains("status 500");

    world.receiver.answers("/broken", 200);
    var before = world.receiver.posts("/broken").size();
    world.pass(Duration.ofMinutes(61));
    assertThat(world.receiver.posts("/broken").size() - before)
        .as("what waited is one message, and then it has recovered")
        .isBetween(1, 2);
    assertThat(world.journal("notifier.recovered")).isEqualTo(1);
    assertThat(world.onlyAlert("broken").path("reached").asString()).isEqualTo("all");
  }

  @Test
  void aRefusingEndpointKeepsNothingBehindItWaiting() {
    world.receiver.answers("/picky", 400);
    var talk = world.app("picky", "error", 1, world.webhook("/picky"));
    talk.says("fail");
    talk.says("grave");
    world.runDue();
    assertThat(world.receiver.posts("/picky")).as("each was tried once").hasSize(2);
    assertThat(world.alerts("picky"))
        .allMatch(it -> it.path("deliveries").get(0).path("state").asString().equals("dead"));
  }

  private List<String> news(String path) {
    return world.hookTexts(path).stream().map(it -> it.path("news").asString()).toList();
  }
}
