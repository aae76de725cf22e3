package dev.wayfare.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.flow.Verb;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// Twilio's SDK writes the same script, byte for byte.
class CallScriptTest {

  private static final Verb.Voice USUAL = Verb.Voice.USUAL;
  private static final Verb.Voice AMY = new Verb.Voice("Polly.Amy", "en-GB");
  private static final Ahead AHEAD =
      new Ahead(new PublicUrl("https://go.example.com"), new PhoneNumber("+15550100"), 7);

  /// What may stand in what, as Twilio's documents say.
  private static final Set<String> IN_GATHER = Set.of("Say", "Play", "Pause");

  static List<List<Verb>> scripts() {
    var hearing = CallScripts.hearing(true, true, 0, true);
    var prompts =
        List.<Verb>of(new Verb.Speak("Which order?", AMY), new Verb.Play("https://a/b", 2));
    return List.of(
        List.of(),
        List.of(new Verb.Speak("Hello & \"welcome\" <you>", USUAL)),
        List.of(new Verb.Speak("", new Verb.Voice("", ""))),
        List.of(new Verb.Speak("Hi", "<p>Hi <break time=\"1s\"/> &amp; bye</p>", AMY)),
        List.of(new Verb.Play("https://sounds.example.com/a.mp3?x=1&y=2", 1)),
        List.of(new Verb.Play("https://sounds.example.com/a.mp3", 3)),
        List.of(new Verb.Listen(prompts, hearing)),
        List.of(new Verb.Listen(prompts, CallScripts.hearing(true, false, 0, false))),
        List.of(new Verb.Listen(List.of(), CallScripts.hearing(false, true, 1, true))),
        List.of(new Verb.Listen(prompts, CallScripts.hearing(false, true, 16, false))),
        List.of(new Verb.Forward("+15550199", Duration.ofSeconds(20))),
        List.of(new Verb.Forward("+15550199", Duration.ofSeconds(1))),
        List.of(new Verb.Hold(Duration.ofMillis(1200))),
        List.of(new Verb.Speak("Bye", USUAL), new Verb.HangUp()));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void theSdkWritesTheSame(List<Verb> verbs) throws Exception {
    assertThat(ours(verbs)).isEqualTo(CallScripts.theirs(verbs, AHEAD));
  }

  @Test
  void theSdkRefusesACallAsWeDo() throws Exception {
    assertThat(new String(CallScript.busy(), UTF_8)).isEqualTo(CallScripts.busy());
    assertThat(new String(CallScript.lastWords("Closed & gone"), UTF_8))
        .isEqualTo(CallScripts.lastWords("Closed & gone"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_123, 77})
  void theSdkWritesTheSameForAnyScript(long seed) throws Exception {
    var random = new Random(seed);
    for (var i = 0; i < 400; i++) {
      var verbs = CallScripts.any(random);
      assertThat(ours(verbs))
          .as("seed %d, script %d", seed, i)
          .isEqualTo(CallScripts.theirs(verbs, AHEAD));
      nestsAsTwilioAllows(CallScript.write(verbs, AHEAD));
    }
  }

  @Test
  void afterWhatDecidesHowTheCallGoesOnNothingIsSaid() {
    var bye = new Verb.Speak("Never heard", USUAL);
    for (var last :
        List.of(
            new Verb.HangUp(),
            new Verb.Hold(Duration.ofSeconds(1)),
            new Verb.Forward("+15550199", Duration.ofSeconds(9)),
            new Verb.Listen(List.of(), CallScripts.hearing(true, true, 0, true)))) {
      assertThat(ours(List.of(last, bye))).isEqualTo(ours(List.of(last)));
    }
  }

  @Test
  void onlyWhatIsSaidOrPlayedStandsBeforeListening() {
    var hearing = CallScripts.hearing(true, true, 0, true);
    for (var wrong :
        List.of(
            new Verb.HangUp(),
            new Verb.Hold(Duration.ofSeconds(1)),
            new Verb.Forward("+15550199", Duration.ofSeconds(9)),
            new Verb.Listen(List.of(), hearing))) {
      assertThatThrownBy(() -> ours(List.of(new Verb.Listen(List.of(wrong), hearing))))
          .hasMessageContaining(wrong.getClass().getSimpleName());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>open",
        "a < b",
        "<audio src=\"https://x\"/>",
        "<break onend=\"x\"/>",
        "<break>no words here</break><s><p>no paragraph in a sentence</p></s>",
        "</speak><speak>",
        "&nbsp;",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
        "<sub alias=\"x\"><break/></sub>"
      })
  void markupThatTwilioWouldRefuseIsSaidAsPlainText(String ssml) {
    assertThat(ours(List.of(new Verb.Speak("plain", ssml, USUAL))))
        .contains("<Say language=\"en-US\">plain</Say>");
  }

  @Test
  void aSpeechThatIsTooLongIsSaidInParts() throws Exception {
    var words = "word 😀 ".repeat(2000).strip();
    var root = parse(CallScript.write(List.of(new Verb.Speak(words, USUAL)), AHEAD));
    var said = new ArrayList<String>();
    for (var i = 0; i < root.getChildNodes().getLength(); i++) {
      said.add(root.getChildNodes().item(i).getTextContent());
    }
    assertThat(said).hasSizeGreaterThan(1).allMatch(part -> part.length() <= 4096);
    assertThat(String.join(" ", said)).isEqualTo(words);
    var unbroken = ours(List.of(new Verb.Speak("😀".repeat(5000), USUAL)));
    assertThat(unbroken.split("&#128512;", -1)).hasSize(5001);
  }

  private static void nestsAsTwilioAllows(byte[] xml) throws Exception {
    var root = parse(xml);
    for (var i = 0; i < root.getChildNodes().getLength(); i++) {
      if (root.getChildNodes().item(i) instanceof Element verb) {
        for (var k = 0; k < verb.getChildNodes().getLength(); k++) {
          if (verb.getChildNodes().item(k) instanceof Element inside) {
            switch (verb.getTagName()) {
              case "Gather" -> assertThat(IN_GATHER).contains(inside.getTagName());
              case "Dial" -> assertThat(inside.getTagName()).isEqualTo("Number");
              case "Say" -> assertThat(inside.getTagName()).isLowerCase();
              default -> assertThat(inside.getTagName()).as("in " + verb.getTagName()).isEmpty();
            }
          }
        }
      }
    }
  }

  private static Element parse(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml))
        .getDocumentElement();
  }

  private static String ours(List<Verb> verbs) {
    return new String(CallScript.write(verbs, AHEAD), UTF_8);
  }
}
