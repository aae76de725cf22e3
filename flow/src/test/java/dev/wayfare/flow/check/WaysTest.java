package dev.wayfare.flow.check;

import static dev.wayfare.flow.check.Checked.told;
import static dev.wayfare.flow.check.Checked.withFlows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Problem;
import org.junit.jupiter.api.Test;

/// Where steps lead, and which flows are begun from where.
class WaysTest {

  @Test
  void anAppWithoutFaultHasNoProblems() {
    assertThat(Checked.problems(Checked.CLEAN)).isEmpty();
  }

  @Test
  void anExitLeadsToAStep() {
    var problems =
        withFlows(
            """
            other:
              channel: text
              start: hello
              steps:
                hello: {type: say, text: "Hello", next: goodby}
                goodbye: {type: say, text: "Bye", next: elsewhere}
            """);
    assertThat(told(problems))
        .contains(
            "ERROR TARGET_MISSING flows/other/steps/hello/next:19 There is no step `goodby` in the"
                + " flow `other`.",
            "ERROR TARGET_MISSING flows/other/steps/goodbye/next:20 There is no step `elsewhere` in"
                + " the flow `other`.");
    assertThat(problems)
        .extracting(Problem::wayOut)
        .contains("Did you mean `goodbye`?", "Add a step `elsewhere`, or name another one here.");
  }

  @Test
  void aFlowStartsAtAStep() {
    assertThat(
            told(
                withFlows(
                    """
                    other:
                      channel: text
                      start: hullo
                      steps:
                        hello: {type: say, text: "Hello"}
                    """)))
        .contains(
            "ERROR TARGET_MISSING flows/other/start:17 There is no step `hullo` in the flow"
                + " `other`.");
  }

  @Test
  void aStepThatCouldNotBeReadIsNotMissing() {
    assertThat(
            told(
                withFlows(
                    """
                    other:
                      channel: text
                      start: hello
                      steps:
                        hello: {type: sai, text: "Hello"}
                    """)))
        .isEmpty();
  }

  @Test
  void aFlowThatIsNamedIsThere() {
    assertThat(
            told(
                withFlows(
                    """
                    other:
                      channel: text
                      start: look
                      steps:
                        look: {type: run, flow: helpr, next: tell}
                        tell: {type: say, text: "Go to {{ link('book') }} or {{ link('helper', 'w') }}"}
                    """)))
        .containsExactly(
            "ERROR FLOW_MISSING flows/other/steps/look/flow:19 There is no flow `helpr`.",
            "ERROR TARGET_MISSING flows/other/steps/tell/text:20 There is no step `w` in the flow"
                + " `helper`.",
            "ERROR FLOW_MISSING flows/other/steps/tell/text:20 There is no flow `book`.",
            "ERROR FLOW_WRONG_CHANNEL flows/other/steps/tell/text:20 A page needs a flow of channel"
                + " web, and `helper` is of channel text.");
  }

  private static final String PAGES =
      """
      booking:
        channel: web
        start: choose
        steps:
          choose: {type: page, title: "Choose", next: send}
          send: {type: start, flow: %s, next: move}
          move: {type: enter, flow: %s, next: work}
          work: {type: run, flow: %s, next: later}
          later: {type: timer, name: t, after: 1h, flow: helper}
      sums:
        start: add
        steps:
          add: {type: log, level: info, code: added, message: "Added"}
      """;

  @Test
  void aFlowIsBegunOnItsOwnChannel() {
    assertThat(told(withFlows(PAGES.formatted("helper", "booking", "sums")))).isEmpty();
    assertThat(told(withFlows(PAGES.formatted("booking", "helper", "helper"))))
        .containsExactly(
            "ERROR FLOW_WRONG_CHANNEL flows/booking/steps/send/flow:20 This step needs a flow of"
                + " channel text, and `booking` is of channel web.",
            "ERROR FLOW_WRONG_CHANNEL flows/booking/steps/move/flow:21 This step needs a flow of"
                + " channel web, and `helper` is of channel text.",
            "ERROR FLOW_WRONG_CHANNEL flows/booking/steps/work/flow:22 A flow of channel web cannot"
                + " run `helper`, which is of channel text.");
  }

