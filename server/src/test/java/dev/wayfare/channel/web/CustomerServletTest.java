package dev.wayfare.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.testing.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerServletTest {

  private final WebTrial trial = new WebTrial();
  private final Browser browser = new Browser(trial);

  @AfterEach
  void close() {
    browser.close();
    trial.close();
  }

  @Test
  void aStartingLinkBeginsAJourneyAndLeadsToItsLink() {
    var answer = browser.get("/l/parcel?order=HP-1&order=HP-2");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/u/booking");
    assertThat(trial.door.started).containsExactly(Map.of("order", List.of("HP-1", "HP-2")));
  }

  @Test
  void aRouteBeginsAJourneyUnderTheNameItIsAskedBy() {
    assertThat(browser.get("/c/parcel").statusCode()).isEqualTo(303);
    assertThat(visitor("help.example.com", "/c/parcel")).startsWith("HTTP/1.1 303");
    assertThat(trial.door.domains)
        .containsExactly(Optional.empty(), Optional.of("help.example.com"));
  }

  @Test
  void aDomainShowsCustomersPagesAndNothingElse() {
    assertThat(visitor("help.example.com", "/u/nothing")).startsWith("HTTP/1.1 200");
    assertThat(visitor("help.example.com", "/l/parcel"))
        .startsWith("HTTP/1.1 404")
        .contains("This link leads nowhere");
    assertThat(trial.door.started).isEmpty();
  }

  @Test
  void aNameThatIsNobodysShowsNothingAtAll() {
    for (var path : List.of("/l/parcel", "/c/parcel", "/u/nothing", "/customer/x")) {
      assertThat(visitor("strange.example.net", path))
          .as(path)
          .startsWith("HTTP/1.1 421")
          .contains("No page lives at this address");
    }
    assertThat(trial.door.started).isEmpty();
  }

  private String visitor(String host, String path) {
    return new Visitor(trial.port(), host).get(path);
  }

  @Test
  void whoOnlyLooksAtAStartingLinkBeginsNothing() {
    assertThat(browser.method("HEAD", "/l/parcel").statusCode()).isEqualTo(200);
    assertThat(browser.get("/l/parcel", "Sec-Purpose", "prefetch;prerender").statusCode())
        .isEqualTo(503);
    var preview = browser.get("/l/parcel?order=1", "User-Agent", "WhatsApp/2.23.20.0");

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body()).contains("action=\"/l/parcel?order=1\"", "Begin");
    assertThat(trial.door.started).isEmpty();
    assertThat(browser.post("/l/parcel?order=1", "", "User-Agent", "WhatsApp/2").statusCode())
        .isEqualTo(303);
    assertThat(trial.door.started).hasSize(1);
  }

  @Test
  void everyStateOfALinkHasItsPage() {
    assertThat(browser.get("/l/gone").statusCode()).isEqualTo(410);
    assertThat(browser.get("/l/nowhere").statusCode()).isEqualTo(404);
    expect("/u/nothing", 200, "Nothing to do here yet");
    expect("/u/ended", 200, "See you on Friday");
    expect("/u/ended-plain", 200, "All done");
    expect("/u/expired", 410, "This link has run out");
    expect("/u/unpublished", 410, "Not available right now");
    expect("/u/erred", 500, "Please call us on +47 000 00 100.");
    expect("/u/someone-elses", 404, "This link leads nowhere");
    expect("/u/booking/else", 404, "This link leads nowhere");
    expect("/u/", 404, "This link leads nowhere");
    expect("/u/a%20b", 404, "This link leads nowhere");
    expect("/customer/customer.css", 404, "This link leads nowhere");
  }

  private void expect(String path, int status, String words) {
    var answer = browser.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.body()).as(path).contains(words).containsOnlyOnce("<h1");
  }

  @Test
  void everySamplePageIsDrawnWithOneHeadingOfTheFirstRank() {
    for (var name : SamplePages.all().keySet()) {
      var page = browser.get("/u/" + name);
      assertThat(page.statusCode()).as(name).isEqualTo(200);
      assertThat(page.body()).as(name).containsOnlyOnce("<h1");
    }
  }

  @Test
  void aJourneysAddressStaysSecretAndItsPageHarmless() {
    var headers = browser.get("/u/booking").headers();

    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("script-src 'self'; ", "form-action 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.map())
        .doesNotContainKeys("Set-Cookie", "Cross-Origin-Opener-Policy"); // docs/adr/0015
  }

  @Test
  void theStyleIsTheOneThePolicyNames() throws Exception {
    var page = browser.get("/u/booking");
    var style = Pattern.compile("(?s)<style>(.*)</style>").matcher(page.body());

    assertThat(style.find()).isTrue();
    var hash =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    assertThat(page.body()).doesNotContain(" style=\"", " onclick=");
  }

  @Test
  void theScriptMayBeKeptForEverAndIsSmall() {
    var script = Pattern.compile("/customer/customer\\.[0-9a-f]{12}\\.js");
    var path = script.matcher(browser.get("/u/booking").body()).results().findFirst();
    var plain = browser.get(path.orElseThrow().group());
    var zipped = browser.get(path.orElseThrow().group(), "Accept-Encoding", "gzip");

    assertThat(plain.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(plain.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
    assertThat(zipped.headers().firstValueAsLong("Content-Length").orElse(0)).isBetween(1L, 9_999L);
  }

  @Test
  void aPageWithAllItNeedsFitsTheFirstFlightOfAConnection() {
    for (var name : SamplePages.all().keySet()) {
      var length =
          browser
              .get("/u/" + name, "Accept-Encoding", "gzip")
              .headers()
              .firstValueAsLong("Content-Length");
      assertThat(length.orElse(0)).as(name).isBetween(1L, 10_000L);
    }
  }

  @Test
  void answersComeInAndTheBrowserIsSentToLook() {
    var answer =
        browser.post("/u/booking", "_page=token-1&day=fri&words=one%0D%0Atwo&_button=go&_own=1");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/u/booking");
    assertThat(trial.door.submitted)
        .containsExactly(
            new SampleDoor.Submitted(
                "booking",
                "token-1",
                Map.of("day", List.of("fri"), "words", List.of("one\ntwo")),
                Optional.of("go")));
  }

  @Test
  void answersToALinkNobodyKnowsAreRefused() {
    assertThat(browser.post("/u/someone-elses", "_page=x").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherSitesPageCannotSendAnything() {
    var crossSite = browser.post("/u/booking", "_page=token-1", "Sec-Fetch-Site", "cross-site");
    var otherOrigin = browser.post("/u/booking", "_page=token-1", "Origin", "https://evil.example");
    var brokenOrigin = browser.post("/u/booking/visible", "", "Origin", "::");
    var file =
        browser.upload("/u/photos/files?control=photos&name=a", new byte[9], "Origin", "x:y");

    assertThat(crossSite.statusCode()).isEqualTo(403);
    assertThat(crossSite.body()).contains("This did not come from this page");
    assertThat(otherOrigin.statusCode()).isEqualTo(403);
    assertThat(brokenOrigin.statusCode()).isEqualTo(403);
    assertThat(file.statusCode()).isEqualTo(403);
    assertThat(trial.door.submitted).isEmpty();
  }

  @Test
  void ourOwnPagesMaySendWhateverTheBrowserSaysOfThem() {
    assertThat(browser.post("/u/booking", "", "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(303);
    assertThat(browser.post("/u/booking", "", "Origin", "null").statusCode()).isEqualTo(303);
    assertThat(browser.post("/u/booking", "", "Origin", trial.address("")).statusCode())
        .isEqualTo(303);
  }

  @Test
  void whatIsVisibleFollowsTheAnswers() {
    var before = browser.post("/u/booking/visible", "_page=token-1&place=door");
    var after = browser.post("/u/booking/visible", "_page=token-1&place=neighbour");

    assertThat(before.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(before.body()).contains("\"place\"").doesNotContain("\"neighbour\"");
    assertThat(after.body()).contains("\"neighbour\"");
    assertThat(trial.door.submitted).isEmpty();
  }

  @Test
  void aMethodThatAnAddressDoesNotHaveIsRefusedByName() {
    var delete = browser.method("DELETE", "/u/booking");

    assertThat(delete.statusCode()).isEqualTo(405);
    assertThat(delete.headers().firstValue("Allow")).contains("GET, HEAD, POST");
    assertThat(browser.get("/u/booking/files").statusCode()).isEqualTo(405);
    assertThat(browser.get("/u/booking/visible").statusCode()).isEqualTo(405);
  }

  @Test
  void aFormOfTwoMegabytesAndMoreIsToldSo() {
    var answer = browser.post("/u/booking", "words=" + "x".repeat(3_000_000));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("That was too much at once");
    assertThat(trial.door.submitted).isEmpty();
  }
}
