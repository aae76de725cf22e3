package dev.wayfare.flow.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Standing;
import dev.wayfare.flow.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// People parked on steps that are kept, changed, moved and deleted, by text, on pages and on
/// calls.
class MoverTest {
  private static final String DESK =
      """
      wayfare: 1
      name: desk
      variables: {order: text, size: number, left: text, day: date}
      answers: {text: Sorry, web: Sorry, voice: Sorry}
      triggers:
        texted: {type: text, flow: helper}
        called: {type: call, flow: hotline, hung_up: after}
        booked: {type: web, flow: booking}
      flows:
        helper:
          channel: text
          start: which
          steps:
            which: {type: ask, text: "Which order?", into: order, next: size}
            size: {type: ask, text: "How many boxes?", expect: number, into: size, patience: 1h, silent: late, next: sum}
            sum: {type: say, text: "{{ size }} boxes of {{ order }}.", next: inner}
            late: {type: say, text: "Too late."}
            inner: {type: run, flow: sub, next: later}
            later: {type: timer, name: reminder, after: 24h, flow: nudge, next: pause}
            pause: {type: wait, for: 2h, next: bye}
            bye: {type: say, text: Bye}
        sub:
          channel: text
          start: place
          steps:
            place: {type: ask, text: "Where?", into: where, next: sure}
            sure: {type: ask, text: "Sure about {{ where }}?", into: yes}
        nudge:
          channel: text
          start: nudge
          steps: {nudge: {type: ask, text: "Still there?", into: left}}
        hotline:
          channel: voice
          start: order
          steps:
            order: {type: ask, text: "Your order?", into: order, next: many}
            many: {type: ask, text: "How many?", into: left, next: thanks}
            thanks: {type: say, text: "Thanks for {{ order }}.", next: bye}
            bye: {type: hang_up}
        after:
          channel: text
          start: thanks
          steps: {thanks: {type: say, text: "Thanks for calling."}}
        booking:
          channel: web
          start: choose
          steps:
            choose:
              type: page
              title: "Which day?"
              controls: [{type: date, id: day, label: Day}, {type: text_field, id: left, label: Where}]
              next: check
            check: {type: page, title: "{{ day }}?", next: done}
            done: {type: page, title: Done}
      """;

  private static final Map<String, List<String>> FRIDAY =
      Map.of("day", List.of("2026-11-27"), "left", List.of("door"));

  private static String desk(String... edits) {
    var now = DESK;
    for (var i = 0; i < edits.length; i += 2) {
      assertThat(now).contains(edits[i]);
      now = now.replace(edits[i], edits[i + 1]);
    }
    return now;
  }

  private static Midway atSize() {
    return new Midway(DESK).texts("hi").texts("PD-1");
  }

  // --- text

  @Test
  void aStepThatIsKeptKeepsWaitingInSilence() {
    var person = atSize().moves(desk("{{ size }} boxes of", "So {{ size }} of"));
    assertThat(person.heard()).isEmpty();
    assertThat(person.notes()).containsExactly("text KEPT: keeps waiting at helper / size");
    assertThat(person.texts("3").heard()).containsExactly("So 3 of PD-1.", "Where?");
  }

  @Test
  void aStepWhoseWordsChangedKeepsWaitingToo() {
    var person = atSize().moves(desk("How many boxes?", "How many parcels?"));
    assertThat(person.heard()).isEmpty();
    assertThat(person.texts("many").heard().getFirst()).endsWith("How many parcels?");
    assertThat(person.texts("2").heard()).containsExactly("2 boxes of PD-1.", "Where?");
  }

  @Test
  void itsTimerStaysWithIt() {
    var person = atSize().moves(desk("Too late.", "Sorry, too late."));
    assertThat(person.effects()).noneMatch(Effect.DropTimer.class::isInstance);
    assertThat(person.waits().heard()).containsExactly("Sorry, too late.");
  }

