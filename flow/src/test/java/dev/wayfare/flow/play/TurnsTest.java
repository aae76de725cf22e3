package dev.wayfare.flow.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.App;
import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Trouble;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.engine.Engine;
import dev.wayfare.flow.engine.Surroundings;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Corners of a turn that random apps found.
class TurnsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
  private static final String HEAD =
      """
      wayfare: 1
      name: corners
      variables: {order: text}
      triggers:
        texted: {type: text, flow: desk}
        open: {type: web, flow: booking}
      flows:
      """;

  private static App app(String flows) {
    return new YamlDocuments(new CelLanguage(), StepTypes.ALL)
        .read(HEAD + flows.indent(2))
        .app()
        .orElseThrow();
  }

  private static Rehearsal play(String flows) {
    return new Rehearsal(app(flows), Map.of(), Contact.byPhone("+12025550142"), NOW);
  }

  private static List<String> texts(Turn turn) {
    return turn.effects().stream()
        .filter(Effect.SendText.class::isInstance)
        .map(it -> ((Effect.SendText) it).body())
        .toList();
  }

  @Test
  void aJourneyThatIsOverHearsNothing() {
    var flows =
        """
        desk:
          channel: text
          start: over
          steps: {over: {type: end}}
        """;
    var play = play(flows);
    var ended = play.text("hi").journey();
    assertThat(ended.standing()).isEqualTo(Standing.ENDED);
    var engine = new Engine(app(flows), new Surroundings(Map.of(), "https://example.com/u/"));
    var after = engine.advance(ended, new Input.Text("hello"), NOW);
    assertThat(after.journey().stacks()).isEmpty();
    assertThat(after.effects()).isEmpty();
    assertThat(after.trail()).isEmpty();
  }

  @Test
  void timersAreDroppedInTheOrderInWhichTheyWereSet() {
    var names = List.of("zeta", "alpha", "mid", "beta", "omega", "one", "two", "three");
    var steps =
        names.stream()
            .map(
                name ->
                    "t_%s: {type: timer, name: %s, after: 1h, flow: desk, next: %s}"
                        .formatted(name, name, after(names, name)))
            .collect(Collectors.joining("\n    "));
    var play =
        play(
            """
            desk:
              channel: text
              start: t_zeta
              steps:
                %s
                what: {type: ask, text: "Well?", into: order, next: over}
                over: {type: end}
            """
                .formatted(steps));
    assertThat(play.text("hi").journey().timers().keySet()).containsExactlyElementsOf(names);
    assertThat(play.text("bye").effects())
        .containsExactlyElementsOf(names.stream().<Effect>map(Effect.DropTimer::new).toList());
  }

  private static String after(List<String> names, String name) {
    var next = names.indexOf(name) + 1;
    return next < names.size() ? "t_" + names.get(next) : "what";
  }

  @Test
  void aWebFlowThatSaysALinkToAnotherGoesOnItsWay() {
    var play =
        play(
            """
            booking:
              channel: web
              start: tell
              steps:
                tell: {type: text_once, text: "Look: {{ link('other') }}", next: here}
                here: {type: page, title: Here}
            other:
              channel: web
              start: there
              steps: {there: {type: page, title: There}}
            """);
    assertThat(texts(play.visit("open", Map.of())))
        .containsExactly("Look: https://example.com/u/rehearsal");
    assertThat(play.page().orElseThrow().title()).isEqualTo("Here");
  }

  @Test
  void aJourneyIsNeverExtendedToEndSooner() {
    var play =
        play(
            """
            desk:
              channel: text
              start: longer
              steps: {longer: {type: extend, by: 1d}}
            """);
    var before = play.journey().expires();
    assertThat(play.text("hi").journey().expires()).isEqualTo(before);
  }

  @Test
  void aFailureLeavesNoTimerThatCouldWakeAnotherFlow() {
    var play =
        play(
            """
            desk:
              channel: text
              start: what
              steps:
                what:
                  type: ask
                  text: "Which order?"
                  into: order
                  check: "order.charAt(9) == 'x'"
                  patience: 10m
                  silent: nothing
                nothing: {type: say, text: "You said nothing."}
            """);
    play.text("hi");
    assertThat(play.journey().timers()).hasSize(1);
    var failed = play.text("A1");
    assertThat(failed.effects()).anyMatch(Effect.Incident.class::isInstance);
    assertThat(play.journey().timers()).isEmpty();
    assertThat(play.pass(Duration.ofHours(1))).isEmpty();
  }

  @Test
  void anInputOfAnotherTypeFailsWhereTheFlowIsRun() {
    var play =
        play(
            """
            desk:
              channel: text
              start: find
              steps:
                find: {type: run, flow: double, with: {amount: "dyn('x')"}, next: done}
                done: {type: say, text: "Done"}
                unfit: {type: catch, codes: [EXPRESSION], next: tell}
                tell: {type: say, text: "{{ error.step }}"}
            double:
              start: twice
              inputs: {amount: number}
              steps: {twice: {type: stop, result: {all: amount * 2}}}
            """);
    assertThat(texts(play.text("hi"))).containsExactly("find");
  }

  @Test
  void pagesThatEnterOneAnotherWithoutEndMoveTheWebOnce() {
    var play =
        play(
            """
            booking:
              channel: web
              start: on
              steps: {on: {type: enter, flow: other}}
            other:
              channel: web
              start: back
              steps: {back: {type: enter, flow: booking}}
            """);
    var turn = play.visit("open", Map.of());
    assertThat(turn.effects())
        .hasSize(2)
        .contains(new Effect.WebMoved())
        .anyMatch(
            it -> it instanceof Effect.Incident(var why) && why.code().equals(Trouble.BUDGET));
  }

  @Test
  void aTurnThatRanAwayOnAnotherChannelIsOneIncident() {
    var play =
        play(
            """
            desk:
              channel: text
              start: move
              steps:
                move: {type: enter, flow: booking, next: again}
                again: {type: branch, cases: [{when: "order == 'stop'", next: end}], otherwise: move}
                end: {type: stop}
            booking:
              channel: web
              start: here
              steps: {here: {type: page, title: Here}}
            """);
    assertThat(play.text("hi").effects()).filteredOn(Effect.Incident.class::isInstance).hasSize(1);
  }

  @Test
  void aTurnThatRanAwaySendsNothingButTheAppsOwnAnswer() {
    var play =
        play(
            """
            desk:
              channel: text
              start: more
              steps:
                more: {type: say, text: "More", next: again}
                again: {type: branch, cases: [{when: "order == 'stop'", next: end}], otherwise: more}
                end: {type: stop}
            """);
    assertThat(texts(play.text("hi")))
        .containsExactly("Sorry, something went wrong on our side. Please try again later.");
    assertThat(play.journey().standsOn(Channel.TEXT)).isFalse();
  }
}
