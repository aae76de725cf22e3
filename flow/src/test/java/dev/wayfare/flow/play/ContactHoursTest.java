package dev.wayfare.flow.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.TrailEntry;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.engine.Surroundings;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.JourneyCodec;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Steps that keep to calling hours, in the contact's time zone, also when clocks are moved.
class ContactHoursTest {
  private static final String HEAD =
      """
      wayfare: 1
      name: polite
      time_zone: Europe/Berlin
      hours:
        calling: {mon: "09:00-20:00", tue: "09:00-20:00", wed: "09:00-20:00", thu: "09:00-20:00", fri: "09:00-20:00", sat: "09:00-20:00", sun: "09:00-20:00"}
      triggers:
        texted: {type: text, flow: desk}
      flows:
        desk:
          channel: text
          start: first
      """;

  private static App app(String steps) {
    var reading = new YamlDocuments(new CelLanguage(), StepTypes.ALL).read(HEAD + steps.indent(4));
    return reading.app().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  private static Rehearsal at(String moment, String zone, String steps) {
    var contact = new Contact("+15550101", "", "", "", "", zone);
    return new Rehearsal(app(steps), Map.of(), contact, Instant.parse(moment));
  }

  private static List<String> texts(Turn turn) {
    return turn.effects().stream()
        .filter(Effect.SendText.class::isInstance)
        .map(it -> ((Effect.SendText) it).body())
        .toList();
  }

  private static Optional<Instant> timer(Turn turn) {
    return turn.effects().stream()
        .filter(Effect.SetTimer.class::isInstance)
        .map(it -> ((Effect.SetTimer) it).at())
        .findFirst();
  }

  private static List<String> noted(Turn turn) {
    return turn.trail().stream().map(TrailEntry::what).toList();
  }

  /// The other flow stands beside `desk`, two to the left.
  private static App twoFlows(String steps, String others) {
    var reading =
        new YamlDocuments(new CelLanguage(), StepTypes.ALL)
            .read(HEAD + steps.indent(4) + others.indent(2));
    return reading.app().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  private static final String NUDGE =
      """
      nudge:
        channel: text
        start: hi
        inputs: {name: text}
        steps: {hi: {type: say, text: "Good morning, {{ name }}."}}
      """;

  private static Rehearsal nudging(String moment, String zone, String steps) {
    var contact = new Contact("+15550101", "", "", "", "", zone);
    return new Rehearsal(twoFlows(steps, NUDGE), Map.of(), contact, Instant.parse(moment));
  }

  private static final String TIMER_STEPS =
      """
      steps:
        first: {type: timer, name: call, after: 12h, hours: calling, flow: nudge}
      """;

  @Test
  void aTimerIsMovedToTheNextOpeningByTheContactsClock() {
    var inTokyo = nudging("2026-11-23T09:00:00Z", "Asia/Tokyo", TIMER_STEPS).text("hi");
    assertThat(timer(inTokyo)).contains(Instant.parse("2026-11-24T00:00:00Z"));
    assertThat(noted(inTokyo)).contains("closed");
    var inNewYork = nudging("2026-11-23T09:00:00Z", "America/New_York", TIMER_STEPS).text("hi");
    assertThat(timer(inNewYork)).contains(Instant.parse("2026-11-23T21:00:00Z"));
    assertThat(noted(inNewYork)).doesNotContain("closed");
  }

  @Test
  void withoutAZoneOrWithOneThatIsNoneTheAppsIsMeant() {
    for (var zone : List.of("", "Mars/Base")) {
      assertThat(timer(nudging("2026-11-23T09:00:00Z", zone, TIMER_STEPS).text("hi")))
          .contains(Instant.parse("2026-11-24T08:00:00Z"));
    }
  }

  @Test
  void theOpeningIsWhatTheClockOnTheWallSaysWhenClocksAreMoved() {
    assertThat(timer(nudging("2026-03-28T12:00:00Z", "Europe/Berlin", TIMER_STEPS).text("hi")))
        .as("clocks go forward on the 29th")
        .contains(Instant.parse("2026-03-29T07:00:00Z"));
    assertThat(timer(nudging("2026-10-24T12:00:00Z", "Europe/Berlin", TIMER_STEPS).text("hi")))
        .as("clocks go back on the 25th")
        .contains(Instant.parse("2026-10-25T08:00:00Z"));
  }

  private static final String WAIT =
      """
      steps:
        first: {type: wait, until: "moment('2026-03-29', '02:30', contact.time_zone)", hours: calling, next: hi}
        hi: {type: say, text: "Good morning."}
      """;

  @Test
  void aWaitForATimeThatClocksLeaveOutEndsAtTheOpening() {
    var play = at("2026-03-28T22:00:00Z", "Europe/Berlin", WAIT);
    play.text("hi");
    assertThat(play.pass(Duration.parse("PT8H59M"))).isEmpty();
    assertThat(texts(play.pass(Duration.ofMinutes(1)).getLast())).containsExactly("Good morning.");
  }

  @Test
  void aWaitThatIsWokenAfterHoursWaitsForTheNext() {
    var app = app(WAIT);
    var play = at("2026-03-28T22:00:00Z", "Europe/Berlin", WAIT);
    var waiting = play.text("hi").journey();
    var timer = waiting.timers().entrySet().iterator().next();
    var engine = new Engine(app, new Surroundings(Map.of(), ""));
    var late = Instant.parse("2026-03-29T19:00:00Z");
    var turn =
        engine.advance(waiting, new Input.TimerFired(timer.getKey(), timer.getValue().at()), late);
    assertThat(texts(turn)).isEmpty();
    assertThat(timer(turn)).contains(Instant.parse("2026-03-30T07:00:00Z"));
  }

  private static final String TEXT_ONCE =
      """
      steps:
        first: {type: text_once, text: "Hello {{ contact.phone }}.", hours: calling, next: second}
        second: {type: text_once, text: "And again.", hours: calling, next: done}
        done: {type: say, text: "We will."}
      """;

  @Test
  void aTextWaitsForTheOpeningAndTheFlowDoesNot() {
    var play = at("2026-11-23T21:00:00Z", "Europe/Berlin", TEXT_ONCE);
    var turn = play.text("hi");
    assertThat(texts(turn)).containsExactly("We will.");
    assertThat(noted(turn)).containsOnlyOnce("said").contains("closed").doesNotContain("texted");
    var codec = new JourneyCodec();
    assertThat(codec.read(codec.write(turn.journey()))).isEqualTo(turn.journey());
    var turns = play.pass(Duration.ofHours(12));
    assertThat(turns.stream().map(ContactHoursTest::texts))
        .containsExactly(List.of("Hello +15550101."), List.of("And again."));
    assertThat(noted(turns.getFirst())).containsExactly("texted");
    assertThat(play.now()).isEqualTo("2026-11-24T09:00:00Z");
  }

  @Test
  void aTextInOpenHoursLeavesAtOnce() {
    var turn = at("2026-11-23T12:00:00Z", "Europe/Berlin", TEXT_ONCE).text("hi");
    assertThat(texts(turn)).containsExactly("Hello +15550101.", "And again.", "We will.");
    assertThat(turn.journey().timers()).isEmpty();
  }

  @Test
  void aHeldTextWhoseTimerComesAfterHoursWaitsAgain() {
    var play = at("2026-11-23T21:00:00Z", "Europe/Berlin", TEXT_ONCE);
    var held = play.text("hi").journey();
    var timer = held.timers().entrySet().iterator().next();
    var engine = new Engine(app(TEXT_ONCE), new Surroundings(Map.of(), ""));
    var input = new Input.TimerFired(timer.getKey(), timer.getValue().at());
    var turn = engine.advance(held, input, Instant.parse("2026-11-24T22:00:00Z"));
    assertThat(texts(turn)).isEmpty();
    assertThat(noted(turn)).containsExactly("closed");
    assertThat(timer(turn)).contains(Instant.parse("2026-11-25T08:00:00Z"));
    var again = new Input.TimerFired(timer.getKey(), Instant.parse("2026-11-25T08:00:00Z"));
    var sent = engine.advance(turn.journey(), again, Instant.parse("2026-11-25T08:00:00Z"));
    assertThat(texts(sent)).containsExactly("Hello +15550101.");
  }

  @Test
  void aConversationBeginsAtTheOpeningWithTheInputsItWasGiven() {
    var steps =
        """
        steps:
          first: {type: start, flow: nudge, with: {name: "event.text"}, hours: calling, next: done}
          done: {type: say, text: "Until later."}
        """;
    var play = nudging("2026-11-23T21:00:00Z", "Europe/Berlin", steps);
    assertThat(texts(play.text("Ada"))).containsExactly("Until later.");
    assertThat(texts(play.pass(Duration.ofHours(12)).getLast()))
        .containsExactly("Good morning, Ada.");
    var open = nudging("2026-11-23T12:00:00Z", "Europe/Berlin", steps);
    assertThat(texts(open.text("Ada"))).containsExactly("Good morning, Ada.", "Until later.");
  }

  private static final String RINGING =
      """
      steps:
        first: {type: start, flow: ring, with: {name: "event.text"}, ring: 25s, machine: hang_up, unanswered: missed, hours: calling, next: done, failed: busy}
        done: {type: say, text: "We will call you."}
        busy: {type: say, text: "You are on the line."}
      """;
  private static final String RING =
      """
      ring:
        channel: voice
        start: hi
        inputs: {name: text}
        steps: {hi: {type: say, text: "Good morning, {{ name }}.", next: bye}, bye: {type: hang_up}}
      missed:
        channel: text
        start: tell
        steps: {tell: {type: say, text: "You were out."}}
      """;

  private static Rehearsal ringing(String moment) {
    var contact = new Contact("+15550101", "", "", "", "", "Europe/Berlin");
    return new Rehearsal(twoFlows(RINGING, RING), Map.of(), contact, Instant.parse(moment));
  }

  private static List<Effect.PlaceCall> calls(Turn turn) {
    return turn.effects().stream()
        .filter(Effect.PlaceCall.class::isInstance)
        .map(Effect.PlaceCall.class::cast)
        .toList();
  }

  @Test
  void aCallWaitsForTheOpeningAndTheFlowThatStartsItDoesNot() {
    var play = ringing("2026-11-23T21:00:00Z");
    var turn = play.text("Ada");
    assertThat(texts(turn)).containsExactly("We will call you.");
    assertThat(calls(turn)).isEmpty();
    assertThat(noted(turn)).containsOnlyOnce("closed").doesNotContain("calls");
    assertThat(timer(turn)).contains(Instant.parse("2026-11-24T08:00:00Z"));
    var due = play.pass(Duration.ofHours(12));
    assertThat(due).singleElement().satisfies(it -> assertThat(noted(it)).containsExactly("calls"));
    assertThat(calls(due.getFirst()))
        .containsExactly(new Effect.PlaceCall("+15550101", Duration.ofSeconds(25), true));
    var taken = play.pickUp(false);
    assertThat(taken.trail())
        .anySatisfy(it -> assertThat(it.data()).containsValue("Good morning, Ada."));
    assertThat(taken.journey().timers()).isEmpty();
  }

  @Test
  void nobodyTakesTheCallThatWaitedAndItsFlowForThatRuns() {
    var play = ringing("2026-11-23T21:00:00Z");
    play.text("Ada");
    play.pass(Duration.ofHours(12));
    var missed = play.hangUp(Input.CallEnd.NO_ANSWER, Duration.ZERO);
    assertThat(texts(missed)).containsExactly("You were out.");
  }

  @Test
  void aCallThatComesDueWhileAnotherOneIsOnWaitsForItsEnd() {
    var play = ringing("2026-11-24T07:59:00Z");
    play.text("Ada");
    play.pass(Duration.ofSeconds(30));
    play.text("Bo");
    var due = play.pass(Duration.ofMinutes(1));
    assertThat(due.stream().flatMap(it -> calls(it).stream())).hasSize(1);
    var again = play.pass(Duration.ofMinutes(5));
    assertThat(again).isNotEmpty().allSatisfy(it -> assertThat(calls(it)).isEmpty());
    play.hangUp(Input.CallEnd.COMPLETED, Duration.ofSeconds(9));
    assertThat(play.pass(Duration.ofMinutes(1)).stream().flatMap(it -> calls(it).stream()))
        .hasSize(1);
  }

  @Test
  void aCallInOpenHoursIsPlacedAtOnce() {
    var turn = ringing("2026-11-23T12:00:00Z").text("Ada");
    assertThat(calls(turn)).hasSize(1);
    assertThat(turn.journey().timers()).isEmpty();
  }

  @Test
  void expressionsKnowWhetherItIsOpen() {
    var steps =
        """
        steps:
          first: {type: say, text: "{{ open('calling', now) ? 'open' : 'closed' }}"}
        """;
    assertThat(texts(at("2026-11-23T12:00:00Z", "Europe/Berlin", steps).text("hi")))
        .containsExactly("open");
    assertThat(texts(at("2026-11-23T12:00:00Z", "Asia/Tokyo", steps).text("hi")))
        .containsExactly("closed");
  }
}
