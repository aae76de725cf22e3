package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `wayfare play`, as a script drives it.
class PlayCommandTest {
  private static final String APP =
      """
      wayfare: 1
      name: desk
      title: Desk
      variables: {name: text, photos: list, kinds: list, agreed: boolean}
      profile_values:
        greeting: {type: text, default: "Hello"}
        most: {type: number, default: 3}
        key: {type: secret}
      triggers:
        texted: {type: text, flow: helper}
        form: {type: web, flow: form, title: A form}
      flows:
        helper:
          channel: text
          start: hi
          steps:
            hi:
              type: menu
              text: "{{ profile.greeting }}"
              options:
                break: {match: [break], next: broken}
                ask: {label: Ask me, match: [ask], next: who}
              otherwise: Please choose.
            who: {type: ask, text: "Who are you?", into: name, next: nice}
            nice: {type: say, text: "Nice, {{ name }}", next: over}
            over: {type: end}
            broken: {type: raise, code: out_of_order, message: It is broken}
        form:
          channel: web
          start: ask
          steps:
            ask:
              type: page
              title: About you
              controls:
                - {type: text_field, id: name, label: Full name, required: true}
                - {type: file, id: photos, label: Photos, types: ["image/*"], most: 2}
                - type: choices
                  id: kinds
                  label: Kinds
                  options: [{value: a, label: Red thing}, {value: b, label: Blue thing}]
                - {type: checkbox, id: agreed, label: Agreed, required: true}
                - {type: button, id: send, label: Send it}
                - {type: button, id: later, label: Not now, next: left, skip_checks: true}
              next: thanks
            thanks:
              type: page
              title: Thank you
              controls:
                - {type: text, text: "{{ name }} / {{ size(photos) }} / {{ kinds }} / {{ agreed }}"}
            left: {type: page, title: See you later}
      """;

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void write() throws Exception {
    file = Files.writeString(folder.resolve("desk.yaml"), APP).toString();
  }

  private CommandLineRun play(String... lines) {
    return CommandLineRun.heard(String.join("\n", lines), "play", file);
  }

  private CommandLineRun playWith(String lines, String... options) {
    var words = Stream.concat(Stream.of("play", file), Arrays.stream(options));
    return CommandLineRun.heard(lines, words.toArray(String[]::new));
  }

  @Test
  void whoSpeaksStandsAtTheLeftAndTheChoicesAreShown() {
    var run = play("hello", "2", "Ada");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("you   hello", "app   Hello", "→ break (break) · ask (2, ask)")
        .contains("you   Ada", "app   Nice, Ada", "The journey has ended.");
  }

  @Test
  void aPageIsShownWithItsNamesChoicesAndButtons() {
    assertThat(play("/visit").out())
        .contains("page  About you")
        .contains("name*: Full name", "○ 1 a: Red thing", "[send] Send it   [later] Not now");
  }

  @Test
  void valuesHaveBlanksAndQuotesAndFilesArePaths() throws Exception {
    var picture = Files.write(folder.resolve("my car.png"), new byte[] {1, 2, 3});
    var run =
        play(
            "/visit form",
            "/page name=\"Ada \\\"the first\\\" O'Brien\" photos=\"%s\" kinds=\"blue thing,1\" agreed=yes"
                .formatted(picture));
    assertThat(run.out()).contains("page  Thank you", "Ada \"the first\" O'Brien / 1 /");
    assertThat(run.out()).contains("a, b / true");
    assertThat(run.code()).isZero();
  }

  @Test
  void aButtonIsPressedByItsNameOrItsWords() {
    assertThat(play("/visit", "/press later").out()).contains("page  See you later");
    assertThat(play("/visit", "/page name=Ada \"not now\"").out()).contains("page  See you later");
  }

