package dev.wayfare.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Theme;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookTest {

  @Test
  void anyThreeColoursMakeAPageThatCanBeRead() {
    var random = new Random(7);
    for (var i = 0; i < 2000; i++) {
      var theme = theme(hex(random), hex(random), hex(random));
      for (var palette : List.of(Palette.of(theme), Palette.dark(theme))) {
        assertThat(palette.ink().contrast(palette.paper())).as("%s", theme).isGreaterThan(6.99);
        assertThat(palette.onAction().contrast(palette.action())).isGreaterThan(4.5);
        assertThat(palette.action().contrast(palette.paper())).isGreaterThan(2.99);
        assertThat(palette.edge().contrast(palette.paper())).isGreaterThan(3);
        for (var writing : List.of(palette.soft(), palette.accent(), palette.bad())) {
          assertThat(writing.contrast(palette.mist())).as("%s", theme).isGreaterThan(4.5);
          assertThat(writing.contrast(palette.paper())).as("%s", theme).isGreaterThan(4.5);
        }
      }
    }
  }

  @Test
  void aColourThatReadsWellStaysTheTeamsOwn() {
    var palette = Palette.of(theme("#0b7a5b", "#fffdf9", "#1b2a25"));

    assertThat(palette.action().hex()).isEqualTo("#0b7a5b");
    assertThat(palette.paper().hex()).isEqualTo("#fffdf9");
    assertThat(palette.ink().hex()).isEqualTo("#1b2a25");
  }

  @Test
  void nothingOfAThemeBreaksOutOfTheStyle() {
    var hostile = "red;}body{background:url(https://evil.example)}";
    var theme =
        new Theme(
            "<b>x</b>",
            hostile,
            hostile,
            hostile,
            Theme.Font.MONO,
            100_000,
            Optional.of("javascript:alert(1)"),
            "en\"><script>");
    var sheets =
        new Sheets(
            Asset.of("/static/customer/", "customer", "css", "text/css"),
            Asset.of("/static/customer/", "customer", "js", "text/javascript"));
    var sheet = sheets.sheet(theme, "Title", "/u/x", 1);

    assertThat(sheet.style()).doesNotContain("evil", "url(").contains("--radius:28px");
    assertThat(sheet.logo()).isEmpty();
    assertThat(sheet.words().language()).isEqualTo("en");
  }

  @Test
  void everyLanguageWeSpeakHasEveryWord() {
    var all = Words.all();
    var english = all.values().stream().filter(w -> w.language().equals("en")).findFirst();

    all.forEach(
        (language, words) ->
            assertThat(words.texts().keySet())
                .as(language)
                .isEqualTo(english.orElseThrow().texts().keySet()));
  }

  @Test
  void aLanguageThatRunsFromTheRightSaysSo() {
    var words = Words.all().values().iterator().next();

    assertThat(words.on("ar-EG").direction()).isEqualTo("rtl");
    assertThat(words.on("en").direction()).isEqualTo("ltr");
  }

  private static Theme theme(String action, String paper, String ink) {
    return new Theme("", action, paper, ink, Theme.Font.SANS, 8, Optional.empty(), "en");
  }

  private static String hex(Random random) {
    return Colour.of(random.nextInt(0x1000000)).hex();
  }
}
