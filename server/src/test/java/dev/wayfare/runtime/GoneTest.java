package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Links and numbers that lead nowhere any more, or never did.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoneTest {
  private static final String APP =
      """
      wayfare: 1
      name: shop
      title: Shop
      triggers:
        texted: {type: text, flow: desk}
        open: {type: web, flow: form}
        side: {type: web, flow: form}
      flows:
        desk: {channel: text, start: tell, steps: {tell: {type: say, text: We are open.}}}
        form:
          channel: web
          start: ask
          steps:
            ask: {type: page, title: Come in, controls: [{type: text_field, id: a, label: Name}]}
      theme: {brand: The shop, action: "#7c2d12"}
      """;
  private final TestWorld world = new TestWorld();

  @BeforeAll
  void publish() {
    world.saves("shop", APP);
    var route =
        world
            .api()
            .post(
                "resources",
                Map.of(
                    "kind", "route", "name", "Front", "environment", "Production", "key", "shop"));
    world
        .api()
        .put(
            "apps/shop/profiles/Production/bindings/side",
            Map.of("resource", route.path("id").asString()));
    world.publishes("shop");
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void anUnpublishedAppSaysSoAtEveryEntrance() {
    var generated = world.startingLink("shop");
    var journey = world.opens(generated);
    assertThat(journey.title()).isEqualTo("Come in");
    assertThat(world.opens("/c/shop").title()).isEqualTo("Come in");
    assertThat(world.sms("+15557775001", "hi")).containsExactly("We are open.");

    world.api().delete("apps/shop/profiles/Production/live");
    for (var link : new String[] {generated, "/c/shop"}) {
      closed(world.get(link));
    }
    assertThat(world.sms("+15557775002", "hi"))
        .containsExactly("This number is not in service at the moment.");
    assertThat(journey.reloads().title()).as("who is inside finishes").isEqualTo("Come in");

    world.publishes("shop");
    assertThat(world.startingLink("shop")).as("the same link as before").isEqualTo(generated);
    assertThat(world.opens(generated).title()).isEqualTo("Come in");
    assertThat(world.opens("/c/shop").title()).isEqualTo("Come in");
    assertThat(world.sms("+15557775002", "hi")).containsExactly("We are open.");

    world.saves("shop", APP.replace("  open: {type: web, flow: form}\n", "")).publishes("shop");
    closed(world.get(generated));
    assertThat(world.opens("/c/shop").title()).isEqualTo("Come in");
    world.saves("shop", APP).publishes("shop");
  }

  private static void closed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.body())
        .contains("Not available right now", "The shop", "#7c2d12")
        .doesNotContain("{\"");
  }

  @Test
  void anExpiredJourneySaysSo() {
    var ada = world.opens(world.startingLink("shop"));
    world.clock().jump(Duration.ofDays(31));
    assertThat(ada.fills("a", "Ada").presses("button-next").status()).isEqualTo(410);
    assertThat(ada.title()).isEqualTo("This link has run out");
    assertThat(ada.page()).contains("The shop");
    world.runDue();
    assertThat(ada.reloads().status()).isEqualTo(410);
  }

  @Test
  void aLinkThatNeverWasLeadsNowhere() {
    for (var link : new String[] {"/l/nobodyhasthislinkatall", "/c/nobody", "/u/nobodyatall123"}) {
      var answer = world.get(link);
      assertThat(answer.statusCode()).as(link).isEqualTo(404);
      assertThat(answer.body()).contains("This link leads nowhere").contains("<h1");
    }
  }
}
