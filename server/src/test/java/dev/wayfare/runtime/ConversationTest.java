package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.DeliveryReport;
import dev.wayfare.channel.DeliveryState;
import dev.wayfare.cli.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What customers meet, through the doors they come in by.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationTest {
  private static final Pattern LINK = Pattern.compile("https://wayfare.example/u/[\\w-]+");
  private TestWorld world = new TestWorld();
  private int phones;

  @BeforeAll
  void publish() {
    world.saves("parcel-desk", TestWorld.example("parcel-desk")).publishes("parcel-desk");
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String somebody() {
    return "+1555777%04d".formatted(phones++);
  }

  private static String link(List<String> texts) {
    var link = LINK.matcher(String.join(" ", texts));
    assertThat(link.find()).isTrue();
    return link.group();
  }

  @Test
  void aParcelIsMovedByTextAndPage() {
    var ada = somebody();
    assertThat(world.sms(ada, "hi").getFirst()).contains("What is your order number?");
    assertThat(world.sms(ada, "dunno").getFirst()).contains("does not look like an order number");
    assertThat(world.sms(ada, "PD-1042").getFirst()).startsWith("Your lamp comes on");
    var link = link(world.sms(ada, "yes"));
    assertThat(world.get(link).body()).contains("When and where?");

    var refused = world.submits(link, Map.of("place", "neighbour", "neighbour", ""));
    assertThat(refused.body()).contains("Name of the neighbour").contains("aria-invalid");
    var day = world.clock().instant().plus(Duration.ofDays(3)).toString().substring(0, 10);
    var done = world.submits(link, Map.of("place", "neighbour", "neighbour", "Ann", "day", day));
    assertThat(done.body()).contains("All set").contains("Ann");
    assertThat(world.sentTo(ada)).singleElement().asString().contains("to Ann");
  }

  /// A thumb that is too quick, and a train that loses the answer: the same form, many times.
  @Test
  void aPageSentManyTimesAtOnceIsAnsweredOnce() throws Exception {
    var phone = somebody();
    var ada = world.opens(world.startingLink("parcel-desk"));
    ada.fills("order", "PD-1041").fills("mobile", phone).presses("search");
    assertThat(ada.title()).isEqualTo("When and where?");
    ada.fills("day", day(3)).fills("place", "door").fills("_button", "confirm");
    assertThat(atOnce(8, () -> ada.post().statusCode())).containsOnly(303);
    assertThat(ada.reloads().title()).isEqualTo("All set");
    assertThat(ada.page()).contains("to your door");
    assertThat(world.sentTo(phone)).as("one confirmation").hasSize(1);
  }

  /// The browser's back button shows a page from its memory; it is sent in with other answers.
  @Test
  void aPageFromTheBrowsersPastChangesNothing() {
    var phone = somebody();
    var ada = world.opens(world.startingLink("parcel-desk"));
    var past = world.opens(ada.address());
    ada.fills("order", "PD-1041").fills("mobile", phone).presses("search");
    assertThat(past.token()).isNotEqualTo(ada.token());

    past.fills("order", "PD-1042").fills("mobile", somebody()).presses("search");
    assertThat(past.title()).as("where the journey stands").isEqualTo("When and where?");
    assertThat(past.page()).contains("Your parcel").doesNotContain("Your lamp");
    assertThat(past.page()).contains("class=\"notice\"");

    var old = world.opens(ada.address());
    ada.reloads().fills("day", day(3)).fills("place", "door").presses("confirm");
    old.fills("day", day(4)).fills("place", "shop").presses("confirm");
    assertThat(old.title()).isEqualTo("All set");
    assertThat(old.page()).contains("to your door").doesNotContain("shop");
    assertThat(world.sentTo(phone)).as("one confirmation").hasSize(1);
  }

  private String day(int ahead) {
    return world.clock().instant().plus(Duration.ofDays(ahead)).toString().substring(0, 10);
  }

  @Test
  void aSecondParcelIsMovedInTheSameJourney() {
    var ada = somebody();
    world.sms(ada, "hi");
    world.sms(ada, "PD-1042");
    var page = world.opens(link(world.sms(ada, "yes")));
    page.fills("day", day(3)).fills("place", "shop").presses("confirm");
    assertThat(page.title()).isEqualTo("All set");
    assertThat(world.sms(ada, "thanks").getFirst()).contains("What is your order number?");
    assertThat(page.reloads().title()).isEqualTo("Another parcel");
    assertThat(world.sms(ada, "PD-1041").getFirst()).startsWith("Your parcel");
    world.sms(ada, "yes");
    assertThat(page.reloads().title()).isEqualTo("When and where?");
    assertThat(page.page()).contains("Your parcel");
    page.fills("day", day(4)).fills("place", "door").presses("confirm");
    assertThat(page.title()).isEqualTo("All set");
    assertThat(world.sentTo(ada)).hasSize(2);
  }

  @Test
  void aRepeatedWebhookIsHeardOnce() throws Exception {
    var ada = somebody();
    var first = world.post(ada, "hi", "SMsame" + ada);
    var all = atOnce(20, () -> world.post(ada, "hi", "SMsame" + ada).body());
    assertThat(new HashSet<>(all)).containsExactly(first.body());
    var fresh = somebody();
    var raced = atOnce(20, () -> world.post(fresh, "hi", "SMraced" + fresh).body());
    assertThat(new HashSet<>(raced)).hasSize(1);
    assertThat(world.sms(fresh, "PD-1041").getFirst()).startsWith("Your parcel comes on");
  }

  @Test
  void twoTextsAtOnceAreTakenOneAfterTheOther() throws Exception {
    for (var pair = 0; pair < 40; pair++) {
      var ada = somebody();
      world.sms(ada, "hi");
      var both = List.of("nonsense one", "nonsense two");
      var answers = new ArrayList<Callable<Integer>>();
      for (var body : both) {
        answers.add(() -> world.post(ada, body, "SM" + body + ada).statusCode());
      }
      assertThat(atOnce(answers)).containsOnly(200);
      // Both were heard as tries of the same question: the third is the last.
      assertThat(world.sms(ada, "nonsense three").getFirst()).contains("Please call");
    }
  }

  @Test
  void whoStopsHearsNothingUntilTheyComeBack() {
    var ada = somebody();
    world.sms(ada, "hi");
    assertThat(world.sms(ada, "STOP").getFirst()).contains("no more texts");
    assertThat(world.sms(ada, "PD-1042")).isEmpty();
    assertThat(world.sms(ada, "start").getFirst()).contains("again");
    assertThat(world.sms(ada, "help").getFirst()).contains("STOP");
    assertThat(world.sms(ada, "PD-1042").getFirst()).startsWith("Your lamp");
  }

  @Test
  void aWrongSignatureIsHeardByNobody() {
    var forged = world.hook("/hooks/twilio/text", Map.of("From", "+15550001", "To", "+15559999"));
    assertThat(forged.statusCode()).isEqualTo(403);
  }

  /// Whatever a proxy says of itself, the public address is what the carrier signed.
  @Test
  void aProxyInFrontDecidesNothing() {
    var lies =
        Map.of("X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "http", "Forwarded", "x");
    var open = "https://wayfare.example";
    assertThat(world.posted(open, lies, "SMproxy1").statusCode()).isEqualTo(200);
    assertThat(world.posted(open + ":443", lies, "SMproxy2").statusCode()).isEqualTo(200);
    assertThat(world.posted("http://evil.example", lies, "SMproxy3").statusCode()).isEqualTo(403);
    assertThat(world.posted("https://evil.example", lies, "SMproxy4").statusCode()).isEqualTo(403);
    assertThat(world.posted(world.base(), lies, "SMproxy5").statusCode()).isEqualTo(403);
    assertThat(world.posted(world.base(), Map.of(), "SMproxy6").statusCode()).isEqualTo(200);
  }

  @Test
  void aTimerComesOnceAndTheLinkInItStillWorks() {
    var ada = somebody();
    world.sms(ada, "hi");
    world.sms(ada, "PD-1042");
    world.sms(ada, "yes");
    world.clock().jump(Duration.ofHours(25));
    assertThat(world.sentTo(ada)).singleElement().asString().contains("closes tomorrow");
    assertThat(world.get(link(world.sentTo(ada))).body()).contains("When and where?");
  }

  @Test
  void aTextThatCannotLeaveIsTriedAgainAndKeptAtTheEnd() {
    var ada = somebody();
    world.sms(ada, "hi");
    world.sms(ada, "PD-1042");
    world.sms(ada, "yes");
    world.carrier().answers(503);
    try {
      world.clock().jump(Duration.ofHours(25));
      for (var hour = 0; hour < 14; hour++) {
        world.runDue();
        world.clock().jump(Duration.ofHours(1));
      }
    } finally {
      world.carrier().answers(201);
    }
    var dead = world.api().get("outbox/dead").path("items");
    assertThat(dead).anyMatch(letter -> letter.path("to").asString().equals(ada));
    for (var letter : dead) {
      world.api().post("outbox/" + letter.path("id").asString() + "/send-again", Map.of());
    }
    assertThat(world.sentTo(ada)).singleElement().asString().contains("closes tomorrow");
  }

  @Test
  void aLateReceiptNeverUndoesALaterState() {
    var sid = sidOfATextThatLeft();

    reports(sid, "sent");
    assertThat(delivery(sid)).isEqualTo("sent");
    reports(sid, "failed");
    assertThat(delivery(sid)).isEqualTo("failed");
    for (var report : List.of("delivered", "sent", "queued", "failed", "undelivered")) {
      reports(sid, report);
      assertThat(delivery(sid)).as("after " + report).isEqualTo("delivered");
    }
  }

  @Test
  void everyPairOfReceiptsEndsAsTheStatesSay() {
    var outbox = world.part(OutboxStore.class);
    var sid = sidOfATextThatLeft();
    for (var first : DeliveryState.values()) {
      for (var then : DeliveryState.values()) {
        world
            .part(JdbcClient.class)
            .sql("update outbox set delivery = null where provider_id = ?")
            .param(sid)
            .update();
        outbox.delivered(new DeliveryReport("twilio", sid, first, Optional.empty()));
        outbox.delivered(new DeliveryReport("twilio", sid, then, Optional.empty()));
        assertThat(delivery(sid))
            .as("%s, then %s", first, then)
            .isEqualTo(first.then(then).name().toLowerCase(Locale.ROOT));
      }
    }
  }

  /// What the carrier calls it.
  private String sidOfATextThatLeft() {
    var ada = somebody();
    world.sms(ada, "hi");
    world.sms(ada, "PD-1042");
    world.sms(ada, "yes");
    world.clock().jump(Duration.ofHours(25));
    assertThat(world.sentTo(ada)).hasSize(1);
    var receivers = world.carrier().sent().stream().map(text -> text.get("To")).toList();
    return "SM%032d".formatted(receivers.indexOf(ada) + 1);
  }

  private void reports(String sid, String state) {
    var fields = Map.of("MessageSid", sid, "MessageStatus", state, "From", TestWorld.NUMBER);
    assertThat(world.hook("/hooks/twilio/status", fields).statusCode()).isEqualTo(204);
  }

  private String delivery(String sid) {
    return world
        .part(JdbcClient.class)
        .sql("select delivery from outbox where provider_id = ?")
        .param(sid)
        .query(String.class)
        .single();
  }

  @Test
  void aJourneyEndsWhenItsTimeIsOver() {
    var link = world.visit(world.startingLink("parcel-desk"));
    world.clock().jump(Duration.ofDays(31));
    assertThat(world.get(link).statusCode()).isEqualTo(410);
    world.runDue();
    assertThat(world.get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void savingChangesNothingForCustomersAndPublishingDoesAtOnce() {
    try (var own = new TestWorld()) {
      var app =
          """
          wayfare: 1
          name: greeter
          title: Greeter
          triggers:
            texted: {type: text, flow: hello}
          flows:
            hello:
              channel: text
              start: ask
              steps:
                ask: {type: ask, text: "GREETING Your name?", into: name, next: bye}
                bye: {type: say, text: "GREETING again, {{ name }}", next: over}
                over: {type: end}
          """;
      own.saves("greeter", app.replace("GREETING", "Hello.")).publishes("greeter");
      assertThat(own.sms("+15550001", "x")).containsExactly("Hello. Your name?");
      own.saves("greeter", app.replace("GREETING", "Welcome."));
      assertThat(own.sms("+15550002", "x")).containsExactly("Hello. Your name?");
      own.publishes("greeter");
      assertThat(own.sms("+15550003", "x")).containsExactly("Welcome. Your name?");
      assertThat(own.sms("+15550001", "Ada")).containsExactly("Hello. again, Ada");
      own.saves("greeter", app.replace("next: bye", "next: nowhere"));
      Assertions.assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> own.publishes("greeter"))
          .withMessageContaining("nowhere");
      assertThat(own.sms("+15550004", "x")).containsExactly("Welcome. Your name?");
      own.api().delete("apps/greeter/profiles/Production/live");
      assertThat(own.sms("+15550005", "x").getFirst()).contains("not in service");
    }
  }

  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    return atOnce(java.util.Collections.nCopies(times, call));
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<T>();
      for (var future : threads.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
