package dev.wayfare.flow.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Place;
import dev.wayfare.flow.Type;
import dev.wayfare.flow.change.Contract.Added;
import dev.wayfare.flow.change.Contract.Removed;
import dev.wayfare.flow.change.Contract.Renamed;
import dev.wayfare.flow.change.Contract.Retyped;
import dev.wayfare.flow.change.Impact.Count;
import dev.wayfare.flow.change.Impact.Fate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a publisher is told about those in the middle before anybody is moved.
class ImpactTest {
  private static final String OLD =
      """
      wayfare: 1
      name: desk
      variables: {order: text, size: number, gone: text}
      triggers: {texted: {type: text, flow: helper}}
      flows:
        helper:
          channel: text
          start: which
          steps:
            which: {type: ask, text: "Which order?", into: order, next: size}
            size: {type: ask, text: "How many?", expect: number, into: size, next: sure}
            sure: {type: ask, text: "Sure?", into: gone, next: why}
            why: {type: ask, text: "Why?", into: why}
        other:
          channel: text
          start: hello
          steps: {hello: {type: ask, text: "{{ order }}?", into: order}}
      """;

  private static final String NOW =
      """
      wayfare: 1
      name: desk
      variables: {number: text, size: text, colour: {type: text, default: blue}}
      triggers: {texted: {type: text, flow: helper}}
      flows:
        helper:
          channel: text
          start: which
          inputs: {extra: date}
          steps:
            which: {type: ask, text: "Which order?", into: number, next: count}
            count: {type: ask, text: "How many?", into: size, next: why}
            why: {type: ask, text: "Why?", note: A remark., into: why}
      """;

  private static final MoveMap MAP =
      new MoveMap(
          Map.of(
              "variables/order", "variables/number",
              "flows/helper/steps/size", "flows/helper/steps/count"));

  private static Count at(String flow, String step, int people) {
    return new Count(new Stand(Channel.TEXT, flow, step), people);
  }

  @Test
  void everyPlaceIsKeptChangedOrDeleted() {
    var impact =
        Impact.of(
            List.of(
                at("helper", "why", 5),
                at("helper", "size", 3),
                at("helper", "sure", 2),
                at("other", "hello", 1)),
            Midway.app(OLD),
            Midway.app(NOW),
            MAP);
    assertThat(impact.lines())
        .extracting(line -> line.fate() + " " + line.to().map(Place::path).orElse("nowhere"))
        .containsExactly(
            "KEPT flows/helper/steps/why",
            "CHANGED flows/helper/steps/count",
            "DELETED flows/helper/steps/count",
            "FLOW_DELETED nowhere");
    assertThat(impact.journeys(Fate.KEPT)).isEqualTo(5);
    assertThat(impact.journeys(Fate.DELETED)).isEqualTo(2);
  }

  @Test
  void theContractTellsWhatBecomesOfVariables() {
    var contract = Contract.between(Midway.app(OLD), Midway.app(NOW), MAP);
    assertThat(contract.terms())
        .containsExactly(
            new Removed(place("variables/gone")),
            new Renamed(place("variables/order"), place("variables/number")),
            new Retyped(place("variables/size"), Type.NUMBER, Type.TEXT, true),
            new Added(place("variables/colour"), Type.TEXT, "blue"),
            new Added(place("flows/helper/inputs/extra"), Type.DATE, ""));
    assertThat(Contract.between(Midway.app(NOW), Midway.app(OLD), MoveMap.NONE).terms())
        .contains(new Retyped(place("variables/size"), Type.TEXT, Type.NUMBER, false));
  }

  @Test
  void everyChannelOfAJourneyHasItsStand() {
    var person = new Midway(OLD).texts("hi");
    assertThat(Stand.of(person.journey()))
        .containsExactly(new Stand(Channel.TEXT, "helper", "which"));
    assertThat(Stand.of(person.journey()).getFirst().in(Midway.app(NOW))).isTrue();
  }

  private static Place place(String path) {
    return new Place(path, 0, 0);
  }
}
