package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.http.Role;
import dev.wayfare.testing.Desk;
import dev.wayfare.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The page at the server's own address, where no studio is built in.
class HomePageTest {
  @Configuration(proxyBeanMethods = false)
  static class NoStudio {
    @Bean
    @Primary
    Studio noStudio() {
      return Studio.in("/no-studio/");
    }
  }

  @Test
  void aVisitorLearnsWhatThisIsAndHowPeopleSignIn() {
    try (var server = TestServer.start(NoStudio.class)) {
      var page = server.anonymous().get("/");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type")).contains("text/html;charset=UTF-8");
      assertThat(page.body()).contains("./wayfare sign-in-link").doesNotContain("/simulator");
      assertThat(page.header("Content-Security-Policy").orElseThrow()).doesNotContain("unsafe");
    }
  }

  @Test
  void aMemberSeesWhatIsLive() {
    try (var server = TestServer.start(NoStudio.class)) {
      assertThat(server.owner().get("/").body())
          .contains("No app is live yet", "/simulator", "Node 20");
      var desk = Desk.create(server.owner(), "parcels");
      var number = desk.ready();
      Desk.ok(desk.publish("Production", "r2"), 201);
      var page = server.owner().get("/").body();
      assertThat(page).contains("One app is live.", "Live v1", number, "My organization");
      assertThat(server.signedIn(Role.AGENT).get("/").body())
          .contains(number)
          .doesNotContain("/simulator");
      Desk.ok(desk.unpublish("Production"), 204);
      assertThat(server.owner().get("/").body()).doesNotContain(number);
    }
  }
}
