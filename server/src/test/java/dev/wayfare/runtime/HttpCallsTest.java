package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.connector.Authorization;
import dev.wayfare.connector.BaseAddress;
import dev.wayfare.connector.HttpConnection;
import dev.wayfare.connector.OutboundCalls;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.flow.Outcome;
import dev.wayfare.flow.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of an `http` step's request on its way out, and of the answer on its way back.
class HttpCallsTest {
  private final Service service = new Service();
  private final HttpConnection connection =
      new HttpConnection(new BaseAddress(service.url()), new Authorization.None());

  @AfterEach
  void close() {
    service.close();
  }

  private Outcome call(String policy, String method, String path, Optional<Request.Body> body) {
    var request =
        new Request.Http(
            "orders",
            method,
            path,
            Map.of("q", "a b"),
            Map.of("X-Key", "one"),
            body,
            Duration.ofMillis(path.startsWith("/slow") ? 300 : 10_000));
    try (var calls = OutboundCalls.within(OutboundPolicy.of(policy), InstantSource.system())) {
      return HttpCalls.through(calls, connection, request, "journey-1.1");
    }
  }

  private Object echo(Request.Body.Kind kind, Object value) {
    var done =
        (Outcome.Done)
            call("127.0.0.1", "POST", "/echo", Optional.of(new Request.Body(kind, value)));
    return ((Map<?, ?>) done.value()).get("body");
  }

  private String code(String policy, String path) {
    return call(policy, "GET", path, Optional.empty()) instanceof Outcome.Failed failed
        ? failed.code()
        : "";
  }

  @Test
  void theAnswerIsStatusHeadersAndPlainBody() {
    var done = (Outcome.Done) call("127.0.0.1", "GET", "/a/lamp", Optional.empty());
    var answer = (Map<?, ?>) done.value();
    assertThat(answer.get("status")).isEqualTo(200d);
    assertThat(((Map<?, ?>) answer.get("headers")).get("content-type"))
        .isEqualTo("application/json");
    assertThat(answer.get("body")).isEqualTo(Map.of("day", "Monday", "what", "lamp"));
    assertThat(service.calls("/a/lamp"))
        .containsExactly(new Service.Call("/a/lamp", "journey-1.1", "one"));
  }

  @Test
  void bodiesAreWrittenAsTheWorldReadsThem() {
    var at = Instant.parse("2026-11-23T09:30:00Z");
    assertThat(echo(Request.Body.Kind.JSON, Map.of("at", at)))
        .isEqualTo(
            Map.of(
                "method", "POST",
                "query", "q=a%20b",
                "type", "application/json",
                "body", "{\"at\":\"2026-11-23T09:30:00Z\"}"));
    assertThat(((Map<?, ?>) echo(Request.Body.Kind.FORM, Map.of("n", 2d))).get("body"))
        .isEqualTo("n=2");
    assertThat(((Map<?, ?>) echo(Request.Body.Kind.TEXT, "as it is")).get("body"))
        .isEqualTo("as it is");
  }

  @Test
  void whatGoesWrongHasACode() {
    service.shut();
    assertThat(code("127.0.0.1", "/slow")).isEqualTo("HTTP_TOO_SLOW");
    assertThat(code("", "/lamp")).isEqualTo("HTTP_FORBIDDEN_ADDRESS");
    assertThat(service.calls("/lamp")).isEmpty();
    assertThat(code("127.0.0.1", "/../lamp")).isEqualTo("HTTP_NOT_SENT");
    assertThat(code("127.0.0.1", "/odd")).isEqualTo("HTTP_ANSWER_WRONG");
    service.close();
    assertThat(code("127.0.0.1", "/lamp")).isEqualTo("HTTP_UNREACHABLE");
  }
}