  @Test
  void aStepOfTheSameIdAndAnotherKindBeginsAgain() {
    var person =
        atSize()
            .moves(
                desk(
                    "{type: ask, text: \"How many boxes?\", expect: number, into: size, patience: 1h, silent: late, next: sum}",
                    "{type: menu, text: \"Many boxes?\", options: {many: {match: [many], next: sum}, few: {match: [few], next: late}}}"));
    assertThat(person.heard()).containsExactly("Many boxes?");
    assertThat(person.notes())
        .containsExactly(
            "text BEGINS_AGAIN: begins helper / size again",
            "text TIMER_DROPPED: The timer of `size` is dropped: it does not wait there any more.");
    assertThat(person.effects())
        .contains(new Effect.DropTimer(Timer.Wake.name(Channel.TEXT, 1, "size")));
    assertThat(person.texts("few").heard()).containsExactly("Too late.");
  }

  @Test
  void fromADeletedStepOneGoesToTheNearestQuestionBefore() {
    var gone =
        desk(
            "      size: {type: ask, text: \"How many boxes?\", expect: number, into: size, patience: 1h, silent: late, next: sum}\n",
            "",
            "next: size",
            "next: sum");
    var person = atSize().moves(gone);
    assertThat(person.heard()).containsExactly("Which order?");
    assertThat(person.notes())
        .contains("text ELSEWHERE: goes from helper / size to helper / which");
    assertThat(person.texts("PD-2").heard()).containsExactly("0 boxes of PD-2.", "Where?");
  }

  @Test
  void whereNoQuestionIsLeftBeforeItTheFlowBegins() {
    var gone =
        desk(
            "start: which\n    steps:\n      which: {type: ask, text: \"Which order?\", into: order, next: size}\n",
            "start: hello\n    steps:\n      hello: {type: set, values: {order: \"'none'\"}, next: size}\n");
    var person = new Midway(DESK).texts("hi").moves(gone);
    assertThat(person.heard()).containsExactly("How many boxes?");
    assertThat(person.stands()).containsExactly("text helper/size");
  }

  @Test
  void aMapSaysWhatTakesThePlaceOfAStep() {
    var other =
        desk(
            "size: {type: ask, text: \"How many boxes?\"",
            "count: {type: ask, text: \"How many, then?\"",
            "next: size",
            "next: count");
    var person =
        atSize().moves(other, Map.of("flows/helper/steps/size", "flows/helper/steps/count"));
    assertThat(person.heard()).containsExactly("How many, then?");
    assertThat(person.texts("4").heard()).containsExactly("4 boxes of PD-1.", "Where?");
  }

  @Test
  void aStepThatOnlyHasAnotherNameKeepsWaitingWithItsTimer() {
    var other = desk("size: {type: ask", "count: {type: ask", "next: size", "next: count");
    var person =
        atSize().moves(other, Map.of("flows/helper/steps/size", "flows/helper/steps/count"));
    assertThat(person.heard()).isEmpty();
    assertThat(person.stands()).containsExactly("text helper/count");
    assertThat(person.effects())
        .contains(new Effect.DropTimer(Timer.Wake.name(Channel.TEXT, 1, "size")))
        .anyMatch(
            effect ->
                effect instanceof Effect.SetTimer(var name, _)
                    && name.equals(Timer.Wake.name(Channel.TEXT, 1, "count")));
    assertThat(person.waits().heard()).containsExactly("Too late.");
  }

  @Test
  void aWholeFlowMayHaveAnotherName() {
    var other = desk("helper", "desk_by_text");
    var person = atSize().moves(other, Map.of("flows/helper", "flows/desk_by_text"));
    assertThat(person.heard()).isEmpty();
    assertThat(person.texts("1").heard()).containsExactly("1 boxes of PD-1.", "Where?");
  }

  @Test
  void aFlowThatIsGoneIsRefusedWithItsPlace() {
    var moving = atSize().moving(desk("helper", "desk_by_text"), Map.of());
    assertThat(moving)
        .isEqualTo(
            new Moving.Refused(
                List.of(
                    new Moving.Reason(
                        Moving.Code.FLOW_GONE,
                        new Place("flows/helper/steps/size", 0, 0),
                        "The flow `helper` is gone, and nothing takes its place."))));
  }

  @Test
  void aMapThatNamesNothingIsRefused() {
    var moving = atSize().moving(DESK, Map.of("flows/helper/steps/size", "flows/helper/steps/who"));
    assertThat(((Moving.Refused) moving).reasons())
        .extracting(Moving.Reason::code, Moving.Reason::text)
        .contains(
            tuple(Moving.Code.MAP_WRONG, "There is no `flows/helper/steps/who` in the newer app."));
  }

