package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.http.Role;
import dev.wayfare.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// How a studio that is built in is served; a small one stands for it.
class StudioTest {
  private static TestServer server;

  @Configuration(proxyBeanMethods = false)
  static class SmallStudio {
    @Bean
    @Primary
    Studio smallStudio() {
      return Studio.in("/small-studio/");
    }
  }

  @BeforeAll
  static void start() {
    server = TestServer.start(SmallStudio.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoIsSignedInGetsTheStudioAtItsAddressesUnderAStrictPolicy() {
    for (var path : new String[] {"/", "/apps", "/apps/parcel-desk/versions", "/audit"}) {
      var page = server.signedIn(Role.AGENT).get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      var policy = page.header("Content-Security-Policy").orElseThrow();
      assertThat(policy).contains("script-src 'self';").doesNotContain("unsafe");
      var nonce = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
      assertThat(page.body()).contains("nonce=\"" + nonce + "\"").doesNotContain("WAYFARE-NONCE");
      assertThat(page.header("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void noTwoAnswersShareAWord() {
    assertThat(server.owner().get("/apps").body()).isNotEqualTo(server.owner().get("/apps").body());
  }

  @Test
  void whoIsNotSignedInIsShownTheWay() {
    var page = server.anonymous().get("/apps/parcel-desk");
    assertThat(page.status()).isEqualTo(303);
    assertThat(page.header("Location")).contains("/sign-in");
    assertThat(server.anonymous().get("/").body()).contains("./wayfare sign-in-link");
  }

  @Test
  void itHidesNothingElseOfTheServer() {
    for (var path : new String[] {"/api/v1/nothing", "/elsewhere", "/studio/nothing-1.js"}) {
      assertThat(server.owner().get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(server.owner().get("/simulator").body()).doesNotContain("/studio/app-1a2b.js");
    assertThat(server.anonymous().get("/l/nothing").status()).isEqualTo(404);
  }

  @Test
  void aFileGoesOutInTheSmallestFormThatTheBrowserKnowsAndIsKeptForEver() {
    var asks = server.anonymous();
    var small = asks.with("Accept-Encoding", "gzip, deflate, br").get("/studio/app-1a2b.js");
    assertThat(small.body()).isEqualTo("packed by brotli");
    assertThat(small.header("Content-Encoding")).contains("br");
    assertThat(small.header("Vary")).contains("Accept-Encoding");
    assertThat(small.header("Cache-Control").orElseThrow()).contains("immutable", "31536000");
    assertThat(asks.with("Accept-Encoding", "gzip").get("/studio/app-1a2b.js").body())
        .isEqualTo("packed by gzip");
    var plain = asks.get("/studio/app-1a2b.js");
    assertThat(plain.body()).isEqualTo("as it is");
    assertThat(plain.header("Content-Type").orElseThrow()).contains("text/javascript");
  }

  @Test
  void theExamplesThatComeWithTheServerCanBeRead() {
    var examples = server.signedIn(Role.AGENT).get("/api/v1/examples");
    assertThat(examples.status()).isEqualTo(200);
    assertThat(examples.text("/items/0/name")).isEqualTo("parcel-desk");
    assertThat(examples.text("/items/0/yaml")).startsWith("wayfare: 1");
    assertThat(examples.text("/items/2/title")).isNotBlank();
  }
}
