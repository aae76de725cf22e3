package dev.wayfare.flow.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Journey;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Trigger;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.engine.Surroundings;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.JourneyCodec;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a schedule begins: a journey without a contact, which ends by itself.
class SchedulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

  private static final String HEAD =
      """
      wayfare: 1
      name: nightly
      time_zone: America/New_York
      variables: {people: {type: list, default: ["+15550101", "+15550102"]}}
      triggers:
        night: {type: schedule, cron: "0 3 * * *", flow: remind, with: {when: event.due}}
        late: {type: schedule, cron: "0 23 * * *", time_zone: europe/berlin, missed: all, flow: remind, with: {when: event.due}}
      flows:
      """;

  private static final String ONE_TEXT_EACH =
      """
      remind:
        start: all
        inputs: {when: moment}
        steps:
          all: {type: each, in: people, as: phone, do: tell, next: done}
          tell: {type: text_once, to: phone, text: "It is {{ time(when, 'America/New_York') }}.", next: all}
          done: {type: stop}
      """;

  private static App app(String flows) {
    var reading = new YamlDocuments(new CelLanguage(), StepTypes.ALL).read(HEAD + flows.indent(2));
    return reading.app().orElseThrow(() -> new AssertionError(reading.problems()));
  }

  private static Rehearsal play(String flows) {
    return new Rehearsal(app(flows), Map.of(), Contact.UNKNOWN, NOW);
  }

  private static List<String> texts(Turn turn) {
    return turn.effects().stream()
        .filter(Effect.SendText.class::isInstance)
        .map(it -> ((Effect.SendText) it).to() + " " + ((Effect.SendText) it).body())
        .toList();
  }

  @Test
  void aScheduleIsReadWithItsZoneAndItsRule() {
    var app = app(ONE_TEXT_EACH);
    var night = (Trigger.Scheduled) app.triggers().get("night");
    assertThat(night.cron().text()).isEqualTo("0 3 * * *");
    assertThat(night.zone(app)).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(night.missed()).isEqualTo(Trigger.Missed.ONCE);
    var late = (Trigger.Scheduled) app.triggers().get("late");
    assertThat(late.zone(app)).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(late.missed()).isEqualTo(Trigger.Missed.ALL);
  }

  @Test
  void theFlowRunsWithItsInputsAndTheJourneyIsOver() {
    var turn = play(ONE_TEXT_EACH).schedule("night");
    assertThat(texts(turn)).containsExactly("+15550101 It is 22:00.", "+15550102 It is 22:00.");
    assertThat(turn.journey().standing()).isEqualTo(Standing.ENDED);
    assertThat(turn.journey().contact()).isEqualTo(Contact.UNKNOWN);
  }

  @Test
  void aJourneyThatStillWaitsEndsOnceItDoesNot() {
    var play =
        play(
            """
            remind:
              start: pause
              inputs: {when: moment}
              steps:
                pause: {type: wait, for: 2h, next: later}
                later: {type: timer, name: second, after: 1h, flow: second, next: done}
                done: {type: stop}
            second:
              start: tell
              steps:
                tell: {type: text_once, to: "'+15550101'", text: "{{ start.schedule }}", next: done}
                done: {type: stop}
            """);
    assertThat(play.schedule("night").journey().standing()).isEqualTo(Standing.OPEN);
    var waited = play.pass(Duration.ofHours(2)).getLast();
    assertThat(waited.journey().standing()).isEqualTo(Standing.OPEN);
    var over = play.pass(Duration.ofHours(1)).getLast();
    assertThat(texts(over)).containsExactly("+15550101 night");
    assertThat(over.journey().standing()).isEqualTo(Standing.ENDED);
  }

  @Test
  void whoIsIdentifiedKeepsTheJourneyOpenAsLongAsTheyAreAsked() {
    var play =
        play(
            """
            remind:
              start: who
              inputs: {when: moment}
              steps:
                who: {type: identify, phone: "'+15550101'", next: call}
                call: {type: start, flow: ask, next: done}
                done: {type: stop}
            ask:
              channel: text
              start: which
              steps:
                which: {type: ask, text: "Will you come?", into: come, next: thanks}
                thanks: {type: say, text: "Thank you."}
            """);
    var asked = play.schedule("night");
    assertThat(texts(asked)).containsExactly("+15550101 Will you come?");
    assertThat(asked.journey().standing()).isEqualTo(Standing.OPEN);
    assertThat(play.text("yes").journey().standing()).isEqualTo(Standing.ENDED);
  }

  @Test
  void aFailureIsAnIncidentAndTheEnd() {
    var turn =
        play("""
                remind:
                  start: oops
                  inputs: {when: moment}
                  steps: {oops: {type: raise, code: NOBODY_HOME, message: "Nobody is at home."}}
                """)
            .schedule("night");
    assertThat(turn.effects()).anyMatch(Effect.Incident.class::isInstance);
    assertThat(turn.journey().standing()).isEqualTo(Standing.ENDED);
  }

  @Test
  void inputsThatCannotBeWorkedOutAreAnIncidentToo() {
    var app =
        new YamlDocuments(new CelLanguage(), StepTypes.ALL)
            .read(
                """
                wayfare: 1
                name: nightly
                triggers:
                  night: {type: schedule, cron: "0 3 * * *", flow: remind, with: {day: "date(timestamp(event.nothing))"}}
                flows:
                  remind:
                    start: done
                    inputs: {day: text}
                    steps: {done: {type: stop}}
                """)
            .app()
            .orElseThrow();
    var turn = new Rehearsal(app, Map.of(), Contact.UNKNOWN, NOW).schedule("night");
    assertThat(turn.effects()).anyMatch(Effect.Incident.class::isInstance);
    assertThat(turn.journey().standing()).isEqualTo(Standing.ENDED);
  }

  @Test
  void onlyAScheduleMakesAJourneyThatEndsByItself() {
    var stored = new JourneyCodec();
    var byLink = Map.<String, Object>of("schedule", "night", "due", "2026-11-23T03:00:00Z");
    assertThat(stored.read(stored.write(begun(byLink))).endsByItself()).isFalse();
    var bySchedule = new Input.Scheduled("night", NOW).start();
    assertThat(stored.read(stored.write(begun(bySchedule))).endsByItself()).isTrue();
  }

  private static Journey begun(Map<String, Object> start) {
    return Journey.begin(
        new UUID(0, 1), "link", Contact.UNKNOWN, start, NOW, NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void aScheduleThatIsGoneBeginsNothing() {
    var engine = new Engine(app(ONE_TEXT_EACH), new Surroundings(Map.of(), ""));
    var input = new Input.Scheduled("gone", NOW);
    var turn = engine.advance(begun(input.start()), input, NOW);
    assertThat(turn.trail()).isEmpty();
    assertThat(turn.journey().standing()).isEqualTo(Standing.ENDED);
  }
}
