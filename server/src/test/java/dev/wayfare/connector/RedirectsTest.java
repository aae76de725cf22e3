package dev.wayfare.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.connector.CallOutcome.Answered;
import dev.wayfare.connector.CallOutcome.Refused;
import dev.wayfare.connector.CallOutcome.TooManyRedirects;
import dev.wayfare.kernel.Secret;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest {
  private final OutboundCalls calls = Calls.to("127.0.0.1");

  @AfterEach
  void close() {
    calls.close();
  }

  private static RawServer redirecting(int status, String location) {
    return new RawServer(
        (request, caller) ->
            RawServer.say(
                caller,
                request.contains(" /there")
                    ? Calls.answer(200, "", "there")
                    : Calls.answer(status, "Location: " + location + "\r\n", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "301, GET, GET", "302, GET, GET", "303, GET, GET", "307, GET, GET", "308, GET, GET",
    "301, POST, GET", "302, POST, GET", "303, POST, GET", "307, POST, POST", "308, POST, POST",
    "301, PUT, PUT", "302, DELETE, DELETE", "303, PUT, GET", "303, DELETE, GET", "307, PUT, PUT",
    "301, HEAD, HEAD", "303, HEAD, HEAD", "308, PATCH, PATCH"
  })
  void theMethodIsKeptOrBecomesGet(int status, CallMethod asked, CallMethod then) {
    try (var server = redirecting(status, "/there?x=1#part")) {
      var body = asked.safe() ? new CallBody.None() : new CallBody.Json("{\"a\": 1}");
      var outcome =
          calls.call(Calls.open(server.url() + "/v1/x"), OutboundCall.of(asked).withBody(body));
      assertThat(outcome)
          .isInstanceOfSatisfying(Answered.class, it -> assertThat(it.status()).isEqualTo(200));
      var second = server.requests().getLast();
      assertThat(second).startsWith(then + " /there?x=1 HTTP/1.1");
      var kept = asked == then && !asked.safe();
      assertThat(second.contains("{\"a\": 1}")).isEqualTo(kept);
      assertThat(second.contains("Content-Type")).isEqualTo(kept);
    }
  }

  @Test
  void fiveAreFollowedAndNoMore() {
    try (var server = redirecting(302, "/again")) {
      assertThat(calls.call(Calls.open(server.url()), Calls.get("/")))
          .isEqualTo(new TooManyRedirects(5));
      assertThat(server.requests()).hasSize(6);
    }
  }

  @Test
  void aRelativePlaceIsReadFromWhereWeAre() {
    try (var server = redirecting(302, "../there")) {
      calls.call(Calls.open(server.url()), Calls.get("/a/b/c"));
      assertThat(server.requests().get(1)).startsWith("GET /a/there HTTP/1.1");
    }
  }

  @Test
  void withoutALocationItIsTheAnswer() {
    try (var server = RawServer.saying(Calls.answer(302, "", ""))) {
      assertThat(calls.call(Calls.open(server.url()), Calls.get("/")))
          .isInstanceOfSatisfying(Answered.class, it -> assertThat(it.status()).isEqualTo(302));
    }
  }

  @Test
  void credentialsGoToNoOtherHost() {
    try (var other = RawServer.saying(Calls.answer(200, "", ""));
        var server = redirecting(307, other.url() + "/there")) {
      var call =
          Calls.post("/").withHeaders(List.of(new Field("X-Api-Key", "hush"))).withKey("k", false);
      calls.call(
          new HttpConnection(
              new BaseAddress(server.url()), new Authorization.Bearer(Secret.of("hush"))),
          call);
      assertThat(server.requests().getFirst()).contains("Authorization: Bearer hush");
      assertThat(other.requests().getFirst())
          .doesNotContain("hush")
          .contains("Idempotency-Key: k", "{\"a\": 1}");
    }
  }

  @Test
  void credentialsGoOnToTheSameHost() {
    try (var server = redirecting(302, "/there")) {
      calls.call(
          new HttpConnection(
              new BaseAddress(server.url()),
              new Authorization.HeaderKey("X-Key", Secret.of("hush"))),
          Calls.get("/"));
      assertThat(server.requests()).hasSize(2).allMatch(it -> it.contains("X-Key: hush"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://api.example.com/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "gopher://127.0.0.1/",
    "mailto:a@b.example",
    "https://a@api.example.com/"
  })
  void anotherSchemeIsNotFollowed(String location) {
    try (var server = redirecting(302, location)) {
      assertThat(calls.call(Calls.open(server.url()), Calls.get("/"))).isInstanceOf(Refused.class);
      assertThat(server.requests()).hasSize(1);
    }
  }
}