  @Test
  void aTriggerStartsAFlowOfItsChannel() {
    var document =
        Checked.CLEAN.replace(
            "  texted: {type: text, flow: helper}",
            "  texted: {type: text, flow: helper}\n  visited: {type: web, flow: helper}");
    assertThat(told(Checked.problems(document)))
        .containsExactly(
            "ERROR FLOW_WRONG_CHANNEL triggers/visited/flow:6 A visit needs a flow of channel web,"
                + " and `helper` is of channel text.");
  }

  @Test
  void aWayLeadsToEveryStep() {
    assertThat(
            told(
                withFlows(
                    """
                    booking:
                      channel: web
                      start: choose
                      steps:
                        choose: {type: page, title: "Choose"}
                        linked: {type: page, title: "Linked", next: after}
                        after: {type: page, title: "See {{ link('booking', 'linked') }}"}
                        caught: {type: catch, next: sorry}
                        sorry: {type: page, title: "Sorry"}
                        alone: {type: page, title: "Alone", next: too}
                        too: {type: page, title: "Alone too", next: alone}
                    """)))
        .containsExactly(
            "WARNING STEP_UNREACHABLE flows/booking/steps/alone:24 No way leads to the step"
                + " `alone`.",
            "WARNING STEP_UNREACHABLE flows/booking/steps/too:25 No way leads to the step `too`.");
  }

  private static final String ROUND =
      """
      round:
        channel: text
        start: a
        steps:
          a: {type: say, text: "A", next: b}
          b: %s
          c: {type: say, text: "C", next: a}
      """;

  @Test
  void stepsThatGoRoundWaitSomewhere() {
    assertThat(told(withFlows(ROUND.formatted("{type: say, text: B, next: c}"))))
        .containsExactly(
            "ERROR LOOP_WITHOUT_INPUT flows/round/steps/a:19 The steps `a`, `b`, `c` go round"
                + " without ever waiting or ending.");
    assertThat(
            told(
                withFlows(
                    ROUND.formatted("{type: branch, cases: [{when: 'order == order', next: c}]}"))))
        .containsExactly(
            "WARNING LOOP_WITHOUT_INPUT flows/round/steps/a:19 The steps `a`, `b`, `c` go round"
                + " without waiting; only a condition ends this.");
    assertThat(told(withFlows(ROUND.formatted("{type: ask, text: B, into: order, next: c}"))))
        .isEmpty();
    assertThat(told(withFlows(ROUND.formatted("{type: run, flow: helper, next: c}")))).isEmpty();
    assertThat(told(withFlows(ROUND.formatted("{type: each, in: '[1]', as: i, do: c}")))).isEmpty();
  }

  @Test
  void aStepThatLeadsToItselfGoesRound() {
    assertThat(
            told(
                withFlows(
                    """
                    round:
                      channel: text
                      start: a
                      steps:
                        a: {type: say, text: "A", next: a}
                    """)))
        .containsExactly(
            "ERROR LOOP_WITHOUT_INPUT flows/round/steps/a:19 The step `a` leads back to itself"
                + " without ever waiting or ending.");
  }

  private static final String CALLS =
      """
      one:
        start: a
        steps:
          a: {type: log, level: info, code: x, message: "X", next: b}
          b: {type: run, flow: two}
      two:
        start: a
        steps:
          a: %s
          b: {type: run, flow: one}
      """;

  @Test
  void aFlowDoesNotRunItselfWithoutEnd() {
    assertThat(
            told(
                withFlows(
                    CALLS.formatted("{type: log, level: info, code: x, message: Y, next: b}"))))
        .containsExactly(
            "ERROR CALLS_ITSELF flows/one/steps/b/flow:19 The flows `one`, `two` run one another"
                + " without end.");
    assertThat(
            told(
                withFlows(
                    CALLS.formatted("{type: branch, cases: [{when: 'order == order', next: b}]}"))))
        .containsExactly(
            "WARNING CALLS_ITSELF flows/one/steps/b/flow:19 The flows `one`, `two` run one another;"
                + " each time it lies on top of the last, and the depth is limited.");
    assertThat(told(withFlows(CALLS.formatted("{type: stop}"))))
        .containsExactly(
            "WARNING CALLS_ITSELF flows/one/steps/b/flow:19 The flows `one`, `two` run one another;"
                + " each time it lies on top of the last, and the depth is limited.",
            "WARNING STEP_UNREACHABLE flows/two/steps/b:24 No way leads to the step `b`.");
  }
}