  // --- flows that run one another

  private static Midway inside() {
    return atSize().texts("3").texts("Berlin");
  }

  @Test
  void aFlowThatWasRunKeepsItsPlaceAndItsVariables() {
    var person = inside().moves(desk("Which order?", "Your order?"));
    assertThat(person.heard()).isEmpty();
    assertThat(person.texts("sure").journey().stack(Channel.TEXT)).hasSize(1);
    assertThat(person.stands()).containsExactly("text helper/pause");
  }

  @Test
  void aStepDeletedInsideGoesBackInside() {
    var person =
        inside()
            .moves(
                desk(
                    "into: where, next: sure}\n      sure: {type: ask, text: \"Sure about {{ where }}?\", into: yes}",
                    "into: where}"));
    assertThat(person.heard()).containsExactly("Where?");
    assertThat(person.texts("Bonn").stands()).containsExactly("text helper/pause");
  }

  @Test
  void whenTheStepThatRunsItIsGoneTheOuterFlowBeginsBefore() {
    var person =
        inside()
            .moves(
                desk(
                    "      inner: {type: run, flow: sub, next: later}\n",
                    "",
                    "next: inner",
                    "next: later"));
    assertThat(person.heard()).containsExactly("How many boxes?");
    assertThat(person.stands()).containsExactly("text helper/size");
  }

  @Test
  void whenTheStepRunsAnotherFlowItRunsThat() {
    var person = inside().moves(desk("type: run, flow: sub", "type: run, flow: nudge"));
    assertThat(person.heard()).containsExactly("Still there?");
    assertThat(person.journey().stack(Channel.TEXT)).hasSize(2);
    assertThat(person.texts("yes").stands()).containsExactly("text helper/pause");
  }

  @Test
  void whatLiesUnderAnotherFlowBeginsWhenItsTurnComes() {
    var person = inside().texts("sure");
    person.takes(new Input.TimerFired("reminder", person.journey().timers().get("reminder").at()));
    assertThat(person.stands()).containsExactly("text nudge/nudge");
    var gone =
        desk(
            "      pause: {type: wait, for: 2h, next: bye}\n",
            "",
            "flow: nudge, next: pause",
            "flow: nudge, next: bye");
    person.moves(gone);
    assertThat(person.heard()).isEmpty();
    assertThat(person.stands()).containsExactly("text nudge/nudge");
    assertThat(person.texts("yes").heard()).containsExactly("How many boxes?");
  }

  @Test
  void anAnswerFromOutsideIsAwaitedBeforeTheMove() {
    var asks =
        desk(
            "late: {type: say, text: \"Too late.\"}",
            "late: {type: http, connection: orders, path: /late, next: bye}");
    var person = new Midway(asks).texts("hi").texts("PD-1").waits();
    var moving = person.moving(DESK, Map.of());
    assertThat(((Moving.NotNow) moving).reasons())
        .extracting(Moving.Reason::text)
        .containsExactly("`late` waits for an answer from outside.");
    var key = person.journey().asked().keySet().iterator().next();
    person.takes(new Input.Answered(key, new Outcome.Failed("NO", "no"), false));
    assertThat(person.moving(DESK, Map.of())).isInstanceOf(Moving.Moved.class);
  }

  @Test
  void aTimerOfAFlowThatIsGoneIsDropped() {
    var person = inside().texts("sure");
    var other =
        desk(
            "      later: {type: timer, name: reminder, after: 24h, flow: nudge, next: pause}\n",
            "",
            "next: later",
            "next: pause");
    assertThat(person.moving(other, Map.of()))
        .extracting(it -> ((Moving.Moved) it).journey().timers().keySet().contains("reminder"))
        .isEqualTo(true);
    var gone =
        other.replace(
            "  nudge:\n    channel: text\n    start: nudge\n    steps: {nudge: {type: ask, text: \"Still there?\", into: left}}\n",
            "");
    person.moves(gone);
    assertThat(person.notes())
        .contains("none TIMER_DROPPED: The timer `reminder` is dropped: its flow `nudge` is gone.");
    assertThat(person.effects()).contains(new Effect.DropTimer("reminder"));
  }

  // --- pages