  @Test
  void aRefusedPageSaysWhyAndKeepsWhatWasTyped() {
    var run = play("/visit", "/page name='Ada Byron'", "/page agreed=yes");
    assertThat(run.out())
        .contains("! Tick the box to go on", "Full name = Ada Byron")
        .contains("page  Thank you");
    assertThat(run.code()).isZero();
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredAndTheSessionGoesOn() {
    var run =
        play(
            "/pass soon",
            "/pass 99999999d",
            "/bogus",
            "/page",
            "/visit nowhere",
            "/visit",
            "/page nam=Ada",
            "/page kinds=green",
            "/page agreed=perhaps",
            "/page photos=/no/such.png",
            "/page name=\"Ada",
            "/press nothing",
            "/page name=Ada agreed=yes");
    assertThat(run.out())
        .contains("A time like 30m", "There is no command /bogus", "/restart")
        .contains("No page is open", "The name of a starting link was expected: form")
        .contains("There is no field \"nam\"", "\"green\" is none of the options of kinds: a, b")
        .contains("yes or no", "There is no file /no/such.png", "A closing \" was expected")
        .contains("There is no button \"nothing\"")
        .contains("page  Thank you");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void anAppThatErrsIsAnExitCode() {
    var run = play("hello", "break");
    assertThat(run.out()).contains("error out_of_order at helper/broken: It is broken");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void valuesAreShownAndForgottenByARestart() {
    var run = playWith("hello\nask\nAda\n/vars\n/restart\n/vars", "--profile-value", "key=s3cret");
    var parts = run.out().split("A new journey begins", 2);
    assertThat(parts[0]).contains("name = Ada", "profile.key = (secret)").doesNotContain("s3cret");
    assertThat(parts[1]).doesNotContain("Ada");
  }

  private static CommandLineRun playDesk(String... lines) {
    return CommandLineRun.heard(String.join("\n", lines), "play", "../examples/parcel-desk.yaml");
  }

  private static final String LAMP =
      """
      /answer {"order": "PD-1042", "what": "Your lamp", "day": "2026-12-24", "days": ["2026-12-28"]}\
      """;

  @Test
  void aCallWaitsForThePageAndForWhatTheServiceAnswers() {
    var run =
        playDesk(
            "/call",
            "/say another day",
            "/keys 1042",
            LAMP,
            "/page day=1 place=shop",
            "/answer {\"day\": \"2026-12-28\", \"place\": \"shop\"}",
            "/vars");
    assertThat(run.out())
        .contains("call  Hello, this is the parcel desk.")
        .contains("asks  GET /parcels/PD-1042 of parcels", "What does it answer?")
        .contains("call  I have just sent you a text", "page  When and where?")
        .contains("asks  PUT /parcels/PD-1042/delivery of parcels", "page  All set")
        .contains("Your lamp now comes on Monday the 28th of December, to the parcel shop.")
        .contains("call  (hangs up)");
    assertThat(run.code()).isZero();
  }

  @Test
  void whatTheServiceRefusesAndACallPutThroughAreSaid() {
    var run = playDesk("hi", "PD-1042", "/answer 404", "PD-1042", "/fail", "/call", "/keys 0");
    assertThat(run.out())
        .contains("We have no order with that number.")
        .contains("We cannot look up parcels at the moment.")
        .contains("call  forwards to +15550199");
    assertThat(playDesk("/call", "/keys 0", "/transfer busy").out())
        .contains("nobody is free right now");
    assertThat(playDesk("/call", "/say", "/hang_up").out()).contains("Are you still there?");
  }

  @Test
  void whatCannotBeOnACallIsToldWithTheWayOut() {
    var run = playDesk("/say hello", "/answer 404", "/transfer busy", "/call", "/keys abc");
    assertThat(run.out())
        .contains("Nobody is on a call. /call begins one.", "Nothing has been asked outside.")
        .contains("No call is being put through.", "Keys were expected");
    assertThat(playDesk("hi", "PD-1042", "/answer {").out()).contains("JSON was expected");
    assertThat(playDesk("/call", "/keys 0", "/transfer away").out())
        .contains("completed, busy, no_answer, failed");
    assertThat(play("/call").out()).contains("This app takes no calls.");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aTextAfterTheEndBeginsAnew() {
    assertThat(play("hello", "ask", "Ada", "hello", "ask", "Bob").out())
        .contains("app   Nice, Bob");
  }

  @Test
  void nothingIsHeardAfterQuit() {
    assertThat(play("/quit", "hello").out()).doesNotContain("hello").contains("Desk, played here");
  }

  @Test
  void aProfileValueIsGivenAndHeldToItsType() {
    assertThat(
            playWith("hi", "--profile-value", "greeting=Good day", "--profile-value=most=4").out())
        .contains("app   Good day");
    var wrong = playWith("hi", "--profile-value", "most=many");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("\"most\" is a number");
    var unknown = playWith("hi", "--profile-value", "greting=x");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("greeting, most, key");
  }

  @Test
  void aProgramGetsOneObjectForEachLine() {
    var run = playWith("hello\n/visit\n/bogus\nbreak\n", "--json");
    var lines = run.out().lines().map(line -> new JsonMapper().readTree(line)).toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1).at("/in").asString()).isEqualTo("hello");
    assertThat(lines.get(1).at("/texts/0/text").asString()).isEqualTo("Hello\n2 Ask me");
    assertThat(lines.get(1).at("/choices/ask/0").asString()).isEqualTo("2");
    assertThat(lines.get(2).at("/page/controls/0/id").asString()).isEqualTo("name");
    assertThat(lines.get(3).at("/not_understood").asString()).contains("/bogus");
    assertThat(lines.get(4).at("/errors/0/code").asString()).isEqualTo("out_of_order");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void anAppWithErrorsIsNotPlayed() throws Exception {
    var bad =
        Files.writeString(folder.resolve("bad.yaml"), APP.replace("next: over", "next: gone"));
    var run = CommandLineRun.heard("hi", "play", bad.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("gone").doesNotContain("played here");
  }
}
