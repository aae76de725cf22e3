package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.testing.Client;
import dev.wayfare.testing.Client.Answer;
import dev.wayfare.testing.Soon;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Programs whose requests make the app keep records and ask another service: they are told what
/// came of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiAsksTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String APP =
      """
      wayfare: 1
      name: prices
      title: Prices
      variables: {kept: object, found: object, all: list}
      profile_values:
        key: {type: secret, required: true}
      records:
        item:
          fields: {code: text}
      triggers:
        ask:
          type: api
          method: POST
          path: /items/{code}
          flow: ask
          with: {code: parameters.code}
          reply:
            status: 201
            body: {id: "{{ kept.id != '' }}", what: "{{ found.what }}", day: "{{ found.day }}"}
        list:
          type: api
          method: GET
          path: /items
          flow: list
          reply: {body: {codes: "{{ all.map(it, it.code) }}"}}
      flows:
        ask:
          inputs: {code: text}
          start: keep
          steps:
            keep: {type: records, do: insert, record: item, values: {code: code}, into: kept, next: look}
            look: LOOK
            tell: {type: log, code: told, message: told}
        list:
          start: all
          steps:
            all: {type: records, do: query, record: item, order: [code], into: all}
      """;

  private static final String LOOK =
      "{type: http, connection: prices, path: \"/{{ code }}\","
          + " headers: {X-Key: profile.key}, into: found, next: tell}";

  private final AskWorld asks = new AskWorld(Outward.class);
  private String base = "";
  private Client api = new Client(1, List.of());

  @BeforeAll
  void publish() {
    asks.publish(
        "prices",
        APP.replace("LOOK", LOOK),
        APP.replace("LOOK", "{type: log, code: twin, message: twin, next: tell}"));
    for (var way : asks.world.api().get("apps/prices/profiles/Production/live").path("entrances")) {
      var url = way.path("url").asString();
      base = url.substring(url.indexOf("/a/"), url.indexOf("/items"));
    }
    var identity = asks.world.part(Identity.class);
    var token =
        identity.makeToken(
            identity.firstOrganization().id(), "program", Role.AGENT, List.of("app:prices"));
    api =
        new Client(
            URI.create(asks.world.base()).getPort(),
            List.of(
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token.token().reveal()));
  }

  @AfterAll
  void close() {
    asks.close();
  }

  private Answer ask(Client program, String code) {
    return program.post(base + "/items/" + code, "{}");
  }

  @Test
  void theReplyHoldsWhatWasKeptAndWhatTheServiceSaid() {
    var told = ask(api, "lamp");
    assertThat(told.status()).as(told.body()).isEqualTo(201);
    assertThat(told.json().toString())
        .isEqualTo("{\"id\":true,\"what\":\"lamp\",\"day\":\"Monday\"}");
    assertThat(asks.service.calls("/lamp")).hasSize(1);
    var listed = api.get(base + "/items");
    assertThat(listed.status()).as(listed.body()).isEqualTo(200);
    assertThat(listed.json().path("codes").toString()).contains("\"lamp\"");
  }

  @Test
  void whatFailsBehindTheFirstTurnIsToldAsAFailure() {
    var told = ask(api, "wrong");
    assertThat(told.status()).as(told.body()).isEqualTo(500);
    assertThat(told.text("/code")).isEqualTo("app_failed");
  }

  @Test
  void theSameKeyWaitsForTheServiceAndIsAnsweredTheSame() throws Exception {
    var named = api.with("Idempotency-Key", "slow-1");
    asks.service.shut();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> ask(named, "slow"));
      Soon.within(PATIENCE, "the call", () -> !asks.service.calls("/slow").isEmpty());
      var second = threads.submit(() -> ask(named, "slow"));
      asks.service.open();
      assertThat(first.get().text("/what")).isEqualTo("slow");
      assertThat(second.get().body()).isEqualTo(first.get().body());
    }
    assertThat(ask(named, "slow").text("/what")).isEqualTo("slow");
    assertThat(asks.service.calls("/slow")).hasSize(1);
  }
}