  @Test
  void aPageThatIsKeptTakesWhatWasTypedBefore() {
    var person = new Midway(DESK).visits("booked").moves(desk("Which day?", "What day?"));
    assertThat(person.effects()).noneMatch(Effect.WebMoved.class::isInstance);
    assertThat(person.page().orElseThrow().title()).isEqualTo("What day?");
    assertThat(person.sends(FRIDAY).page().orElseThrow().title()).isEqualTo("2026-11-27?");
  }

  @Test
  void fromADeletedPageOneGoesToTheOneBefore() {
    var gone =
        desk(
            "      check: {type: page, title: \"{{ day }}?\", next: done}\n",
            "",
            "next: check",
            "next: done");
    var person = new Midway(DESK).visits("booked").sends(FRIDAY).moves(gone);
    assertThat(person.page().orElseThrow().title()).isEqualTo("Which day?");
    assertThat(person.effects()).contains(new Effect.WebMoved());
    assertThat(person.sends(FRIDAY).page().orElseThrow().title()).isEqualTo("Done");
  }

  @Test
  void aPageThatAnotherTakesThePlaceOfIsShown() {
    var other =
        desk(
            "check: {type: page, title: \"{{ day }}?\"",
            "look: {type: page, title: \"{{ day }}, right?\"",
            "next: check",
            "next: look");
    var person =
        new Midway(DESK)
            .visits("booked")
            .sends(FRIDAY)
            .moves(other, Map.of("flows/booking/steps/check", "flows/booking/steps/look"));
    assertThat(person.page().orElseThrow().title()).isEqualTo("2026-11-27, right?");
    assertThat(person.sends(Map.of()).page().orElseThrow().title()).isEqualTo("Done");
  }

  // --- calls

  private static Midway onCall() {
    return new Midway(DESK).calls("called").says("PD-1");
  }

  @Test
  void aCallGoesOnAtAKeptStep() {
    var person = onCall().moves(desk("Thanks for {{ order }}.", "Good, {{ order }}."));
    assertThat(person.heard()).isEmpty();
    assertThat(person.says("three").heard()).containsExactly("Good, PD-1.", "(hangs up)");
  }

  @Test
  void aCallIsAskedAgainWhenItSpeaksNext() {
    var gone =
        desk(
            "      many: {type: ask, text: \"How many?\", into: left, next: thanks}\n",
            "",
            "next: many",
            "next: thanks");
    var person = onCall().moves(gone);
    assertThat(person.heard()).isEmpty();
    assertThat(person.says("three").heard()).containsExactly("Your order? …");
    assertThat(person.says("PD-9").heard()).containsExactly("Thanks for PD-9.", "(hangs up)");
  }

  @Test
  void aCallIsAskedWhatTakesThePlaceOfItsStep() {
    var other =
        desk(
            "many: {type: ask, text: \"How many?\"",
            "count: {type: ask, text: \"How many boxes do you have?\"",
            "next: many",
            "next: count");
    var person =
        onCall().moves(other, Map.of("flows/hotline/steps/many", "flows/hotline/steps/count"));
    assertThat(person.takes(new Input.Held()).heard())
        .containsExactly("How many boxes do you have? …");
  }

  @Test
  void whatWouldRunAfterTheCallIsDroppedWithItsFlow() {
    var gone =
        desk(
            ", hung_up: after",
            "",
            "  after:\n    channel: text\n    start: thanks\n    steps: {thanks: {type: say, text: \"Thanks for calling.\"}}\n",
            "");
    var person = onCall().moves(gone);
    assertThat(person.notes())
        .contains("voice PLAN_DROPPED: Nothing runs after the call: the flow `after` is gone.");
    assertThat(person.journey().onCall()).isTrue();
    person.takes(new Input.HungUp(Input.CallEnd.COMPLETED, Duration.ofSeconds(9)));
    assertThat(person.heard()).isEmpty();
    assertThat(person.stands()).isEmpty();
  }

  // --- variables

  @Test
  void aVariableThatIsGoneIsDropped() {
    var gone =
        desk(
            "order: text, ",
            "",
            "into: order",
            "into: other",
            "of {{ order }}",
            "",
            "for {{ order }}",
            "");
    var person = atSize().moves(gone);
    assertThat(person.journey().variables()).doesNotContainKey("order");
    assertThat(person.notes())
        .contains(
            "none VARIABLE_DROPPED: `order` is not a variable any more, and what it held is dropped.");
  }

