package dev.wayfare.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

  private final Markdown markdown = new Markdown();

  @Test
  void markupInItIsShownAsWritten() {
    assertThat(markdown.html("Hi <script>alert(1)</script> **bold** <b onclick=x>y</b>"))
        .contains("&lt;script&gt;", "<strong>bold</strong>", "&lt;b onclick=x&gt;")
        .doesNotContain("<script", "<b ");
  }

  @Test
  void aLinkLeadsOnlyWhereALinkMay() {
    assertThat(markdown.html("[a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example)"))
        .isEqualTo("<p>a b c</p>\n");
    assertThat(markdown.html("[call](tel:+4712345678) [write](mailto:a@b.example)"))
        .contains("href=\"tel:+4712345678\"", "href=\"mailto:a@b.example\"");
    assertThat(markdown.html("[site](https://example.com)"))
        .contains("rel=\"noopener noreferrer\"", "target=\"_blank\"");
  }

  @Test
  void aPictureIsItsWords() {
    assertThat(markdown.html("![a van](https://evil.example/track.gif)"))
        .isEqualTo("<p>a van</p>\n");
  }

  @Test
  void aHeadingNeverRivalsThePages() {
    assertThat(markdown.html("# One\n#### Four")).contains("<h2>One</h2>", "<h3>Four</h3>");
  }
}
