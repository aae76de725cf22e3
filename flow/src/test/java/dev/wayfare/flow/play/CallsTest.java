package dev.wayfare.flow.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Channel;
import dev.wayfare.flow.Contact;
import dev.wayfare.flow.Effect;
import dev.wayfare.flow.Input;
import dev.wayfare.flow.Turn;
import dev.wayfare.flow.Verb;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.JourneyCodec;
import dev.wayfare.flow.json.Sealer;
import dev.wayfare.flow.json.TrailCodec;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.step.StepTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is heard on a call, and who gets to see it.
class CallsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

  private static Rehearsal called(String steps) {
    var source =
        """
        wayfare: 1
        name: calls
        variables: {pin: {type: secret}, heard: any}
        triggers: {called: {type: call, flow: hotline}}
        flows:
          hotline:
            channel: voice
            start: first
            steps:
        """
            + steps.indent(6);
    var reading = new YamlDocuments(new CelLanguage(), StepTypes.ALL).read(source);
    assertThat(reading.problems()).isEmpty();
    var play =
        new Rehearsal(reading.app().orElseThrow(), Map.of(), Contact.byPhone("+12025550142"), NOW);
    play.call("called");
    return play;
  }

  private static Rehearsal asked(String expect) {
    return called(
        """
        first: {type: ask, text: "Well?", expect: %s, into: heard, next: done}
        done: {type: ask, text: Done?, into: done}
        """
            .formatted(expect));
  }

  private static Object said(String expect, String speech) {
    var play = asked(expect);
    play.say(speech);
    return play.journey().variables().getOrDefault("heard", "nothing");
  }

  private static Object keyed(String expect, String digits) {
    var play = asked(expect);
    play.press(digits);
    return play.journey().variables().getOrDefault("heard", "nothing");
  }

  @Test
  void answersAreReadAsTheyAreSaid() {
    assertThat(said("text", "Ada Lovelace.")).isEqualTo("Ada Lovelace");
    assertThat(said("number", "Twelve.")).isEqualTo(12d);
    assertThat(said("number", "3.5")).isEqualTo(3.5);
    assertThat(said("number", "a few")).isEqualTo("nothing");
    assertThat(said("date", "Tomorrow.")).isEqualTo("2026-11-24");
    assertThat(said("date", "December 24th.")).isEqualTo("2026-12-24");
    assertThat(said("time", "2:30 p.m.")).isEqualTo("14:30");
    assertThat(said("email", "Ada at example dot com.")).isEqualTo("ada@example.com");
    assertThat(said("phone", "+1 202 555 0199.")).isEqualTo("+12025550199");
    assertThat(said("yes_no", "Yeah, of course.")).isEqualTo(true);
    assertThat(said("yes_no", "Oh no, thanks!")).isEqualTo(false);
    assertThat(said("yes_no", "Yes and no.")).isEqualTo("nothing");
  }

  @Test
  void answersAreReadAsTheyAreKeyed() {
    assertThat(keyed("text", "4711")).isEqualTo("4711");
    assertThat(keyed("number", "12*5")).isEqualTo(12.5);
    assertThat(keyed("date", "20261224")).isEqualTo("2026-12-24");
    assertThat(keyed("date", "1224")).isEqualTo("nothing");
    assertThat(keyed("time", "930")).isEqualTo("09:30");
    assertThat(keyed("yes_no", "1")).isEqualTo(true);
    assertThat(keyed("yes_no", "2")).isEqualTo(false);
    assertThat(keyed("yes_no", "3")).isEqualTo("nothing");
    assertThat(keyed("email", "3")).isEqualTo("nothing");
  }

  @Test
  void anOptionIsChosenByTheWordsAroundWhichOthersStand() {
    assertThat(chosen("I want to speak to somebody, please.")).isEqualTo("person");
    assertThat(chosen("One, please!")).isEqualTo("parcel");
    assertThat(chosen("my new parcel")).isEqualTo("new");
    assertThat(chosen("zero")).isEqualTo("person");
    assertThat(chosen("parcel or somebody")).isEmpty();
    assertThat(chosen("unparcelled")).isEmpty();
  }

  private static String chosen(String speech) {
    var play =
        called(
            """
            first:
              type: menu
              text: What?
              options:
                parcel: {match: [parcel], next: done}
                new: {label: New parcel, next: done}
                person: {match: [somebody], key: "0", next: done}
              into: chosen
            done: {type: ask, text: Done?, into: done}
            """);
    play.say(speech);
    return (String)
        play.journey().stack(Channel.VOICE).getFirst().variables().getOrDefault("chosen", "");
  }

  @Test
  void aCallOnWhichNobodySpeaksEnds() {
    var play = called("first: {type: ask, text: Hello?, into: heard, tries: 3}");
    assertThat(verbs(play.silence())).singleElement().isInstanceOf(Verb.Listen.class);
    assertThat(verbs(play.silence())).singleElement().isInstanceOf(Verb.Listen.class);
    assertThat(verbs(play.silence())).containsExactly(new Verb.HangUp());
    assertThat(play.journey().standsOn(Channel.VOICE)).isFalse();
    assertThat(play.journey().onCall()).isTrue();
    play.hangUp(Input.CallEnd.COMPLETED, Duration.ofSeconds(20));
    assertThat(play.journey().onCall()).isFalse();
  }

  @Test
  void whatIsKeyedSecretlyStandsNowhere() {
    var play =
        called(
            """
            first: {type: ask, text: PIN?, into: pin, sensitive: true, check: "size(pin) == 4", next: log}
            log: {type: log, level: info, code: pin, message: "{{ pin }} {{ event.digits }}", next: first}
            """);
    var turns =
        new ArrayList<Turn>(List.of(play.press("98"), play.press("98761"), play.press("9876")));
    var codec = new JourneyCodec(new Hidden());
    for (var turn : turns) {
      assertThat(new TrailCodec().write(turn.trail())).doesNotContain("98");
      assertThat(turn.effects().toString()).doesNotContain("98");
    }
    assertThat(play.journey().variables()).containsEntry("pin", "9876");
    assertThat(play.journey().secrets()).containsExactly("pin");
    var stored = codec.write(play.journey());
    assertThat(codec.read(stored)).isEqualTo(play.journey());
    assertThat(stored).contains("\"pin\":\"sealed 22393837362");
  }

  /// Seals so that no digit stays what it was.
  private record Hidden() implements Sealer {
    @Override
    public String seal(String open) {
      return "sealed "
          + java.util.HexFormat.of()
              .formatHex(open.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public String open(String sealed) {
      return new String(
          java.util.HexFormat.of().parseHex(sealed.substring(7)),
          java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static List<Verb> verbs(Turn turn) {
    return turn.effects().stream()
        .filter(Effect.Voice.class::isInstance)
        .map(effect -> ((Effect.Voice) effect).verb())
        .toList();
  }
}
