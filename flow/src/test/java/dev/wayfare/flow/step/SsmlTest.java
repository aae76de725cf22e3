package dev.wayfare.flow.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SsmlTest {
  @Test
  void whatCallsUnderstandIsFine() {
    for (var fine :
        List.of(
            "",
            "Plain words, 5 &lt; 6 &amp; &#228; &#xE4;",
            "<p><s>One.</s><s>Two <break time=\"300ms\"/>three.</s></p>",
            "<prosody rate='slow' pitch=\"+2st\"><emphasis level=\"strong\">No</emphasis></prosody>",
            "<lang xml:lang=\"de-DE\">Straße</lang> <w role=\"amazon:VB\">read</w>",
            "<say-as interpret-as=\"digits\">{{ order < '5' && true }}</say-as>",
            "<sub alias=\"World Wide Web\">WWW</sub> <break strength=\"weak\" />",
            "<phoneme alphabet=\"ipa\" ph=\"pɪˈkɑːn\">pecan</phoneme>",
            "<break time=\"{{ pause }}ms\"/>")) {
      assertThat(Ssml.wrong(fine)).as(fine).isEmpty();
    }
  }

  @Test
  void whatTheyDoNotUnderstandIsSaid() {
    assertThat(Ssml.wrong("<audio src=\"x\"/>")).contains("There is no tag `<audio>`.");
    assertThat(Ssml.wrong("<p>One")).contains("`<p>` is never closed.");
    assertThat(Ssml.wrong("<p><s>One</p></s>"))
        .contains("`</p>` closes nothing that is open there.");
    assertThat(Ssml.wrong("</p>")).contains("`</p>` closes nothing that is open there.");
    assertThat(Ssml.wrong("<s><p>One</p></s>")).contains("`<p>` cannot stand in `<s>`.");
    assertThat(Ssml.wrong("<sub alias=\"a\"><break/></sub>"))
        .contains("`<break>` cannot stand in `<sub>`.");
    assertThat(Ssml.wrong("<break>1</break>"))
        .contains("`<break>` has nothing in it: it is written `<break/>`.");
    assertThat(Ssml.wrong("<break onload=\"x\"/>"))
        .contains("`<break>` cannot have `onload` there.");
    assertThat(Ssml.wrong("<break time=\"1s\" time=\"2s\"/>"))
        .contains("`<break>` cannot have `time` there.");
    for (var stray :
        List.of(
            "5 < 6", "Sun & Son", "&nbsp;", "<P>One</P>", "<p", "<!-- x -->", "<break time=1/>")) {
      assertThat(Ssml.wrong(stray)).as(stray).isPresent();
    }
  }

  @Test
  void valuesNeverBecomeMarkup() {
    var hostile = "<break/> & \"it's\"";
    assertThat(Ssml.wrong(Ssml.escaped(hostile))).isEmpty();
    assertThat(Ssml.wrong("<break time=\"" + Ssml.escaped(hostile) + "\"/>")).isEmpty();
    assertThat(Ssml.plain(Ssml.escaped(hostile))).isEqualTo(hostile);
  }

  @Test
  void theWordsRemainWithoutTheMarkup() {
    assertThat(Ssml.plain("<p>One.</p><p>T<emphasis>w</emphasis>o<break/>&#228; &amp;lt;</p>"))
        .isEqualTo("One. Two ä &lt;");
  }
}
