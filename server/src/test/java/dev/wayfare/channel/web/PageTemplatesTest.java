package dev.wayfare.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageTemplatesTest {

  private final WebTrial trial = new WebTrial();
  private final Browser browser = new Browser(trial);

  @AfterEach
  void close() {
    browser.close();
    trial.close();
  }

  @Test
  void whatPeopleAndBuildersWroteIsNeverMarkup() {
    var evil = "\"><script>alert('x')</script>";
    var page =
        shown(
            Sample.of("text_field", "a", evil).values(evil).help(evil).error(evil),
            Sample.of("long_text", "b", "B").values("</textarea>" + evil),
            Sample.of("choice", "c", evil).options(evil, evil, evil).with("look", "cards"),
            Sample.of("file", "d", "D").values("id|" + evil + "|image/png|1"),
            Sample.of("link", "e", evil).with("href", "javascript:alert(1)"),
            Sample.of("image", "f", evil).with("source", "https://evil.example/x.png"),
            Sample.of("signature", "g", "G").values(evil, evil));

    assertThat(page)
        .doesNotContain("<script>alert", "javascript:", "evil.example")
        .contains("&lt;script");
  }

  @Test
  void aRefusedAnswerIsTiedToItsWordsForWhoCannotSeeThem() {
    var page =
        shown(
            Sample.of("email", "mail", "Email")
                .help("For the receipt.")
                .values("ada@")
                .error("Enter an address such as ada@example.com."));

    assertThat(page)
        .contains("for=\"c-mail\"", "aria-invalid=\"true\"", "value=\"ada@\"")
        .contains("aria-describedby=\"c-mail-help c-mail-error\"")
        .contains("id=\"c-mail-error\"", "href=\"#c-mail\"", "role=\"alert\"", "autofocus")
        .contains("autocomplete=\"email\"", "inputmode=\"email\"", "<title>Error: Title");
  }

  @Test
  void whatIsNotVisibleIsInThePageAllTheSame() {
    assertThat(shown(Sample.of("text_field", "more", "More").hidden()))
        .contains("data-control=\"more\" hidden");
  }

  @Test
  void enterPressesTheMainButtonAndNotTheFirstOne() {
    var page =
        shown(
            Sample.of("text_field", "a", "A"),
            Sample.of("button", "later", "Later").with("look", "quiet"),
            Sample.of("button", "send", "Send").with("look", "primary"));

    assertThat(page.indexOf("name=\"_button\" value=\"send\""))
        .isPositive()
        .isLessThan(page.indexOf("name=\"_button\" value=\"_back\""));
  }

  @Test
  void aPageThatAsksAndHasNoButtonGetsOne() {
    assertThat(shown(Sample.of("text_field", "a", "A"))).contains(">Continue</button>");
    assertThat(shown(Sample.of("text", "", "").with("markdown", "Hello")))
        .doesNotContain("Continue");
  }

  @Test
  void aListIsFilledByButtonsThatSendThePage() {
    var page = browser.get("/u/vehicles").body();

    assertThat(page)
        .contains("name=\"_button\" value=\"_add:vehicles\"")
        .contains("name=\"_button\" value=\"_remove:vehicles.1\"")
        .contains("aria-label=\"Remove Vehicle 2\"", "name=\"vehicles.1.plate\"");
  }

  @Test
  void aPageRunsFromTheRightWhereItsLanguageDoes() {
    assertThat(browser.get("/u/arabic").body()).contains("<html lang=\"ar\" dir=\"rtl\">");
  }

  private String shown(Sample... controls) {
    trial.door.move(
        "written", SamplePages.page(SamplePages.MUTUAL, "Title", 10, true, controls), 1);
    return browser.get("/u/written").body();
  }
}
