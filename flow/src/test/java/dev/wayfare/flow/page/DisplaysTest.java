package dev.wayfare.flow.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Controls that only show, and what they refuse to show.
class DisplaysTest {

  @Test
  void wordsAreFilledIn() {
    var page =
        Visitor.asked(
                """
                - {type: heading, text: "Today is {{ date(now) }}", level: 3}
                - {type: text, text: "**{{ channel }}**"}
                - {type: divider}
                """)
            .page();
    assertThat(page.controls().get(0).label()).isEqualTo("Today is 2026-11-23");
    assertThat(page.controls().get(0).attribute("level")).isEqualTo("3");
    assertThat(page.controls().get(1).attribute("markdown")).isEqualTo("**web**");
    assertThat(page.controls().get(2).type()).isEqualTo("divider");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.com/a?b", "mailto:a@example.com", "tel:+15550100", "/terms"})
  void aLinkLeadsWhereAPageMayLead(String url) {
    assertThat(link(url)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\\tscript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/\\\\evil.example",
        "vbscript:x",
        "relative",
        ""
      })
  void aLinkLeadsNowhereElse(String url) {
    assertThat(link(url)).isEmpty();
  }

  private static String link(String url) {
    return Visitor.asked("- {type: link, label: \"Go\", url: \"" + url + "\"}")
        .page()
        .controls()
        .getFirst()
        .attribute("href");
  }

  @ParameterizedTest
  @CsvSource({
    "/logo.svg,true",
    "'data:image/png;base64,aGk=',true",
    "https://tracker.example/x.png,false",
    "'data:text/html;base64,aGk=',false",
    "//evil.example/x.png,false",
    "'data:image/svg+xml,<svg onload=x>',false"
  })
  void anImageComesFromTheDocumentOrThisServer(String source, boolean shown) {
    var image =
        Visitor.asked("- {type: image, alt: \"A van\", source: \"" + source + "\"}")
            .page()
            .controls()
            .getFirst();
    assertThat(image.attribute("source")).isEqualTo(shown ? source : "");
    assertThat(image.label()).isEqualTo("A van");
  }

  @ParameterizedTest
  @CsvSource({"2,5,40", "9,5,100", "-1,5,0", "1,0,0"})
  void aBarStaysWithinItsEnds(String value, String most, String percent) {
    var bar =
        Visitor.asked(
                "- {type: progress, label: \"Done\", value: \"%s\", most: \"%s\"}"
                    .formatted(value, most))
            .page()
            .controls()
            .getFirst();
    assertThat(bar.attribute("percent")).isEqualTo(percent);
  }

  @Test
  void aListShowsItsControlsForEachItem() {
    var list =
        Visitor.asked(
                """
                - type: list
                  in: "[{'n': 'A', 'ok': true}, {'n': 'B', 'ok': false}]"
                  as: parcel
                  controls:
                    - {type: text, text: "Parcel {{ parcel.n }}"}
                    - {type: text, text: "Arrived", visible: "parcel.ok"}
                """)
            .page()
            .controls()
            .getFirst();
    assertThat(list.attribute("mode")).isEqualTo("show");
    assertThat(list.children()).hasSize(2);
    assertThat(list.children().get(1).children().getFirst().attribute("markdown"))
        .isEqualTo("Parcel B");
    assertThat(list.children().get(0).children().get(1).visible()).isTrue();
    assertThat(list.children().get(1).children().get(1).visible()).isFalse();
  }

  @Test
  void anEmptyListSaysSo() {
    var list =
        Visitor.asked("- {type: list, in: \"[]\", empty: \"No parcels\", controls: []}")
            .page()
            .controls()
            .getFirst();
    assertThat(list.help()).isEqualTo("No parcels");
  }
}
