package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.channel.CallReply;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.flow.Verb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What callers meet, through the door that every carrier hands its calls to.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallTurnsTest {
  private static final String APP =
      """
      wayfare: 1
      name: desk
      title: Desk
      variables: {day: text, calls: number, wish: text}
      triggers:
        texted: {type: text, flow: helper}
        called: {type: call, flow: hotline, hung_up: after, RULE}
      flows:
        helper:
          channel: text
          start: which
          steps:
            which: {type: ask, text: "Call or text?", into: wish, next: told}
            told: {type: say, text: "{{ calls }} calls, {{ wish }}."}
        after:
          channel: text
          start: thanks
          steps:
            thanks: {type: say, text: "Thanks for call {{ calls }}."}
        hotline:
          channel: voice
          start: count
          steps:
            count: {type: set, values: {calls: "calls + 1.0"}, next: way}
            way:
              type: branch
              cases:
                - {when: "contact.phone.endsWith('7')", next: wrong}
                - {when: "contact.phone.endsWith('9')", next: send}
              otherwise: hello
            hello: {type: say, text: "Call {{ calls }}.", next: person}
            person:
              type: transfer
              to: "'+15550199'"
              ring: 15s
              busy: engaged
              no_answer: nobody
              failed: broken
              next: bye
            engaged: {type: say, text: The line is busy., next: bye}
            nobody: {type: say, text: Nobody is there., next: bye}
            broken: {type: say, text: That did not work., next: bye}
            bye: {type: say, text: Goodbye., next: over}
            over: {type: hang_up}
            wrong: {type: raise, code: broken, message: Nobody hears this}
            send: {type: start, flow: linked, next: tell}
            tell: {type: say, text: We sent you a link., next: pause}
            pause: {type: wait, for: 2s, next: look}
            look: {type: branch, cases: [{when: "day != ''", next: chosen}], otherwise: pause}
            chosen: {type: say, text: "{{ day }} it is.", next: move}
            move: {type: enter, flow: done, next: bye}
        linked:
          channel: text
          start: link
          steps:
            link: {type: say, text: "Here: {{ link('booking', 'choose') }}"}
        booking:
          channel: web
          start: choose
          steps:
            choose:
              type: page
              title: Which day?
              controls:
                - {type: text_field, id: day, label: Day, required: true}
                - {type: button, id: go, label: Go on}
              next: noted
            noted: {type: page, title: Noted}
        done:
          channel: web
          start: end
          steps:
            end: {type: page, title: "{{ day }} is yours"}
      answers: {voice: We are out of order.}
      """;
  private final TestWorld world = new TestWorld();
  private int phones;

  @BeforeAll
  void publish() {
    publish("open_journey: continue");
  }

  private void publish(String rule) {
    world.saves("desk", APP.replace("RULE", rule)).publishes("desk");
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String somebody() {
    return "+1555778%03d0".formatted(phones++);
  }

  private JsonNode calls(String phone) {
    return world.api().get("journeys/" + journey(phone) + "/calls").path("items");
  }

  private String journey(String phone) {
    return journeys(phone).getFirst().path("id").asString();
  }

  /// The newest first.
  private List<JsonNode> journeys(String phone) {
    return world.api().get("journeys?limit=100").path("items").values().stream()
        .filter(journey -> journey.path("phone").asString().equals(phone))
        .toList();
  }

  private int turns(String phone) {
    return journeys(phone).getFirst().path("turns").asInt();
  }

  @Test
  void aCallIsForwardedAndEndsWithItsLengthAndWhatFollows() {
    var ada = somebody();
    var call = new Handset(world, ada).dials();
    assertThat(call.words()).isEqualTo("Call 1.");
    assertThat(call.last()).isEqualTo(new Verb.Forward("+15550199", Duration.ofSeconds(15)));
    assertThat(calls(ada).get(0).path("state").asString()).isEqualTo("going");
    assertThat(call.comesBack(CallEnd.NO_ANSWER).words()).isEqualTo("Nobody is there. Goodbye.");
    assertThat(call.last()).isEqualTo(new Verb.HangUp());
    call.hangsUp(42);
    var kept = calls(ada).get(0);
    assertThat(kept.path("direction").asString()).isEqualTo("in");
    assertThat(kept.path("from").asString()).isEqualTo(ada);
    assertThat(kept.path("to").asString()).isEqualTo(Builder.HOTLINE);
    assertThat(kept.path("state").asString()).isEqualTo("ended");
    assertThat(kept.path("ending").asString()).isEqualTo("completed");
    assertThat(kept.path("seconds").asInt()).isEqualTo(42);
    assertThat(world.trail()).contains("call_ended");
  }

  @Test
  void everyWayAForwardedCallComesBackIsHeard() {
    var words = Map.of(CallEnd.BUSY, "The line is busy.", CallEnd.FAILED, "That did not work.");
    words.forEach(
        (how, said) ->
            assertThat(new Handset(world, somebody()).dials().comesBack(how).words())
                .startsWith(said));
    var talked = new Handset(world, somebody()).dials().comesBack(CallEnd.COMPLETED);
    assertThat(talked.words()).isEqualTo("Goodbye.");
  }

  @Test
  void whoHangsUpInTheMiddleIsTexted() {
    var ada = somebody();
    new Handset(world, ada).dials().hangsUp(3);
    assertThat(world.sentTo(ada)).containsExactly("Thanks for call 1.");
  }

  @Test
  void aRepeatedWebhookIsToldTheSameAndRunsNothing() throws Exception {
    var ada = somebody();
    var call = new Handset(world, ada);
    assertThat(new HashSet<>(atOnce(20, call::ring))).hasSize(1);
    assertThat(calls(ada)).hasSize(1);
    assertThat(turns(ada)).isEqualTo(1);
    var back = new Input.Forwarded(CallEnd.BUSY);
    var told = new HashSet<>(atOnce(20, () -> call.posts("1", back)));
    assertThat(told)
        .singleElement()
        .isEqualTo(
            new CallReply.Script(
                List.of(
                    new Verb.Speak("The line is busy.", Verb.Voice.USUAL),
                    new Verb.Speak("Goodbye.", Verb.Voice.USUAL),
                    new Verb.HangUp())));
    assertThat(turns(ada)).isEqualTo(2);
    var over = new Input.HungUp(CallEnd.COMPLETED, Duration.ofSeconds(9));
    atOnce(20, () -> call.posts("end", over));
    assertThat(turns(ada)).isEqualTo(3);
    assertThat(call.posts("1", back)).isEqualTo(told.iterator().next());
  }

  @Test
  void twoThingsAtOnceAreHeardOneAfterTheOther() throws Exception {
    for (var pair = 0; pair < 20; pair++) {
      var ada = somebody();
      var call = new Handset(world, ada).dials();
      atOnce(
          List.of(
              () -> call.posts("1", new Input.Held()),
              () -> call.posts("2", new Input.Held()),
              () -> world.sms(ada, "hi")));
      assertThat(turns(ada)).isEqualTo(4);
      assertThat(call.comesBack(CallEnd.COMPLETED).words()).isEqualTo("Goodbye.");
    }
  }

  @Test
  void aCallGoesOnWithTheJourneyThatATextBegan() {
    var ada = somebody();
    assertThat(world.sms(ada, "hi")).containsExactly("Call or text?");
    var call = new Handset(world, ada).dials();
    assertThat(call.words()).isEqualTo("Call 1.");
    assertThat(world.sms(ada, "both")).containsExactly("1 calls, both.");
    call.hangsUp(1);
    assertThat(new Handset(world, ada).dials().words()).isEqualTo("Call 2.");
    assertThat(journeys(ada)).hasSize(1);
    assertThat(calls(ada)).hasSize(2);
  }

  @Test
  void aTextGoesOnWithTheJourneyThatACallBegan() {
    var ada = somebody();
    new Handset(world, ada).dials().comesBack(CallEnd.COMPLETED);
    assertThat(world.sms(ada, "hi")).containsExactly("Call or text?");
    assertThat(world.sms(ada, "text")).containsExactly("1 calls, text.");
    assertThat(journeys(ada)).hasSize(1);
  }

  @Test
  void aLaterCallTakesThePlaceOfTheOneBefore() {
    var ada = somebody();
    var first = new Handset(world, ada).dials();
    var second = new Handset(world, ada).dials();
    assertThat(second.words()).isEqualTo("Call 2.");
    assertThat(first.comesBack(CallEnd.BUSY).heard()).containsExactly(new Verb.HangUp());
    first.hangsUp(7);
    assertThat(world.sentTo(ada)).isEmpty();
    assertThat(second.comesBack(CallEnd.BUSY).words()).startsWith("The line is busy.");
    assertThat(calls(ada)).extracting(call -> call.path("seconds").asInt(-1)).contains(7);
  }

  @Test
  void theTriggerSaysWhatACallMeansToAnOpenJourney() {
    var ada = somebody();
    try {
      publish("open_journey: busy, busy: One thing at a time.");
      world.sms(ada, "hi");
      var refused = new Handset(world, ada);
      assertThat(refused.dials().words()).isEqualTo("One thing at a time.");
      assertThat(refused.last()).isEqualTo(new Verb.HangUp());
      assertThat(refused.dials().words()).isEqualTo("One thing at a time.");
      assertThat(turns(ada)).isEqualTo(1);
      refused.hangsUp(2);

      publish("open_journey: restart");
      var call = new Handset(world, ada).dials();
      assertThat(call.words()).isEqualTo("Call 1.");
      assertThat(journeys(ada))
          .extracting(journey -> journey.path("standing").asString())
          .containsExactly("open", "ended");
      assertThat(world.sms(ada, "hi")).containsExactly("Call or text?");
    } finally {
      publish("open_journey: continue");
    }
  }

  @Test
  void whereNobodyAnswersTheCallerIsTold() {
    try (var own = new TestWorld()) {
      assertThat(new Handset(own, "+15557780001").ring())
          .isEqualTo(new CallReply.Closed("This number is not in service at the moment. Goodbye."));
      assertThat(new Handset(own, "+15557780001").posts("1", new Input.Held()))
          .isInstanceOf(CallReply.Closed.class);
    }
  }

  @Test
  void aCallAPageAndATextShareOneJourney() throws IOException {
    var ada = "+15557789009";
    var call = new Handset(world, ada).dials();
    assertThat(call.words()).isEqualTo("We sent you a link.");
    assertThat(call.last()).isInstanceOf(Verb.Hold.class);
    var sent = world.sentTo(ada);
    assertThat(sent).hasSize(1);
    var page = world.opens(sent.getFirst().substring(sent.getFirst().indexOf("https://")));
    assertThat(page.title()).isEqualTo("Which day?");

    world.clock().jump(Duration.ofSeconds(2));
    world.runDue();
    assertThat(call.waits().last()).as("nothing was entered").isInstanceOf(Verb.Hold.class);
    page.fills("day", "Monday").presses("go");
    assertThat(page.title()).isEqualTo("Noted");
    assertThat(world.sms(ada, "hi")).containsExactly("Call or text?");

    var shown = page.page().replaceAll("(?s).*data-revision=\"(\\d+)\".*", "$1");
    var stream = world.listens(page.address() + "/live?shown=" + shown);
    try (var lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      lines.readLine();
      lines.readLine();
      world.clock().jump(Duration.ofSeconds(2));
      assertThat(call.waits().words()).isEqualTo("Monday it is. Goodbye.");
      assertThat(lines.readLine()).isEqualTo("event: moved");
    }
    assertThat(page.reloads().title()).isEqualTo("Monday is yours");
    assertThat(world.sms(ada, "by text")).containsExactly("1 calls, by text.");
    assertThat(journeys(ada)).hasSize(1);
  }

  @Test
  void whereTheAppErrsTheCallerHearsItsAnswerAndTheTeamFindsIt() {
    var ada = "+15557789007";
    var call = new Handset(world, ada).dials();
    assertThat(call.words()).isEqualTo("We are out of order.");
    assertThat(call.last()).isEqualTo(new Verb.HangUp());
    assertThat(journeys(ada).getFirst().path("errors").asInt()).isEqualTo(1);
    assertThat(world.trail()).contains("broken");
  }

  @Test
  void anotherProcessGoesOnWithACallWhoseOwnIsGone() {
    var ada = somebody();
    var call = new Handset(world, ada).dials();
    try (var other = world.another()) {
      assertThat(call.movesTo(other).ring())
          .as("what was said before is known there")
          .isEqualTo(new CallReply.Script(call.heard()));
      assertThat(call.comesBack(CallEnd.BUSY).words()).isEqualTo("The line is busy. Goodbye.");
      call.hangsUp(5);
    }
    assertThat(calls(ada).get(0).path("seconds").asInt()).isEqualTo(5);
  }

  @Test
  void aCallWhoseEndNobodyTellsIsOverAfterFourHours() {
    var ada = somebody();
    new Handset(world, ada).dials();
    world.clock().jump(Duration.ofHours(4).minusSeconds(1));
    world.part(CallTurns.class).sweep();
    assertThat(calls(ada).get(0).path("state").asString()).isEqualTo("going");
    world.clock().jump(Duration.ofSeconds(1));
    world.part(CallTurns.class).sweep();
    var kept = calls(ada).get(0);
    assertThat(kept.path("state").asString()).isEqualTo("ended");
    assertThat(kept.path("ending").asString()).isEqualTo("unknown");
    assertThat(world.sentTo(ada)).containsExactly("Thanks for call 1.");
    assertThat(world.part(CallTurns.class).sweep()).isZero();
  }

  @Test
  void somebodyElsesJourneyHasNoCallsToShow() {
    var nobody = "journeys/0192f0c1-2b3c-7d4e-8f50-617283940516/calls";
    assertThat(world.client().get("/api/v1/" + nobody).status()).isEqualTo(404);
  }

  static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    return atOnce(Collections.nCopies(times, call));
  }

  static <T> List<T> atOnce(List<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new java.util.ArrayList<T>();
      for (Future<T> future : threads.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