  @Test
  void aVariableMayHaveAnotherName() {
    var other =
        desk(
            "order: text",
            "number: text",
            "into: order",
            "into: number",
            "{{ order }}",
            "{{ number }}");
    var person = atSize().moves(other, Map.of("variables/order", "variables/number"));
    assertThat(person.texts("2").heard()).contains("2 boxes of PD-1.");
  }

  @Test
  void aVariableThatIsNewHoldsWhatItBeginsWith() {
    var more =
        desk(
            "day: date",
            "day: date, colour: {type: text, default: blue}",
            "{{ size }} boxes",
            "{{ size }} {{ colour }} boxes");
    assertThat(atSize().moves(more).texts("2").heard()).contains("2 blue boxes of PD-1.");
  }

  @Test
  void aFlowsVariableThatBecameTheAppsGoesThere() {
    var more =
        desk("day: date", "day: date, where: text", "text: Bye", "text: \"Bye from {{ where }}\"");
    var person = inside().moves(more).texts("yes").waits();
    assertThat(person.heard()).containsExactly("Bye from Berlin");
  }

  @Test
  void anotherTypeIsTakenWhereNothingIsLost() {
    var person = new Midway(DESK).texts("hi").texts("12").texts("3");
    var other =
        desk(
            "order: text, size: number",
            "order: number, size: text",
            "text: \"Which order?\", into",
            "text: \"Which order?\", expect: number, into",
            "text: \"Your order?\", into",
            "text: \"Your order?\", expect: number, into",
            "expect: number, into: size",
            "into: size");
    var moved = (Moving.Moved) person.moving(other, Map.of());
    assertThat(moved.journey().variables()).containsEntry("order", 12d).containsEntry("size", "3");
  }

  @Test
  void aValueThatWouldLoseSomethingIsRefusedWithoutBeingTold() {
    var other =
        desk(
            "order: text",
            "order: number",
            "text: \"Which order?\", into",
            "text: \"Which order?\", expect: number, into",
            "text: \"Your order?\", into",
            "text: \"Your order?\", expect: number, into");
    assertThat(((Moving.Refused) atSize().moving(other, Map.of())).reasons())
        .containsExactly(
            new Moving.Reason(
                Moving.Code.VARIABLE_TYPE,
                new Place("variables/order", 0, 0),
                "`order` holds a text, which does not become a value of type number without loss."));
  }

  // --- restart and end

  @Test
  void aJourneyBeginsAnewWithASentence() {
    var person =
        inside().restarts(desk("Which order?", "Your order?"), "Sorry, we have to begin again.");
    assertThat(person.heard()).containsExactly("Sorry, we have to begin again.", "Your order?");
    assertThat(person.journey().variables()).isEmpty();
    assertThat(person.journey().timers()).isEmpty();
    assertThat(person.stands()).containsExactly("text helper/which");
  }

  @Test
  void aPageBeginsAnewAtItsStart() {
    var person = new Midway(DESK).visits("booked").sends(FRIDAY).restarts(DESK, "Unheard");
    assertThat(person.heard()).isEmpty();
    assertThat(person.page().orElseThrow().title()).isEqualTo("Which day?");
  }

  @Test
  void aJourneyEndsWithASentence() {
    var person = atSize().takes(new Input.Closed(Optional.of("We are closed now.")));
    assertThat(person.heard()).containsExactly("We are closed now.");
    assertThat(person.journey().standing()).isEqualTo(Standing.ENDED);
    assertThat(person.effects())
        .contains(new Effect.DropTimer(Timer.Wake.name(Channel.TEXT, 1, "size")));
    assertThat(((Moving.Refused) person.moving(DESK, Map.of())).reasons())
        .extracting(Moving.Reason::code)
        .containsExactly(Moving.Code.OVER);
  }

  @Test
  void nobodyIsToldWhereNoTextIsOpen() {
    var person = new Midway(DESK).visits("booked").takes(new Input.Closed(Optional.of("Closed.")));
    assertThat(person.heard()).isEmpty();
    assertThat(person.effects()).contains(new Effect.WebMoved());
  }
}
